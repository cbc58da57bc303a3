import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import test from 'node:test'
import { inTree } from './planted.test-support.ts'
import { closing, objections, sum, type Tally, tallyOf } from './tally.ts'

// A runner within a runner runs nothing.
const { NODE_TEST_CONTEXT: _, ...OUTSIDE } = process.env

/** Runs node's runner with our reporter over one planted test file. */
const ran = (text: string): Tally & { said: string; status: number | null } =>
  inTree({ 'planted.test.mjs': `import test from 'node:test'\n${text}` }, (root) => {
    const reporter = join(import.meta.dirname, 'reporter.ts')
    const { stdout, status } = spawnSync(
      process.execPath,
      ['--test', '--test-reporter', reporter, '--test-reporter-destination', 'stdout', 'planted.test.mjs'],
      { cwd: root, encoding: 'utf8', env: { ...OUTSIDE, PARAPH_TALLY: join(root, 'tally') } },
    )
    return { said: stdout, status, ...tallyOf(existsSync(join(root, 'tally')) ? readFileSync(join(root, 'tally'), 'utf8') : '') }
  })

test('a part counts what passed and what was skipped, with the reason, and leaves the closing lines to the whole', () => {
  const part = ran("test('a', () => {})\ntest('b', { skip: 'no Go here' }, () => {})\ntest('c', (t) => t.skip('later'))\n")
  assert.equal(part.counts?.tests, 3)
  assert.equal(part.counts?.skipped, 2)
  assert.deepEqual(
    part.skips.map(({ skipped, because }) => [skipped, because]),
    [
      ['b', 'no Go here'],
      ['c', 'later'],
    ],
  )
  assert.match(part.said, /✔ a/)
  assert.doesNotMatch(part.said, /ℹ tests/)
  assert.deepEqual(objections([{ ...part, name: 'part' }], false), [])
  assert.equal(objections([{ ...part, name: 'part' }], true).length, 1)
})

test('a failing test, a run without a test and a run that was broken off are objections', () => {
  const failing = ran("test('a', () => { throw new Error('planted') })\n")
  assert.match(failing.said, /planted/)
  assert.match(objections([{ ...failing, name: 'part' }], false).join(), /1 tests failed/)
  const none: Tally = { counts: { tests: 0, suites: 0, passed: 0, failed: 0, cancelled: 0, skipped: 0, todo: 0 }, duration: 0, skips: [] }
  assert.match(objections([{ ...none, name: 'part', status: 0 }], false).join(), /not one test ran/)
  assert.match(objections([{ ...tallyOf(''), name: 'part', status: null }], false).join(), /broken off/)
})

test('the sum of the parts closes in the words of node’s own runner', () => {
  const one: Tally = { counts: { tests: 3, suites: 1, passed: 1, failed: 1, cancelled: 0, skipped: 1, todo: 0 }, duration: 1.5, skips: [] }
  const { counts, duration } = sum([one, one])
  const own = inTree({ 'planted.test.mjs': "import test from 'node:test'\ntest('a', () => {})\n" }, (root) => {
    const { stdout } = spawnSync(process.execPath, ['--test', '--test-reporter=spec', 'planted.test.mjs'], {
      cwd: root,
      encoding: 'utf8',
      env: OUTSIDE,
    })
    return stdout
  })
  const words = (lines: readonly string[]): string[] =>
    lines.filter((line) => line.startsWith('ℹ')).map((line) => line.replace(/[\d.]+$/, ''))
  assert.deepEqual(words(closing(counts, duration)), words(own.split('\n')))
  assert.equal(closing(counts, duration)[0], 'ℹ tests 6')
})
