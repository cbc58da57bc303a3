import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { mountSmall, smallDisk, strace, testWith } from './needs.test-support.ts'
import { openStore } from './sqlite.ts'
import { allRows, appendRows, LOG, syntheticRow } from './synthetic.test-support.ts'

const PROGRAM = fileURLToPath(new URL('writer.program.ts', import.meta.url))
type Fault = 'none' | 'early' | 'unsynced' | 'deaf'

const inFolder = async <Done>(check: (folder: string) => Promise<Done>): Promise<Done> => {
  const folder = mkdtempSync(join(tmpdir(), 'paraph-crash-'))
  try {
    return await check(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/**
 * What a writer said, checked for sense: after a promise of n the next append makes n + 1, after a refusal with nothing recorded it makes n
 * again, after an unknown outcome either. `wrong`: the first line that breaks this, so a row that was denied and is there, or promised and is not.
 */
const heard = (output: string) => {
  let promised = 0
  let next: readonly number[] = []
  let wrong: string | undefined
  for (const line of output.split('\n').slice(0, -1)) {
    const size = Number(line.split(' ').at(-1))
    if (next.length > 0 && !next.includes(size)) wrong ??= line
    if (line.startsWith('ok ')) promised = size
    next = line.startsWith('ok ') ? [size + 1] : line.startsWith('no not-recorded ') ? [size] : [size, size + 1]
  }
  return { promised, wrong }
}

/** The checker: every promised row is there after, byte for byte, in order and without a gap. Gives what is wrong, or undefined. */
const broken = async (path: string, said: ReturnType<typeof heard>): Promise<string | undefined> => {
  const store = await openStore({ path })
  if (!store.ok) return `refused to open: ${JSON.stringify(store.refusal)}`
  try {
    const rows = await allRows(store.value, LOG)
    const head = await store.value.head(LOG)
    if ((head?.size ?? 0) !== rows.length) return `head of ${head?.size} over ${rows.length} rows`
    if (said.wrong !== undefined) return `the writer contradicts itself: ${said.wrong}`
    if (rows.length < said.promised) return `${said.promised} promised, ${rows.length} there`
    for (const [at, row] of rows.entries()) if (row.hash !== syntheticRow(at).hash) return `row ${at} is another`
    const more = await appendRows(store.value, LOG, 1)
    return more.ok ? undefined : `cannot go on: ${more.refusal.code}`
  } finally {
    await store.value.close()
  }
}

/** Starts a writer and kills it right after it has made its `after`-th promise. */
const killAfter = (path: string, after: number, fault: Fault): Promise<string> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [PROGRAM, path, '1000', fault], { stdio: ['ignore', 'pipe', 'inherit'] })
    let output = ''
    child.stdout.on('data', (bytes) => {
      output += bytes
      if (output.split('\n').length > after) child.kill('SIGKILL')
    })
    child.on('close', () => resolve(output))
  })

describe('kill -9', () => {
  const loop = (fault: Fault, times: number) =>
    inFolder(async (folder) => {
      const path = join(folder, 'paraph.sqlite')
      for (let time = 0; time < times; time++) {
        const said = heard(await killAfter(path, 1 + (time % 5) * 3, fault))
        assert.ok(said.promised > 0)
        const why = await broken(path, said)
        if (why !== undefined) return why
      }
      return undefined
    })

  test('no promised row is lost in a loop of killed writers', async () => assert.equal(await loop('none', 5), undefined))
  test('planted: a writer that promises before the commit turns it red', async () =>
    assert.match((await loop('early', 5)) ?? '', /promised/))
})

/** Runs a writer under strace with an injection; gives its output and whether the injection ever hit. */
const injected = async (path: string, inject: string, fault: Fault = 'none') => {
  const trace = `${path}.trace`
  const output = await straced(['-o', trace, '-e', 'trace=fsync,fdatasync,pwrite64', '-e', `inject=${inject}`], path, fault)
  const text = readFileSync(trace, 'utf8')
  return { output, hit: text.includes('(INJECTED)') || text.includes('SIGKILL') }
}

