import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { openDataFolder, readHolder } from './folder.ts'
import { mountSmall, smallDisk, testWith } from './needs.test-support.ts'
import { secretsIn } from './secrets.ts'
import { replaceFile, writeAll } from './write-all.ts'

const PROGRAM = fileURLToPath(new URL('holder.program.ts', import.meta.url))

const inHome = (name: string, check: (home: string) => Promise<void> | void) =>
  test(name, async () => {
    const home = mkdtempSync(join(tmpdir(), 'paraph-home-'))
    try {
      await check(home)
    } finally {
      rmSync(home, { recursive: true })
    }
  })

/** Another process that tries to take the folder; gives it and what it said. */
const tryHolding = (home: string): Promise<{ child: ChildProcess; said: string; ended: Promise<unknown> }> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [PROGRAM, home], { stdio: ['pipe', 'pipe', 'inherit'] })
    const ended = new Promise((done) => child.on('close', done))
    child.stdout.once('data', (bytes) => resolve({ child, said: String(bytes).trim(), ended }))
  })

describe('one writer per folder', () => {
  inHome('a second process is told who holds it and where its door is', async (home) => {
    const { child, said, ended } = await tryHolding(home)
    assert.equal(said, 'held')
    const here = openDataFolder(home)
    assert.deepEqual(here, { ok: false, refusal: { code: 'folder-held', facts: { pid: child.pid, address: 'http://localhost:4600' } } })
    assert.deepEqual(readHolder(home), { pid: child.pid, address: 'http://localhost:4600', token: 'of-the-test' })
    const third = await tryHolding(home)
    assert.equal(JSON.parse(third.said).code, 'folder-held')
    third.child.stdin!.end()
    child.stdin!.end()
    await Promise.all([ended, third.ended])
    assert.equal(readHolder(home), undefined)
    assert.equal(existsSync(join(home, 'holder.json')), false)
  })

  inHome('the lock dies with its holder, whatever it left behind', async (home) => {
    const { child, ended } = await tryHolding(home)
    child.kill('SIGKILL')
    await ended
    assert.equal(existsSync(join(home, 'holder.json')), true)
    assert.equal(readHolder(home), undefined)
    const here = openDataFolder(home)
    assert.equal(here.ok, true)
    if (here.ok) here.value.close()
  })

  inHome('within one process it is one writer too', (home) => {
    const first = openDataFolder(home)
    assert.ok(first.ok)
    const second = openDataFolder(home)
    assert.equal(!second.ok && second.refusal.code, 'folder-held')
    first.value.close()
    const third = openDataFolder(home)
    assert.equal(third.ok, true)
    if (third.ok) third.value.close()
  })

  inHome('a folder where a file stands cannot be used', (home) => {
    writeFileSync(join(home, 'file'), '')
    const folder = openDataFolder(join(home, 'file'))
    assert.deepEqual(!folder.ok && [folder.refusal.code, folder.refusal.facts['cause']], ['folder-unusable', 'EEXIST'])
  })

  inHome('folder, holder and keys are their owner’s alone', (home) => {
    const folder = openDataFolder(home)
    assert.ok(folder.ok)
    folder.value.secrets.saveKey('log-1', { seed: new Uint8Array(32), purpose: 'test' })
    const mode = (name: string) => (statSync(join(home, name)).mode & 0o777).toString(8)
    assert.deepEqual(['.', 'holder.json', 'keys', 'keys/log-1.json'].map(mode), ['700', '600', '700', '600'])
    folder.value.close()
  })
})

describe('secrets', () => {
  inHome('a key is given back, is never replaced, and is refused when others could read it', (home) => {
    const secrets = secretsIn(join(home, 'keys'))
    assert.deepEqual(secrets.loadKey('log-1'), { ok: false, refusal: { code: 'key-missing', facts: { name: 'log-1' } } })
    const seed = new Uint8Array(32).fill(7)
    secrets.saveKey('log-1', { seed, purpose: 'test' })
    secrets.saveKey('log-1', { seed, purpose: 'test' })
    assert.deepEqual(secrets.loadKey('log-1'), { ok: true, value: { seed, purpose: 'test' } })
    assert.throws(() => secrets.saveKey('log-1', { seed: new Uint8Array(32), purpose: 'test' }), /kept already/)
    assert.deepEqual(secrets.keyNames(), ['log-1'])
    chmodSync(join(home, 'keys', 'log-1.json'), 0o640)
    assert.deepEqual(secrets.loadKey('log-1'), { ok: false, refusal: { code: 'key-exposed', facts: { name: 'log-1', mode: '640' } } })
  })

  inHome('a file that is no key and a name that is no name are refused', (home) => {
    const secrets = secretsIn(home)
    for (const text of ['', '{}', '{"seed":"00"}', 'x']) {
      writeFileSync(join(home, 'log-1.json'), text, { mode: 0o600 })
      assert.equal(!secrets.loadKey('log-1').ok, true)
    }
    for (const name of ['../log', '', 'a/b']) assert.throws(() => secrets.loadKey(name), RangeError)
  })
})

describe('writing files', () => {
  inHome('a file is replaced as a whole', (home) => {
    const path = join(home, 'file')
    replaceFile(path, Buffer.from('one'))
    replaceFile(path, Buffer.from('two'))
    assert.equal(readFileSync(path, 'utf8'), 'two')
  })

  testWith(smallDisk, 'a full disk is an exception, never a short file, and the old text stays', () => {
    const disk = mountSmall(64)!
    try {
      const path = join(disk.path, 'file')
      replaceFile(path, Buffer.from('old'))
      assert.throws(() => replaceFile(path, Buffer.alloc(128 * 1024)), { code: 'ENOSPC' })
      assert.equal(readFileSync(path, 'utf8'), 'old')
      assert.throws(() => writeAll(openSync(join(disk.path, 'other'), 'w'), Buffer.alloc(128 * 1024)), { code: 'ENOSPC' })
    } finally {
      disk.unmount()
    }
  })
})
