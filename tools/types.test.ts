import assert from 'node:assert/strict'
import test from 'node:test'
import { inTree } from './planted.test-support.ts'
import { passed, type Report } from './report.ts'
import { types } from './types.ts'

const config = { compilerOptions: { strict: true, noEmit: true, types: [], lib: ['es2024'], skipLibCheck: true }, include: ['src'] }
const seen = (change: Readonly<Record<string, unknown>>): Promise<Report> =>
  inTree(
    {
      'packages/record/package.json': {},
      'packages/record/tsconfig.json': config,
      'packages/record/src/leaf.ts': 'export const leaf: number = 1\n',
      ...change,
    },
    types,
  )

test('a type error is found in its file', async () => {
  assert.deepEqual(await seen({}), { check: 'types', looked: 1, unit: 'files of 1 tsconfigs', faults: [] })
  const { faults } = await seen({ 'packages/record/src/leaf.ts': "export const leaf: number = 'one'\n" })
  assert.match(faults.join('\n'), /packages\/record\/src\/leaf\.ts\(1,14\): error TS2322/)
})

test('a config that reaches nothing, and a tree without a config, are failures', async () => {
  const { faults } = await seen({ 'packages/record/tsconfig.json': { ...config, include: ['elsewhere'] } })
  assert.match(faults.join('\n'), /No inputs were found/)
  assert.equal(passed(await inTree({}, types)), false)
})
