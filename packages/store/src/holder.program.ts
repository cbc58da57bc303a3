import { openDataFolder } from './folder.ts'
import { writeAll } from './write-all.ts'

/** Takes a data folder for the tests of two processes, says so or why not, and holds it until stdin ends or it is killed. */
const folder = openDataFolder(process.argv[2] ?? '')
if (folder.ok) folder.value.announce({ address: 'http://localhost:4600', token: 'of-the-test' })
writeAll(1, Buffer.from(`${folder.ok ? 'held' : JSON.stringify(folder.refusal)}\n`))
process.stdin.on('end', () => {
  if (folder.ok) folder.value.close()
})
process.stdin.resume()
