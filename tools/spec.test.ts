import assert from 'node:assert/strict'
import test from 'node:test'
import { inTree } from './planted.test-support.ts'
import { passed, type Report } from './report.ts'
import { spec } from './spec.ts'

const RIGHT = {
  'packages/record/package.json': { name: '@paraph/record' },
  'packages/record/SPEC.md': '# Rules\n- **R1** Leaves are canonical.\n- R2: Roots are right; see R1.\n| R3 | a row |\n',
  'packages/record/src/leaf.test.ts': `${"test('"}[R1] leaves', () => {})\n${'test.skip("'}[R2, R3] roots", () => {})\n`,
}
const seen = (change: Readonly<Record<string, unknown>>): Report => inTree({ ...RIGHT, ...change }, spec)

test('rules with tests and tests with rules pass', () => {
  assert.deepEqual(seen({}), { check: 'spec', looked: 3, unit: 'rules', faults: [] })
})

test('no rules at all is a failure', () => {
  assert.equal(passed(inTree({}, spec)), false)
  assert.match(seen({ 'packages/record/SPEC.md': 'Nothing yet.\n' }).faults.join('\n'), /not one rule/)
})

test('a specified room without SPEC.md is found', () => {
  assert.match(seen({ 'packages/talks/package.json': { name: '@paraph/talks' } }).faults.join('\n'), /packages\/talks: no SPEC\.md/)
})

test('a rule without a test, a test without a rule, a test of no rule and a rule said twice are found', () => {
  const { faults } = seen({
    'packages/record/SPEC.md': '- R1 one\n- R1 one again\n- R2 two\n- R4 four\n',
    'packages/record/src/tree.test.ts': `${"test('"}roots grow', () => {})`,
  })
  assert.deepEqual(faults, [
    'packages/record/SPEC.md: R1 stands twice',
    'packages/record/src/leaf.test.ts: R3 is no rule of packages/record/SPEC.md',
    'packages/record/src/tree.test.ts: "roots grow" names no rule',
    'packages/record/SPEC.md: R4 has no test',
  ])
})
