/** Runs the benchmarks named (or all), one after the other, each in a process of its own: `npm run bench -- verify fold`. */
import { spawnSync } from 'node:child_process'

const ALL = ['verify', 'fold', 'accept', 'page', 'statements', 'engines', 'many', 'publish']
const asked = process.argv.slice(2)
const unknown = asked.find((name) => !ALL.includes(name))
if (unknown !== undefined) {
  console.error(`no benchmark is called ${unknown}; there are ${ALL.join(', ')}`)
  process.exit(64)
}
let failed = 0
for (const name of asked.length > 0 ? asked : ALL) {
  console.log(`\n== ${name}`)
  if (spawnSync(process.execPath, [new URL(`${name}.ts`, import.meta.url).pathname], { stdio: 'inherit' }).status !== 0) failed++
}
process.exit(failed)
