import assert from 'node:assert/strict'
import test from 'node:test'
import { inTree } from './planted.test-support.ts'
import { passed, type Report } from './report.ts'
import { LENGTH_LIMIT, style } from './style.ts'

const seen = (text: string, path = 'packages/record/src/leaf.ts'): Report =>
  inTree({ 'packages/record/package.json': {}, 'packages/store/package.json': {}, [path]: text }, style)

test('words in comments and texts are nobody’s names', () => {
  assert.deepEqual(
    seen("// A Service is what others call it.\nconst text = 'the Manager'\nnavigator.serviceWorker.register(worker)\n").faults,
    [],
  )
})

test('no file at all is a failure', () => {
  assert.equal(passed(inTree({}, style)), false)
})

test('a file of the limit passes, one line more must say why', () => {
  const long = (lines: number): string => 'const a = 1\n'.repeat(lines)
  assert.deepEqual(seen(long(LENGTH_LIMIT)).faults, [])
  assert.equal(seen(long(LENGTH_LIMIT + 1)).faults.length, 1)
  assert.deepEqual(seen(`// Longer than 250 lines: one table.\n${long(LENGTH_LIMIT)}`).faults, [])
})

test('names that name no concept are found with their line', () => {
  const { faults } = seen(
    `const a = 1\nclass Key${'Manager'} {}\nexport const ${'data'} = 1\nimport { x } from './x.ts'; x.${'helpers'}()\n`,
  )
  assert.deepEqual(
    faults.map((fault) => fault.split(':').slice(1, 3).join(':')),
    [`2: "Key${'Manager'}" names no concept`, `4: "${'helpers'}" names no concept`, `3: "${'data'}" names no concept`],
  )
})

test('a promise instead of a known hole is found', () => {
  assert.match(seen(`// TO${'DO'}: later\n`).faults.join('\n'), /:1: TO.O; a known hole is "BUG:"/)
})

test('a write that may be short is found outside the store', () => {
  assert.equal(seen(`fs.write${'Sync'}(1, '')\n`).faults.length, 1)
  assert.deepEqual(seen(`fs.write${'Sync'}(1, '')\n`, 'packages/store/src/write-all.ts').faults, [])
})
