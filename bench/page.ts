/**
 * First page over a process of 10,000 acts, as a person meets it: the server's answer, the page interactive, the page checked here by its worker;
 * and the memory of a server idle for 30 s. Beside: node:http sending the same bytes from memory, Chromium opening an empty page, an empty node process.
 * Aims: server < 50 ms, interactive < 1 s, checked here < 5 s, idle < 150 MB.
 */
import { type ChildProcess, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, rmSync } from 'node:fs'
import { createServer, get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Hash, type Json, parseCheckpoint } from '@paraph/record'
import { chromium } from 'playwright-core'
import { percentile, report } from './report.ts'
import { signedRecord } from './signed.ts'

const COUNT = Number(process.env['COUNT'] ?? 10_000)
const PARALLEL = 256
type Host = { readonly address: string; readonly token: string; readonly home: string; readonly child: ChildProcess }

const start = async (args: readonly string[]): Promise<Host> => {
  const child = fork(new URL('host.ts', import.meta.url), [...args], {
    env: { ...process.env, NODE_COMPILE_CACHE: new URL('../node_modules/.cache/paraph-compile', import.meta.url).pathname },
  })
  const [message] = (await once(child, 'message')) as [Omit<Host, 'child'>]
  return { ...message, child }
}
const post = async ({ address, token }: Host, path: string, body: Json): Promise<string> => {
  const answer = await fetch(`${address}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  })
  const text = await answer.text()
  if (answer.status !== 201) throw new Error(`${answer.status} ${text}`)
  return text
}
const timed = (url: string): Promise<{ ms: number; bytes: Buffer }> =>
  new Promise((resolve, reject) => {
    const from = performance.now()
    get(url, { agent: false }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () => resolve({ ms: performance.now() - from, bytes: Buffer.concat(chunks) }))
    }).on('error', reject)
  })
const residentOf = (pid: number): number => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024
const idle = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

// Fill a folder, then serve it afresh: what is measured is a server that has just started.
const filling = await start(['page', 'unchecked'])
const { submissions, process: id } = await signedRecord({
  count: COUNT,
  slug: 'page',
  founded: async (submission): Promise<Hash> => {
    const { checkpoint } = JSON.parse(await post(filling, '/api/v1/processes', submission)) as { checkpoint: string }
    const parsed = parseCheckpoint(checkpoint.slice(0, checkpoint.lastIndexOf('\n\n') + 1))
    if (!parsed.ok) throw new Error(parsed.refusal.code)
    return parsed.value.root
  },
})
for (const submission of submissions.slice(1, 3)) await post(filling, `/api/v1/processes/${id}/entries`, submission)
for (let at = 3; at < submissions.length; at += PARALLEL) {
  await Promise.all(submissions.slice(at, at + PARALLEL).map((submission) => post(filling, `/api/v1/processes/${id}/entries`, submission)))
}
filling.child.disconnect()
await once(filling.child, 'exit')

const host = await start(['page', 'checked', filling.home])
const overview = `${host.address}/api/v1/processes/${id}/overview`
const first = await timed(overview)
const answers: number[] = []
for (let at = 0; at < 20; at++) answers.push((await timed(overview)).ms)
const bare = createServer((_, answer) => answer.end(first.bytes)).listen(0, '127.0.0.1')
await once(bare, 'listening')
const bareAnswers: number[] = []
for (let at = 0; at < 20; at++) bareAnswers.push((await timed(`http://127.0.0.1:${(bare.address() as AddressInfo).port}/`)).ms)
console.log(`first answer after the start, with refold of ${COUNT} acts: ${first.ms.toFixed(0)} ms; ${first.bytes.length} bytes`)
report({
  what: 'overview, server',
  ours: percentile(answers, 0.5),
  outside: percentile(bareAnswers, 0.5),
  unit: 'ms',
  beside: 'node:http sending the same bytes',
  aim: '< 50 ms',
})

const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-quic',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
  ],
})
const page = await browser.newPage()
let from = performance.now()
await page.goto(`http://127.0.0.1:${(bare.address() as AddressInfo).port}/`)
const empty = performance.now() - from
const interactive: number[] = []
const checked: number[] = []
for (let at = 0; at < 3; at++) {
  const context = await browser.newContext()
  const fresh = await context.newPage()
  from = performance.now()
  await fresh.goto(`${host.address}/p/${id}`)
  await fresh.locator('h1').waitFor()
  await fresh.getByRole('slider').waitFor()
  interactive.push(performance.now() - from)
  await fresh.getByText('up to entry').first().waitFor({ timeout: 120_000 })
  checked.push(performance.now() - from)
  await context.close()
}
report({
  what: 'where it stands, interactive',
  ours: percentile(interactive, 0.5),
  outside: empty,
  unit: 'ms',
  beside: 'Chromium opening the bare answer',
  aim: '< 1,000 ms',
})
report({
  what: 'where it stands, checked here',
  ours: percentile(checked, 0.5),
  outside: empty,
  unit: 'ms',
  beside: 'Chromium opening the bare answer',
  aim: '< 5,000 ms',
})
await browser.close()
host.child.disconnect()
await once(host.child, 'exit')

const resting = await start(['page', 'checked', filling.home])
await timed(`${resting.address}/api/v1/processes/${id}/overview`)
await idle(30_000)
const nothing = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1e6)'])
await idle(500)
report({
  what: `idle server holding ${COUNT} acts`,
  ours: residentOf(resting.child.pid!),
  outside: residentOf(nothing.pid!),
  unit: 'MB',
  beside: 'an empty node process',
  aim: '< 150 MB',
})
nothing.kill()
resting.child.disconnect()
await once(resting.child, 'exit')
bare.close()
rmSync(filling.home, { recursive: true })
