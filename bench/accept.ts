/**
 * Durable acts accepted over HTTP, each with a receipt: signature, rule, fold, tree, signed checkpoint, one transaction a batch. Beside: raw
 * append + fdatasync of the same bytes in groups of the size that the host committed, in the same seconds; and the same server with signatures
 * taken on trust. Aim: at least 2,000 acts/s, p99 under 100 ms. `MODE=pool`: signatures on `verifyPool`. `PROFILE=folder`: the host's profiles.
 *
 * Learned here, on two virtual cores that the load generator shares:
 * - `COUNT=8000 node bench/accept.ts` on an idle machine: 1,434 to 1,595 acts/s, p99 82 to 84 ms, 25 acts a commit, 650 to 720 µs CPU an act.
 *   The aim of 2,000/s is not met there. In the host's profile after 8,000 acts (`PROFILE=…`, COUNT=18000) one act is 28 % Ed25519 verification,
 *   17 % SQLite with its sync, 15 % sockets, HTTP and Fastify, 10 % canonical texts and hashes, 3 % Zod. Another 120 µs are V8's own threads.
 * - CPU times swing with what else runs, so they are printed over node's own verification in the same process. Preparing each SQL text once,
 *   inserts of fixed lengths, and writing each act out once took `COUNT=8000` from 6.4 to 5.0 of them (means of five runs of each, in turns).
 * - `MODE=pool` had 0 to 15 % more acts/s on the idle machine, a p99 that was 5 to 25 ms worse, and 0.7 of a verification more CPU: the host
 *   checks signatures where it runs. A larger young generation (`--max-semi-space-size=32`) changed nothing.
 * - Group commit is half of the writers, whatever their number: what arrives while one batch is synced is checked and goes with the next.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { rmSync } from 'node:fs'
import { type Hash, type Json, parseCheckpoint } from '@paraph/record'
import { rawAppendRate } from './baseline.ts'
import { openPoster, type Poster } from './poster.ts'
import { percentile, report } from './report.ts'
import { signedRecord } from './signed.ts'

const COUNT = Number(process.env['COUNT'] ?? 10_000)
const WRITERS = Number(process.env['WRITERS'] ?? 64)
/** A folder for the host's CPU profiles. */
const PROFILE = process.env['PROFILE']

type Host = { readonly address: string; readonly token: string; readonly home: string; readonly child: ChildProcess }
const startHost = (slug: string, mode: string): Promise<Host> =>
  new Promise((resolve, reject) => {
    const child = fork(
      new URL('host.ts', import.meta.url),
      [slug, mode],
      PROFILE === undefined ? {} : { execArgv: ['--cpu-prof', `--cpu-prof-dir=${PROFILE}`] },
    )
    child.on('error', reject)
    child.once('message', (message) => resolve({ ...(message as Omit<Host, 'child'>), child }))
  })
/** CPU time of the host in µs, and its commits, since it was last asked; and the CPU time of one verification there now. */
type Spent = { readonly cpu: number; readonly commits: number; readonly verification: number }
const spent = ({ child }: Host): Promise<Spent> =>
  new Promise((resolve) => {
    child.once('message', (message) => resolve(message as Spent))
    child.send('spent')
  })

const accepted = async (poster: Poster, path: string, body: string): Promise<string> => {
  const { status, text } = await poster.post(path, body)
  if (status !== 201) throw new Error(`${status} ${text.slice(0, 300)}`)
  return text
}

const measure = async (slug: string, mode: string) => {
  const host = await startHost(slug, mode)
  const posters = await Promise.all(Array.from({ length: WRITERS }, () => openPoster(host.address, host.token)))
  const [first] = posters as [Poster]
  const founded = async (submission: Json): Promise<Hash> => {
    const receipt = JSON.parse(await accepted(first, '/api/v1/processes', JSON.stringify(submission))) as { checkpoint: string }
    const checkpoint = parseCheckpoint(receipt.checkpoint.slice(0, receipt.checkpoint.lastIndexOf('\n\n') + 1))
    if (!checkpoint.ok) throw new Error(checkpoint.refusal.code)
    return checkpoint.value.root
  }
  const { submissions, process: id } = await signedRecord({ count: COUNT + 3, slug, founded })
  const bodies = submissions.map((submission: Json) => JSON.stringify(submission))
  const path = `/api/v1/processes/${id}/entries`
  await accepted(first, path, bodies[1]!)
  await accepted(first, path, bodies[2]!)
  const waits: number[] = []
  let next = 3
  const { verification } = await spent(host)
  const start = performance.now()
  const writer = async (poster: Poster) => {
    while (next < bodies.length) {
      const body = bodies[next++]!
      const from = performance.now()
      await accepted(poster, path, body)
      waits.push(performance.now() - from)
    }
  }
  await Promise.all(posters.map(writer))
  const seconds = (performance.now() - start) / 1000
  const { cpu, commits, verification: after } = await spent(host)
  for (const { close } of posters) close()
  host.child.disconnect()
  await new Promise((resolve) => host.child.once('exit', resolve))
  rmSync(host.home, { recursive: true })
  return {
    rate: COUNT / seconds,
    cpu: cpu / COUNT,
    verification: (verification + after) / 2,
    batch: COUNT / commits,
    p50: percentile(waits, 0.5),
    p99: percentile(waits, 0.99),
    bytes: Math.round(bodies.reduce((sum, body) => sum + body.length, 0) / bodies.length),
  }
}

const raw = rawAppendRate({ size: 1_500, group: WRITERS, ms: 2_000 })
const checked = await measure('accept', process.env['MODE'] ?? 'checked')
const rawAfter = rawAppendRate({ size: 1_500, group: WRITERS, ms: 2_000 })
const unchecked = await measure('unchecked', 'unchecked')
for (const [what, { cpu, verification, batch }] of Object.entries({ 'all checks': checked, 'signatures on trust': unchecked }))
  console.log(
    `${what}: ${cpu.toFixed(0)} µs CPU of the host an act, ${(cpu / verification).toFixed(2)} × one verification of node's own (${verification.toFixed(0)} µs); ${batch.toFixed(1)} acts a commit`,
  )
console.log(
  `p50 ${checked.p50.toFixed(1)} ms, p99 ${checked.p99.toFixed(1)} ms with ${WRITERS} writers (aim p99 < 100 ms); ${checked.bytes} bytes a submission`,
)
report({
  what: 'durable acts accepted over HTTP',
  ours: checked.rate,
  outside: (raw + rawAfter) / 2,
  unit: 'acts/s',
  beside: `raw append + fdatasync in groups of ${WRITERS}`,
  aim: '≥ 2,000/s',
})
report({
  what: 'with all checks',
  ours: checked.rate,
  outside: unchecked.rate,
  unit: 'acts/s',
  beside: 'the same server, signatures taken on trust',
})
