import assert from 'node:assert/strict'
import test from 'node:test'
import { inTree } from './planted.test-support.ts'
import { passed, type Report } from './report.ts'
import { types } from './types.ts'

const config = { compilerOptions: { strict: true, noEmit: true, types: [], lib: ['es2024'], skipLibCheck: true }, include: ['src'] }
const seen = (change: Readonly<Record<string, unknown>>): Report =>
  inTree(
    {
      'packages/record/package.json': {},
      'packages/record/tsconfig.json': config,
      'packages/record/src/leaf.ts': 'export const leaf: number = 1\n',
      ...change,
    },
    types,
  )

test('a type error is found in its file', () => {
  assert.deepEqual(seen({}), { check: 'types', looked: 1, unit: 'files', faults: [] })
  const { faults } = seen({ 'packages/record/src/leaf.ts': "export const leaf: number = 'one'\n" })
  assert.match(faults.join('\n'), /packages\/record\/src\/leaf\.ts\(1,14\): error TS2322/)
})

test('a file is checked by the strictest config of its room', () => {
  const { faults } = seen({
    'packages/record/tsconfig.browser.json': { ...config, compilerOptions: { ...config.compilerOptions, lib: ['es2024', 'dom'] } },
    'packages/record/tsconfig.test.json': { ...config, compilerOptions: { ...config.compilerOptions, lib: ['es2024', 'dom'] } },
    'packages/record/src/clock.ts': 'export const page = document.title\n',
  })
  assert.match(faults.join('\n'), /clock\.ts\(1,21\): error TS\d+: Cannot find name 'document'/)
})

test('parts beside each other check every room once', () => {
  const rooms = Object.fromEntries(
    ['record', 'talks', 'store'].flatMap((name) => [
      [`packages/${name}/package.json`, {}],
      [`packages/${name}/tsconfig.json`, config],
      [`packages/${name}/src/a.ts`, `export const wrong: number = '${name}'\n`],
    ]),
  )
  const faults = inTree(rooms, (root) => [0, 1].flatMap((at) => types(root, { of: 2, at }).faults))
  assert.deepEqual(faults.map((fault) => fault.split('/')[1]).sort(), ['record', 'store', 'talks'])
})

test('a config that reaches nothing, and a tree without a config, are failures', () => {
  const { faults } = seen({ 'packages/record/tsconfig.json': { ...config, include: ['elsewhere'] } })
  assert.match(faults.join('\n'), /No inputs were found/)
  assert.equal(passed(inTree({}, types)), false)
})
