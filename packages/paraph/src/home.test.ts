import assert from 'node:assert/strict'
import { join } from 'node:path'
import test from 'node:test'
import { checkout, homeOf } from './home.ts'

test('PARAPH_HOME names the data folder, from where one stands; in a checkout it is data/ otherwise', () => {
  assert.equal(homeOf({ env: { PARAPH_HOME: '/srv/talks' }, folder: '/elsewhere' }), '/srv/talks')
  assert.equal(homeOf({ env: { PARAPH_HOME: 'talks' }, folder: '/elsewhere' }), '/elsewhere/talks')
  assert.equal(homeOf({ env: { PARAPH_HOME: '' }, folder: '/elsewhere' }), join(checkout()!, 'data'))
  assert.equal(homeOf({ env: {}, folder: '/elsewhere' }), join(checkout()!, 'data'))
})
