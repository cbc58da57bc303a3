import assert from 'node:assert/strict'
import { utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { inTree } from './planted.test-support.ts'
import { type Build, fingerprint, isStale, remember } from './stale.ts'

const made: Build = { from: ['web', 'lock.json', 'not-there'], outcome: 'out/index.html', memory: 'memory/web' }
const FILES = { 'web/src/a.ts': 'a', 'web/dist/built.js': 'old', 'lock.json': '{}', 'out/index.html': '' }

test('a build is fresh once remembered, and stale after a change of content, time, name or outcome', () => {
  inTree(FILES, (root) => {
    assert.equal(isStale(root, made), true)
    const keep = (): void => remember(root, made, fingerprint(root, made.from))
    keep()
    assert.equal(isStale(root, made), false)
    writeFileSync(join(root, 'web/src/a.ts'), 'longer')
    assert.equal(isStale(root, made), true)
    keep()
    utimesSync(join(root, 'lock.json'), 1, 1)
    assert.equal(isStale(root, made), true)
    keep()
    writeFileSync(join(root, 'web/src/b.ts'), '')
    assert.equal(isStale(root, made), true)
    keep()
    assert.equal(isStale(root, { ...made, outcome: 'out/gone.html' }), true)
  })
})

test('what a build leaves beside its sources does not make it stale', () => {
  inTree(FILES, (root) => {
    remember(root, made, fingerprint(root, made.from))
    writeFileSync(join(root, 'web/dist/built.js'), 'newer')
    assert.equal(isStale(root, made), false)
  })
})
