import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BodyId } from '@paraph/record'
import { letters, partiesInOrder } from './order.ts'
import { reconstruction, type Setting } from './script.test-support.ts'
import { begin } from './state.ts'
import { foldAct } from './fold.ts'

const ordered = (setting: Setting, names: Readonly<Record<string, string>> = {}) => {
  const script = reconstruction(setting)
  const state = begin()
  for (const act of script.acts()) foldAct(state, act)
  for (const [id, name] of Object.entries(names)) {
    const body = state.bodies.get(id as BodyId)!
    body.founding = { ...body.founding!, names: { sv: name, en: name } }
  }
  return partiesInOrder(state)
}
const grounds = (order: object) => ({ agreement: 'consensus', order, graceDays: 14 }) as never

test('[R63] parties are in the order of the ground rules: alphabetical by designation in the named language, whatever the machine’s own, or as listed', () => {
  const names = { A: 'Östra', B: 'Zeta', C: 'Alfa' }
  const parties = ['A', 'B', 'C']
  assert.deepEqual(ordered({ parties, grounds: grounds({ kind: 'alphabetical', language: 'sv' }) }, names), ['C', 'B', 'A'])
  assert.deepEqual(ordered({ parties, grounds: grounds({ kind: 'alphabetical', language: 'en' }) }, names), ['C', 'A', 'B'])
  assert.deepEqual(ordered({ parties, grounds: grounds({ kind: 'listed', bodies: ['B', 'C'] }) }, names), ['B', 'C', 'A'])
  const same = { A: 'Same', B: 'Same', C: 'Same' }
  assert.deepEqual(ordered({ parties: ['C', 'A', 'B'], grounds: grounds({ kind: 'alphabetical', language: 'en' }) }, same), ['A', 'B', 'C'])
})

test('[R62] a letter on a pin is the shortest beginning of its label that tells the parties apart', () => {
  const of = (...ids: string[]) => [...letters(ids as BodyId[]).values()]
  assert.deepEqual(of('PAK', 'AFG'), ['P', 'A'])
  assert.deepEqual(of('ALV', 'ARD', 'BES'), ['AL', 'AR', 'B'])
  assert.deepEqual(of('A', 'AB'), ['A', 'AB'])
  assert.deepEqual(of('alv', 'ALD'), ['alv', 'ALD'])
})
