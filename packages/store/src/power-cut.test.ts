import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, type TestContext, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { type Hash, hex, type ProcessId } from '@paraph/record'
import { openDataFolder } from './folder.ts'
import { strace, testWith } from './needs.test-support.ts'
import { disk, drawsOf, EVERYTHING, type Left, type Luck, NOTHING, type Step, stepsOf, TRACE_OPTIONS } from './power-cut.test-support.ts'
import { openStore } from './sqlite.ts'
import { StoreDamaged } from './store.ts'
import { allRows, appendRows, LOG, OTHER_LOG, sha256, syntheticRow } from './synthetic.test-support.ts'

const PROGRAM = fileURLToPath(new URL('power-cut.program.ts', import.meta.url))
/** States are written where a sync costs nothing: it is not this machine's power that is cut. */
const MEMORY = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()
/** States that each run looks at, spread over its whole life, and how many of them are drawn at one moment. */
const STATES_LIMIT = { kept: 450, planted: 150 }
const DRAWS = 3

const inFolder = async <Done>(root: string, check: (folder: string) => Promise<Done>): Promise<Done> => {
  const folder = mkdtempSync(join(root, 'paraph-power-'))
  try {
    return await check(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** A whole life of the program under strace. */
const traced = (synchronous: string): Promise<{ readonly home: string; readonly steps: readonly Step[] }> =>
  inFolder(tmpdir(), async (folder) => {
    const home = join(folder, 'home')
    const trace = join(folder, 'trace')
    const given = [...TRACE_OPTIONS, '-o', trace, process.execPath, PROGRAM, home, synchronous]
    const { status, stderr } = spawnSync('strace', given, { encoding: 'utf8' })
    assert.equal(status, 0, stderr)
    return { home, steps: stepsOf(readFileSync(trace, 'utf8'), home) }
  })

type Promised = {
  readonly sizes: ReadonlyMap<string, number>
  readonly keys: readonly string[]
  readonly blobs: readonly (readonly [log: string, hash: string])[]
}

/** The checker: the folder opens, every promised row, file and key is there, every row is the one that was written, and appending goes on. */
const broken = async (home: string, { sizes, keys, blobs }: Promised): Promise<string | undefined> => {
  const folder = openDataFolder(home)
  if (!folder.ok) return `folder: ${folder.refusal.code}`
  const store = await openStore({ home })
  try {
    for (const key of keys) if (!folder.value.secrets.loadKey(key).ok) return `the key ${key} is gone`
    if (!store.ok) return `refused to open: ${JSON.stringify(store.refusal)}`
    for (const log of [LOG, OTHER_LOG]) {
      const rows = await allRows(store.value, log)
      const head = await store.value.head(log)
      if ((head?.size ?? 0) !== rows.length) return `head of ${head?.size} over ${rows.length} rows`
      if (rows.length < (sizes.get(log) ?? 0)) return `${sizes.get(log)} promised, ${rows.length} there`
      for (const [at, row] of rows.entries()) if (row.hash !== syntheticRow(at).hash) return `row ${at} is another`
    }
    for (const [log, hash] of blobs) {
      const bytes = await store.value.blob(log as ProcessId, hash as Hash)
      if (bytes === undefined || hex(sha256(bytes)) !== hash)
        return `the file ${hash} was promised and is ${bytes === undefined ? 'gone' : 'another'}`
    }
    const more = await appendRows(store.value, LOG, 1)
    return more.ok ? undefined : `cannot go on: ${more.refusal.code}`
  } catch (error) {
    if (error instanceof StoreDamaged) return `damaged where it is read: ${error.message}`
    throw error
  } finally {
    if (store.ok) await store.value.close()
    folder.value.close()
  }
}

const writeOut = (left: Left, { from, to }: { readonly from: string; readonly to: string }): void => {
  rmSync(to, { recursive: true, force: true })
  mkdirSync(to)
  for (const [path, bytes] of left) {
    const place = join(to, path.slice(from.length))
    mkdirSync(dirname(place), { recursive: true })
    writeFileSync(place, bytes, { mode: 0o600 })
  }
}

const nameOf = (left: Left, promised: string): string => {
  const hash = createHash('sha256').update(promised)
  for (const [path, bytes] of [...left].sort(([one], [other]) => (one < other ? -1 : 1)))
    hash.update(`${path} ${bytes.length}\n`).update(bytes)
  return hash.digest('hex')
}

type Replayed = { readonly states: number; readonly of: number; readonly moments: number; readonly lost: readonly string[] }

/** Cuts the power after every call of a run, in several ways, and looks at as many of the different states as the limit allows. */
const replayed = async (synchronous: string, { seed, limit }: { readonly seed: number; readonly limit: number }): Promise<Replayed> => {
  const { home, steps } = await traced(synchronous)
  const drawn = drawsOf(seed)
  const lucks: readonly Luck[] = [
    NOTHING,
    EVERYTHING,
    ...Array.from({ length: DRAWS }, () => ({ change: drawn, torn: drawn, naming: drawn })),
  ]
  const { take, cut } = disk()
  const seen = new Map<string, { left: Left; promised: Promised; moment: number }>()
  const sizes = new Map<string, number>()
  const keys: string[] = []
  const blobs: [string, string][] = []
  for (const [moment, step] of steps.entries()) {
    take(step)
    if (step.does === 'say') {
      const [word, name = '', size] = step.line.split(' ')
      if (word === 'ok') sizes.set(name, Number(size))
      else if (word === 'blob') blobs.push([name, size!])
      else keys.push(name)
    }
    const promised: Promised = { sizes: new Map(sizes), keys: [...keys], blobs: [...blobs] }
    for (const luck of lucks) {
      const left = cut(luck)
      seen.set(nameOf(left, JSON.stringify([[...sizes], keys, blobs.length])), { left, promised, moment })
    }
  }
  assert.equal(keys.length, 2, 'the promises are in the trace')
  const all = [...seen.values()]
  const chosen = all.filter((_, at) => Math.floor((at * limit) / all.length) !== Math.floor(((at - 1) * limit) / all.length))
  return inFolder(MEMORY, async (folder) => {
    const to = join(folder, 'home')
    const lost: string[] = []
    for (const { left, promised, moment } of chosen) {
      writeOut(left, { from: home, to })
      const why = await broken(to, promised)
      if (why !== undefined) lost.push(`after call ${moment} of ${steps.length}: ${why}`)
    }
    return { states: chosen.length, of: all.length, moments: steps.length, lost }
  })
}

describe('a power cut at every call of a traced run', () => {
  const check = async (context: TestContext, synchronous: string): Promise<Replayed> => {
    const seed = Number(process.env['PARAPH_SEED'] ?? Math.floor(Math.random() * 2 ** 31))
    const limit = synchronous === 'FULL' ? STATES_LIMIT.kept : STATES_LIMIT.planted
    const found = await replayed(synchronous, { seed, limit })
    const { lost, states, of, moments } = found
    context.diagnostic(
      `synchronous=${synchronous}: ${lost.length} of ${states} states broken, of ${of} after ${moments} calls, seed ${seed}`,
    )
    return found
  }

  testWith(strace, 'no promised row, file or key is lost, whatever part of the unsynced came through', async (context) => {
    const { states, lost } = await check(context, 'FULL')
    assert.deepEqual(lost, [])
    assert.ok(states > 200, `${states} states`)
  })
  for (const synchronous of ['NORMAL', 'OFF'])
    testWith(strace, `planted: synchronous=${synchronous} loses promised rows and turns it red`, async (context) => {
      const { lost } = await check(context, synchronous)
      assert.ok(
        lost.some((why) => why.includes('promised')),
        lost.join('\n'),
      )
    })

  testWith(strace, 'found: a first start that is cut off within the first page it writes is taken back, not called damaged', async () => {
    const { home, steps } = await traced('FULL')
    const { take, cut } = disk()
    const database = join(home, 'paraph.sqlite')
    for (const step of steps) {
      const isFirstPage = step.does === 'write' && step.path === database
      take(isFirstPage ? { ...step, bytes: step.bytes.subarray(0, 512) } : step)
      if (isFirstPage) break
    }
    await inFolder(MEMORY, async (folder) => {
      const to = join(folder, 'home')
      writeOut(cut(EVERYTHING), { from: home, to })
      assert.equal(statSync(join(to, 'paraph.sqlite')).size, 512)
      assert.equal(await broken(to, { sizes: new Map(), keys: [], blobs: [] }), undefined)
    })
  })

  test('a disk keeps what was synced, and of the rest what luck gives', () => {
    const { take, cut } = disk()
    const bytes = (text: string) => Buffer.from(text)
    const has = (luck: Luck) => Object.fromEntries([...cut(luck)].map(([path, left]) => [path, left.toString()]))
    take({ does: 'make', path: '/h/a', empties: false })
    take({ does: 'write', path: '/h/a', at: 0, bytes: bytes('old') })
    take({ does: 'sync', path: '/h/a' })
    assert.deepEqual([has(NOTHING), has(EVERYTHING)], [{}, { '/h/a': 'old' }], 'a name lasts by the sync of its folder')
    take({ does: 'sync', path: '/h' })
    take({ does: 'write', path: '/h/a', at: 2, bytes: bytes('XYZ') })
    assert.deepEqual([has(NOTHING), has(EVERYTHING)], [{ '/h/a': 'old' }, { '/h/a': 'olXYZ' }])
    take({ does: 'make', path: '/h/b', empties: true })
    take({ does: 'write', path: '/h/b', at: 0, bytes: bytes('new') })
    take({ does: 'sync', path: '/h/b' })
    take({ does: 'rename', from: '/h/b', path: '/h/a' })
    assert.deepEqual([has(NOTHING), has(EVERYTHING)], [{ '/h/a': 'old' }, { '/h/a': 'new' }])
    take({ does: 'remove', path: '/h/a' })
    take({ does: 'sync', path: '/h' })
    assert.deepEqual(has(NOTHING), {})
  })
})
