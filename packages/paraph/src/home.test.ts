import assert from 'node:assert/strict'
import { join } from 'node:path'
import test from 'node:test'
import { checkout, homeOf, platformFolder } from './home.ts'

test('PARAPH_HOME names the data folder, from where one stands; in a checkout it is data/ otherwise', () => {
  assert.equal(homeOf({ env: { PARAPH_HOME: '/srv/talks' }, folder: '/elsewhere' }), '/srv/talks')
  assert.equal(homeOf({ env: { PARAPH_HOME: 'talks' }, folder: '/elsewhere' }), '/elsewhere/talks')
  assert.equal(homeOf({ env: { PARAPH_HOME: '' }, folder: '/elsewhere' }), join(checkout()!, 'data'))
  assert.equal(homeOf({ env: {}, folder: '/elsewhere' }), join(checkout()!, 'data'))
})

test('installed, the data is where the platform keeps the data of programs', () => {
  const user = '/home/clerk'
  const on = (platform: NodeJS.Platform, env: Record<string, string> = {}) => platformFolder({ env, platform, user })
  assert.equal(on('linux'), '/home/clerk/.local/share/paraph')
  assert.equal(on('linux', { XDG_DATA_HOME: '/srv/data' }), '/srv/data/paraph')
  assert.equal(on('linux', { XDG_DATA_HOME: '' }), '/home/clerk/.local/share/paraph')
  assert.equal(on('linux', { XDG_DATA_HOME: 'data' }), '/home/clerk/.local/share/paraph', 'a relative one is to be ignored')
  assert.equal(on('darwin', { XDG_DATA_HOME: '/srv/data' }), '/home/clerk/Library/Application Support/Paraph')
  assert.equal(on('win32', { LOCALAPPDATA: '/local' }), '/local/Paraph')
  assert.equal(on('win32'), '/home/clerk/AppData/Local/Paraph')
})
