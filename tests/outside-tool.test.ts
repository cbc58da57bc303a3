import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import test from 'node:test'
import { inFolder, paraphHere } from './command-line.test-support.ts'

/** Where Debian's golang-golang-x-mod-dev puts sources: no module, no network. */
const GOPATH = '/usr/share/gocode'
const SUMDB = join(GOPATH, 'src/golang.org/x/mod/sumdb')
const missing =
  spawnSync('go', ['version']).status !== 0
    ? 'no Go here: apt-get install golang-go'
    : existsSync(SUMDB)
      ? false
      : 'no golang.org/x/mod here: apt-get install golang-golang-x-mod-dev'

const buildChecker = (folder: string): string => {
  const program = join(folder, 'tlogcheck')
  const { status, stderr } = spawnSync('go', ['build', '-o', program, '.'], {
    cwd: join(import.meta.dirname, 'go/tlogcheck'),
    encoding: 'utf8',
    env: { ...process.env, GOPATH, GO111MODULE: 'off', GOFLAGS: '', GOCACHE: join(folder, 'cache'), GOTOOLCHAIN: 'local' },
  })
  assert.equal(status, 0, stderr)
  return program
}

/** Every record of more than one tile, and one of few entries. */
const logs = ['istanbul-2025', 'lake-sera-exercise']

test('a tool that is not ours checks the exported log, and every planted fault turns it red', { skip: missing }, async () => {
  await inFolder(async (home) => {
    const checker = buildChecker(home)
    const check = (folder: string) => spawnSync(checker, [folder], { encoding: 'utf8' })
    await paraphHere(home, ['init', 'exercise'])
    const acts = Array.from({ length: 260 }, (_, at) => JSON.stringify({ type: 'issue.tabled', title: { en: `Issue ${at}` } })).join('\n')
    assert.equal((await paraphHere(home, ['act', 'lake-sera-exercise', '-', '--key', 'exercise.C'], { input: acts })).status, 0)
    for (const name of logs) {
      const log = join(home, name)
      const ended = await paraphHere(home, ['export', name, '--tlog', log, '--json'])
      assert.equal(ended.status, 0, ended.said)
      const { size } = JSON.parse(ended.said) as { size: number }
      const honest = check(log)
      assert.equal(honest.stdout, `${size} entries\n`, honest.stderr)

      const width = size % 256
      const tile = size > 256 ? '001' : '000'
      for (const [file, at] of [
        [`tile/0/${tile}.p/${width}`, 5],
        [`tile/entries/${tile}.p/${width}`, 50],
        ['checkpoint', readFileSync(join(log, 'checkpoint')).indexOf('\n') + 1],
        ['policy', readFileSync(join(log, 'policy')).length - 'quorum none\n'.length - 10],
        ...(size > 256
          ? ([
              ['tile/0/000', 8_000],
              ['tile/1/000.p/1', 3],
              ['tile/entries/000', 70],
            ] as const)
          : []),
      ] as const) {
        const planted = join(home, `${name}-planted`)
        mkdirSync(planted, { recursive: true })
        cpSync(log, planted, { recursive: true })
        const bytes = readFileSync(join(planted, file))
        bytes[at]! ^= 1
        writeFileSync(join(planted, file), bytes)
        const found = check(planted)
        assert.equal(found.status, 1, `${file}: ${found.stdout}`)
      }
    }
  })
})

test('the log goes into an empty folder only', async () => {
  await inFolder(async (home) => {
    writeFileSync(join(home, 'something'), '')
    const { status, complained } = await paraphHere(home, ['export', 'istanbul-2025', '--tlog', '.'])
    assert.equal(status, 1)
    assert.match(complained, /folder-exists/)
  })
})
