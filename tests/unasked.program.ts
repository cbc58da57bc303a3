import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { paraph } from './command-line.test-support.ts'
import { openServed } from './served.test-support.ts'

// What unasked.test.ts runs where there is loopback alone: a server, its pages with everything they name, the interface, the commands.

/** Files that stand at the root, beside the built ones. */
const ATOP = ['mark.svg', 'layers.css']

const { home, address, close } = await openServed()
const bodies = new Map<string, string>()
const ask = async (path: string, accept = '*/*'): Promise<string> => {
  const answer = await fetch(`${address}${path}`, { headers: { accept } })
  const body = await answer.text()
  assert.equal(answer.status, 200, `${path}: ${body.slice(0, 300)}`)
  bodies.set(path, body)
  return body
}

try {
  const { processes } = JSON.parse(await ask('/api/v1/processes')) as { processes: { id: string; slug: string; size: number }[] }
  const { id, size } = processes[0]!
  for (const page of ['/', '/verify', '/take', `/p/${id}`, `/p/${id}/record`]) await ask(page, 'text/html')
  /** Files that a page or a script names, and what those name. */
  const follow = async (text: string): Promise<void> => {
    for (const [, file] of text.matchAll(/["'`(](?:\/|\.\/)?((?:assets\/)?[\w.-]+\.(?:js|css|woff2|svg))["'`)]/g)) {
      const path = `/${file!.startsWith('assets/') || ATOP.includes(file!) ? file : `assets/${file}`}`
      if (bodies.has(path)) continue
      await follow(await ask(path))
    }
  }
  await follow(bodies.get('/')!)
  assert.ok([...bodies.keys()].some((path) => path.includes('worker')) && [...bodies.keys()].some((path) => path.endsWith('.woff2')))

  // The interface says itself which addresses it has; streams do not end, and acts are asked for by hash elsewhere.
  const { paths } = JSON.parse(await ask('/api/v1/openapi.json')) as { paths: Record<string, object> }
  const asked = Object.entries(paths)
    .filter(([path, methods]) => 'get' in methods && !/events|\{hash\}|\{path\}/.test(path))
    .map(([path]) => path.replace(/\{(?:ref|id)\}/g, id))
  assert.ok(asked.length > 10)
  for (const path of asked) await ask(path)
  await ask(`/log/${id}/tile/entries/000.p/${size}`)

  const done = async (words: readonly string[], input = ''): Promise<void> => {
    const { status, said, complained } = await paraph(home, words, { input })
    assert.equal(status, 0, `${words.join(' ')}: ${said}${complained}`)
  }
  await done(['init', 'exercise'])
  await done(['act', 'lake-sera-exercise', '-', '--key', 'exercise.C'], '{"type":"issue.tabled","title":{"en":"Ferries"}}')
  // A page that names a dozen addresses: captured from a file, none of them is turned to; no address was given, so nothing is fetched.
  writeFileSync(
    join(home, 'page.html'),
    '<link rel=stylesheet href="http://192.0.2.1/a.css"><script src="http://192.0.2.1/a.js"></script><img src="http://192.0.2.1/a.png"><iframe src="//paraph.example/"></iframe><p>Words',
  )
  await done(['capture', 'lake-sera-exercise', join(home, 'page.html')])
  await done(['export', 'istanbul-2025', '-o', join(home, 'x.paraph')])
  await done(['verify', join(home, 'x.paraph')])
  await done(['standing', 'istanbul-2025'])
} finally {
  await close()
}
process.stdout.write(`asked ${bodies.size} addresses, all answered\n`)