/** A writer of six rows under strace, which stops it at the traced calls only. */
const straced = (options: readonly string[], path: string, fault: Fault): Promise<string> =>
  new Promise((resolve, reject) => {
    // strace does not inject signals where seccomp stops the calls for it.
    const fast = options.some((option) => option.includes('signal=')) ? [] : ['--seccomp-bpf']
    const child = spawn('strace', ['-f', ...fast, ...options, process.execPath, PROGRAM, path, '6', fault], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    let output = ''
    child.stdout.on('data', (bytes) => {
      output += bytes
    })
    child.on('error', reject)
    child.on('close', () => resolve(output))
  })

describe('failing file calls', { concurrency: 2 }, () => {
  // The first calls make the database and its tables; the rest are appends.
  const writes = [3, 50, 72, 125]
  const syncs = [1, 7, 9, 12]
  const cases: readonly (readonly [call: string, whens: readonly number[]])[] = [
    ['fsync,fdatasync:error=EIO', syncs],
    ['pwrite64:error=EIO', writes],
    ['pwrite64:error=ENOSPC', writes],
    ['pwrite64:signal=SIGKILL', writes],
    ['fsync,fdatasync:signal=SIGKILL', syncs],
  ]
  for (const [call, whens] of cases)
    testWith(strace, `one of many ${call}: what was promised is there, what was denied is not`, async () => {
      let hits = 0
      for (const when of whens)
        await inFolder(async (folder) => {
          const path = join(folder, 'paraph.sqlite')
          const { output, hit } = await injected(path, `${call}:when=${when}`)
          if (hit) hits++
          assert.equal(await broken(path, heard(output)), undefined, `${call}:when=${when}\n${output}`)
        })
      assert.equal(hits, whens.length, 'every injection was hit')
    })

  testWith(strace, 'planted: a writer deaf to the refusal turns it red', async () => {
    const found = await inFolder(async (folder) => {
      const path = join(folder, 'paraph.sqlite')
      const { output } = await injected(path, 'pwrite64:error=EIO:when=70+', 'deaf')
      return broken(path, heard(output))
    })
    assert.match(found ?? '', /contradicts|promised/)
  })
})

/** Whether every promise on stdout comes after a sync of the log that came after the log's last write. Gives the first that does not. */
const unsyncedPromise = (trace: string): string | undefined => {
  let dirty = false
  for (const line of trace.split('\n')) {
    if (/pwrite64\(\d+<[^>]*-wal>/.test(line)) dirty = true
    else if (/f(data)?sync\(\d+<[^>]*-wal>/.test(line) && line.includes('= 0')) dirty = false
    else if (/write\(1<[^>]*>, "ok /.test(line) && dirty) return line
  }
  return undefined
}

describe('power cut', () => {
  const traced = (fault: Fault) =>
    inFolder(async (folder) => {
      const path = join(folder, 'paraph.sqlite')
      const trace = join(folder, 'trace')
      await straced(['-y', '-o', trace, '-e', 'trace=fsync,fdatasync,pwrite64,write'], path, fault)
      const text = readFileSync(trace, 'utf8')
      assert.equal(text.match(/"ok /g)?.length, 6, 'the promises are in the trace')
      return unsyncedPromise(text)
    })

  testWith(strace, 'every promise follows a sync of what was written before it', async () => assert.equal(await traced('none'), undefined))
  testWith(strace, 'planted: synchronous = OFF turns it red', async () => assert.match((await traced('unsynced')) ?? '', /ok/))
})

describe('a full disk', () => {
  testWith(smallDisk, 'is refused as such, keeps every promise, and once there is room the record goes on', async () => {
    const disk = mountSmall(1_024)!
    try {
      const path = join(disk.path, 'paraph.sqlite')
      const ballast = join(disk.path, 'ballast')
      writeFileSync(ballast, Buffer.alloc(300 * 1024))
      const store = await openStore({ path })
      assert.ok(store.ok)
      let promised = 0
      let refused: { code: string; facts: object } | undefined
      while (refused === undefined) {
        const done = await appendRows(store.value, LOG, 4)
        if (done.ok) promised = done.value
        else refused = done.refusal
        assert.ok(promised < 10_000, 'the disk is full at some time')
      }
      assert.ok(promised > 0)
      assert.deepEqual(refused.facts, { cause: 'disk-full' })
      assert.equal((await store.value.head(LOG))?.size, promised)
      rmSync(ballast)
      assert.deepEqual(await appendRows(store.value, LOG, 4), { ok: true, value: promised + 4 })
      await store.value.close()
      assert.equal(await broken(path, { promised: promised + 4, wrong: undefined }), undefined)
    } finally {
      disk.unmount()
    }
  })
})
