/**
 * Many processes on one server: 1,000 of 200 acts each, and a quarter of them, so that what grows faster than the number shows. Start-up, the
 * first page of one process, the list of all while none is in memory and once more, an address that nothing has, and memory: at the start, after
 * the list, and idle for 30 s. Beside: an empty node process, and node:http sending the same bytes. `PROCESSES`, `ACTS`.
 */
import { type ChildProcess, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  canonical,
  type EntryIndex,
  entryHash,
  type Hash,
  hex,
  type Instant,
  parseCheckpoint,
  parseLeaf,
  type ProcessId,
  type RecordSize,
} from '@paraph/record'
import { nodePrimitives } from '@paraph/record/node'
import { openStore, type Row, type Store } from '@paraph/store'
import { report } from './report.ts'
import { signedRecord } from './signed.ts'

const PROCESSES = Number(process.env['PROCESSES'] ?? 1_000)
const ACTS = Number(process.env['ACTS'] ?? 200)
const IDLE = Number(process.env['IDLE'] ?? 30_000)

/** Puts a signed record into the store as a host would have, without the host. */
const put = async (store: Store, slug: string): Promise<ProcessId> => {
  const { process: id, leaves, acts, checkpoint } = await signedRecord({ count: ACTS, slug })
  let recorded = '' as Instant
  const rows = leaves.map((leaf, index): Row => {
    const parsed = parseLeaf(leaf)
    if (!parsed.ok) throw new Error(parsed.refusal.code)
    const hash = entryHash(nodePrimitives.sha256, parsed.value.entry)
    const { act, salt } = acts.get(hash)!
    recorded = parsed.value.recorded
    return { index: index as EntryIndex, hash, leaf, act: { json: canonical(act), salt: hex(salt) } }
  })
  const parsed = parseCheckpoint(checkpoint.slice(0, checkpoint.lastIndexOf('\n\n') + 1))
  if (!parsed.ok) throw new Error(parsed.refusal.code)
  const { size, root }: { size: RecordSize; root: Hash } = parsed.value
  const done = await store.append(id, 0 as RecordSize, () => ({ rows, head: { size, root, checkpoint, recorded }, result: undefined }))
  const label = await store.claimSlug(id, slug)
  if (!done.ok || !label.ok) throw new Error('not recorded')
  return id
}

type Host = { readonly address: string; readonly token: string; readonly child: ChildProcess; readonly ms: number }
const start = async (home: string): Promise<Host> => {
  const from = performance.now()
  const child = fork(new URL('host.ts', import.meta.url), ['many', 'checked', home], {
    env: { ...process.env, NODE_COMPILE_CACHE: new URL('../node_modules/.cache/paraph-compile', import.meta.url).pathname },
  })
  const [message] = (await once(child, 'message')) as [{ address: string; token: string }]
  return { ...message, child, ms: performance.now() - from }
}
const stop = async ({ child }: Host): Promise<void> => {
  child.disconnect()
  await once(child, 'exit')
}
const timed = (url: string, token = ''): Promise<{ readonly ms: number; readonly bytes: Buffer; readonly status: number }> =>
  new Promise((resolve, reject) => {
    const from = performance.now()
    get(url, { agent: false, headers: token === '' ? {} : { authorization: `Bearer ${token}` } }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () => resolve({ ms: performance.now() - from, bytes: Buffer.concat(chunks), status: answer.statusCode! }))
    }).on('error', reject)
  })
