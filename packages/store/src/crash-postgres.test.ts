import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { after } from 'node:test'
import { fileURLToPath } from 'node:url'
import { hex, leafHash, MerkleTree } from '@paraph/record'
import { testWith } from './needs.test-support.ts'
import { openDatabase } from './postgres.ts'
import { postgresServer, startServer, type TestServer } from './postgres.test-support.ts'
import type { SignedSize, Store } from './store.ts'
import { allRows, appendRows, LOG, sha256, until } from './synthetic.test-support.ts'

const PROGRAM = fileURLToPath(new URL('writer.program.ts', import.meta.url))
const server = postgresServer.there ? await startServer() : (undefined as unknown as TestServer)
after(() => server?.stop())

const opened = async (url: string): Promise<Store> => {
  const store = await openDatabase({ url })
  assert.ok(store.ok, JSON.stringify(store))
  return store.value
}

/** A writer that several may run beside each other: it promises sizes, and is killed at its `kill`-th promise. Gives what it promised. */
const writer = (url: string, count: number, kill = Number.POSITIVE_INFINITY, fault = 'none') => {
  const child = spawn(process.execPath, [PROGRAM, url, String(count), fault], { stdio: ['ignore', 'pipe', 'inherit'] })
  let output = ''
  let promises = 0
  const ended = new Promise<readonly string[]>((resolve) => {
    child.stdout.on('data', (bytes) => {
      output += bytes
      promises = output.split('\nok ').length - 1
      if (promises >= kill) child.kill('SIGKILL')
    })
    child.on('close', () => resolve(output.split('\n').slice(0, -1)))
  })
  return { ended, promises: () => promises, kill: () => child.kill('SIGKILL') }
}

/** Every size was signed once, over the rows that are there: what cannot be if two stores signed one size, or a row was lost. Gives what is wrong. */
const broken = async (store: Store, lines: readonly string[]): Promise<string | undefined> => {
  const rows = await allRows(store, LOG)
  const head = await store.head(LOG)
  const promised = lines.filter((line) => line.startsWith('ok ')).length
  if ((head?.size ?? 0) !== rows.length) return `head of ${head?.size} over ${rows.length} rows`
  if (rows.length < promised) return `${promised} promised, ${rows.length} there`
  const tree = new MerkleTree(sha256)
  for (const [at, row] of rows.entries()) {
    if (row.index !== at) return `row ${row.index} where ${at} follows`
    tree.append(leafHash(sha256, row.leaf))
  }
  const signed: SignedSize[] = []
  for await (const checkpoint of store.checkpoints(LOG)) signed.push(checkpoint)
  for (const { size, root } of signed) if (hex(tree.root(size)) !== root) return `another history was signed at ${size}`
  return signed.length === rows.length ? undefined : `${signed.length} checkpoints over ${rows.length} appends of one row`
}

testWith(
  postgresServer,
  'writers on one database, some killed in the middle: nothing promised is lost, no size is signed twice',
  async () => {
    const url = await server.fresh()
    const store = await opened(url)
    const writers = [writer(url, 40), writer(url, 1_000, 5), writer(url, 40), writer(url, 1_000, 11)]
    const lines = (await Promise.all(writers.map((one) => one.ended))).flat()
    assert.ok(lines.length > 60, `${lines.length} lines`)
    assert.equal(await broken(store, lines), undefined)
    const promised = new Set(lines.filter((line) => line.startsWith('ok ')))
    assert.ok(promised.size >= 80)
    assert.deepEqual(await appendRows(store, LOG, 1), { ok: true, value: (await allRows(store, LOG)).length })
    await store.close()
  },
)

testWith(postgresServer, 'planted: a writer that promises before the commit turns it red', async () => {
  const url = await server.fresh()
  const store = await opened(url)
  const lines = await writer(url, 1_000, 1, 'early').ended
  assert.match((await broken(store, [...lines, ...lines])) ?? '', /promised/)
  await store.close()
})

testWith(
  postgresServer,
  'a server killed in the middle of commits loses nothing promised, and its stores go on when it is back',
  async () => {
    const url = await server.fresh()
    const store = await opened(url)
    const busy = writer(url, 1_000_000)
    await until(() => busy.promises() > 10)
    server.crash()
    await server.start()
    assert.ok((await sizeOnceThere(store)) >= 10)
    const then = busy.promises()
    await until(() => busy.promises() > then + 5)
    busy.kill()
    const lines = await busy.ended
    assert.equal(await broken(store, lines), undefined)
    await store.close()
  },
)

/** The size of the record once the server answers again. */
const sizeOnceThere = async (store: Store): Promise<number> => {
  let size = 0
  await until(async () => {
    try {
      size = (await store.head(LOG))?.size ?? 0
      return true
    } catch {
      return false
    }
  })
  return size
}
