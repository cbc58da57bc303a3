import assert from 'node:assert/strict'
import test from 'node:test'
import { lockfile, satisfies } from './lockfile.ts'
import { inTree } from './planted.test-support.ts'
import { passed, type Report } from './report.ts'

const whole = { version: '1.0.0', integrity: 'sha512-x', license: 'MIT' }
const RIGHT = {
  '': { name: 'all' },
  'packages/record': { name: '@paraph/record' },
  'node_modules/@paraph/record': { resolved: 'packages/record', link: true },
  'node_modules/fast': { ...whole, optionalDependencies: { 'fast-linux': '1.0.0', 'fast-mac': '1.0.0' } },
  'node_modules/fast-linux': { ...whole, os: ['linux'], optional: true, engines: { node: '^20.19.0 || >=22.12.0' } },
  'node_modules/fast/node_modules/fast-mac': { ...whole, os: ['darwin'], optional: true },
}
const seen = (change: Readonly<Record<string, unknown>>): Report =>
  inTree({ 'package-lock.json': { packages: { ...RIGHT, ...change } } }, lockfile)

test('complete families of reachable, free packages pass', () => {
  assert.deepEqual(seen({}), { check: 'lockfile', looked: 3, unit: 'packages', faults: [] })
})

test('a lockfile without a package is a failure', () => {
  assert.equal(passed(inTree({ 'package-lock.json': { packages: {} } }, lockfile)), false)
})

test('a platform that the lockfile leaves out is named with its parent', () => {
  const { faults } = seen({ 'node_modules/fast': { ...whole, optionalDependencies: { 'fast-linux': '*', 'fast-windows': '*' } } })
  assert.deepEqual(faults, ['fast@1.0.0: the lockfile leaves out fast-windows'])
})

test('a binary nested in somebody else is not found by its parent', () => {
  const { faults } = seen({ 'node_modules/other': { ...whole, optionalDependencies: { 'fast-mac': '*' } } })
  assert.deepEqual(faults, ['other@1.0.0: the lockfile leaves out fast-mac'])
})

test('a binary that npm under Node 20 leaves out silently is named', () => {
  const { faults } = seen({ 'node_modules/fast-linux': { ...whole, os: ['linux'], optional: true, engines: { node: '>=22' } } })
  assert.deepEqual(faults, ['fast-linux@1.0.0: npm under Node 20.19.0, 20.20.2 leaves this binary out (engines >=22)'])
})

test('an address of one machine only, and a package without integrity, are named', () => {
  const { faults } = seen({
    'node_modules/a': { ...whole, resolved: 'https://npm.example.internal/a.tgz' },
    'node_modules/b': { version: '1.0.0', license: 'MIT' },
  })
  assert.deepEqual(faults, [
    'node_modules/a: resolved from https://npm.example.internal/a.tgz, not from https://registry.npmjs.org/',
    'node_modules/b: no integrity',
  ])
})

test('what ships is free for everybody; what only builds may be otherwise', () => {
  const { faults } = seen({
    'node_modules/a': { ...whole, license: 'GPL-3.0-only' },
    'node_modules/b': { ...whole, license: '(GPL-3.0-only OR MIT)' },
    'node_modules/c': { ...whole, license: 'MIT AND LGPL-3.0' },
    'node_modules/d': { ...whole, license: 'MPL-2.0', dev: true },
    'node_modules/e': { version: '1.0.0', integrity: 'x' },
  })
  assert.deepEqual(faults, [
    'a@1.0.0 ships under GPL-3.0-only',
    'c@1.0.0 ships under MIT AND LGPL-3.0',
    'e@1.0.0 ships and names no licence',
  ])
})

test('ranges of Node are read as npm reads them', () => {
  const holds: readonly (readonly [string, boolean])[] = [
    ['>=20', true],
    ['>= 20.19.0', true],
    ['>20', false],
    ['<20', false],
    ['<=20', true],
    ['^20.19.0 || >=22.12.0', true],
    ['^20.21.0 || >=22.12.0', false],
    ['18 || 20 || >=22', true],
    ['20.x', true],
    ['*', true],
    ['~20.19', false],
    ['>=18 <20', false],
    ['18 - 20', true],
    ['>=22.19.0', false],
  ]
  for (const [range, answer] of holds) assert.equal(satisfies('20.20.2', range), answer, range)
})