const residentOf = (pid: number): number => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** What a server with so many processes takes, measured on one that has just started. */
const measure = async (home: string, slug: string) => {
  await stop(await start(home))
  const host = await start(home)
  const atStart = residentOf(host.child.pid!)
  const page = await timed(`${host.address}/api/v1/processes/${slug}/overview`, host.token)
  const unknown = await timed(`${host.address}/api/v1/processes/no-such-process`, host.token)
  const cold = await timed(`${host.address}/api/v1/processes`, host.token)
  const afterList = residentOf(host.child.pid!)
  const warm = await timed(`${host.address}/api/v1/processes`, host.token)
  const pageAgain = await timed(`${host.address}/api/v1/processes/${slug}/overview`, host.token)
  await wait(IDLE)
  const idle = residentOf(host.child.pid!)
  await stop(host)
  if (page.status !== 200 || cold.status !== 200) throw new Error(`${page.status} ${cold.status}`)
  return { start: host.ms, atStart, page, unknown: unknown.ms, cold, warm, pageAgain: pageAgain.ms, afterList, idle }
}

const emptyNode = async () => {
  const from = performance.now()
  const child = spawn(process.execPath, ['-e', 'process.stdout.write("."); setInterval(() => {}, 1e6)'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  await once(child.stdout!, 'data')
  const ms = performance.now() - from
  await wait(300)
  const resident = residentOf(child.pid!)
  child.kill()
  return { ms, resident }
}
const bareAnswer = async (bytes: Buffer): Promise<number> => {
  const bare = createServer((_, answer) => answer.end(bytes)).listen(0, '127.0.0.1')
  await once(bare, 'listening')
  const url = `http://127.0.0.1:${(bare.address() as AddressInfo).port}/`
  await timed(url)
  const { ms } = await timed(url)
  bare.close()
  return ms
}

const home = mkdtempSync(join(process.env['PARAPH_BENCH'] ?? tmpdir(), 'paraph-bench-'))
const fill = async (from: number, until: number): Promise<void> => {
  const store = await openStore({ home })
  if (!store.ok) throw new Error(store.refusal.code)
  for (let at = from; at < until; at++) await put(store.value, `many-${at}`)
  await store.value.close()
}
const quarter = Math.max(1, Math.round(PROCESSES / 4))
await fill(0, quarter)
const few = await measure(home, 'many-0')
await fill(quarter, PROCESSES)
const all = await measure(home, 'many-0')
rmSync(home, { recursive: true })

const empty = await emptyNode()
const beside = 'an empty node process'
const sent = 'node:http sending the same bytes'
const what = (text: string) => `${PROCESSES} processes of ${ACTS} acts, ${text}`
report({ what: what('start-up'), ours: all.start, outside: empty.ms, unit: 'ms', beside })
report({ what: what('first page of one'), ours: all.page.ms, outside: await bareAnswer(all.page.bytes), unit: 'ms', beside: sent })
report({ what: what('the same page again'), ours: all.pageAgain, outside: await bareAnswer(all.page.bytes), unit: 'ms', beside: sent })
report({
  what: what('list of all, none in memory'),
  ours: all.cold.ms,
  outside: await bareAnswer(all.cold.bytes),
  unit: 'ms',
  beside: sent,
})
report({ what: what('list of all, again'), ours: all.warm.ms, outside: await bareAnswer(all.warm.bytes), unit: 'ms', beside: sent })
report({ what: what('memory at the start'), ours: all.atStart, outside: empty.resident, unit: 'MB', beside })
report({ what: what('memory after the list'), ours: all.afterList, outside: empty.resident, unit: 'MB', beside })
report({ what: what(`memory idle ${IDLE / 1000} s`), ours: all.idle, outside: empty.resident, unit: 'MB', beside })
console.log(`an address that nothing has: ${all.unknown.toFixed(1)} ms`)
const times = (name: 'start' | 'cold' | 'warm', of: (measured: typeof all) => number) => `${name} ${(of(all) / of(few)).toFixed(2)}`
console.log(
  `${PROCESSES} over ${quarter} processes (4 would be linear): ${[times('start', ({ start }) => start), times('cold', ({ cold }) => cold.ms), times('warm', ({ warm }) => warm.ms)].join(', ')}; first page ${(all.page.ms / few.page.ms).toFixed(2)} (1 would be none)`,
)
