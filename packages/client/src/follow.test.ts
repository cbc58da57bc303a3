import assert from 'node:assert/strict'
import test from 'node:test'
import type { ProcessId } from '@paraph/record'
import { nodePrimitives } from '@paraph/record/node'
import { meaning, openAct, type State } from '@paraph/talks'
import { type HeldRecord, networkOf } from '@paraph/testkit'
import { exercise, issue } from './exercise.test-support.ts'
import { type Followed, follow, type Memory } from './follow.ts'
import { gathered } from './gathered.ts'
import { hostSource } from './source.ts'
import { transport } from './transport.ts'

/** One client before a simulated network that shows a record. */
const before = (record: HeldRecord, process: ProcessId = record.process) => {
  const network = networkOf(record)
  const kept = new Map<ProcessId, string>()
  const memory: Memory = {
    recall: async (process) => kept.get(process),
    keep: async (process, checkpoint) => {
      kept.set(process, checkpoint)
    },
  }
  const source = hostSource(transport(network.fetch, { base: 'http://host' }), { process, sha256: nodePrimitives.sha256 })
  const look = (): Promise<Followed<State>> =>
    follow({ process, source, primitives: nodePrimitives, meaning: meaning(nodePrimitives), memory })
  return { network, kept, look, process }
}
const faultOf = (followed: Followed<State>): unknown => (followed.came === 'differs' ? followed.fault.name : followed.came)

test('[R8] an honest record is verified, folded and kept, now and as it grows', async () => {
  const record = await exercise(5)
  const { network, kept, look, process } = before(record)
  const first = await look()
  assert.equal(first.came, 'verified')
  assert.equal(first.came === 'verified' && first.verified.size, 5)
  assert.equal(first.came === 'verified' && first.verified.state.issues.size, 4)
  assert.equal(kept.get(process), await record.checkpoint())
  const longer = await record.with(issue(5))
  network.show(longer)
  const next = await look()
  assert.equal(next.came === 'verified' && next.verified.state.issues.size, 5)
  assert.equal(kept.get(process), await longer.checkpoint())
})

test('[R9] a rollback and a fork are named, and what was kept stays', async () => {
  const record = await exercise(5)
  const { network, kept, look, process } = before(record)
  await look()
  const checkpoint = kept.get(process)
  network.show(record, 4)
  assert.equal(faultOf(await look()), 'seen-rollback')
  const other = await (await exercise(4)).with(issue(4, 'Another issue'))
  network.show(other)
  assert.equal(faultOf(await look()), 'seen-fork')
  network.show(await other.with(issue(5)))
  assert.equal(faultOf(await look()), 'seen-fork')
  assert.equal(kept.get(process), checkpoint)
  network.show(record)
  assert.equal((await look()).came, 'verified')
})

test('[R10] one changed byte of a tile or an act is named with its entry', async () => {
  const record = await exercise(3)
  const leaves = before(record)
  const at = record.leaves[0]!.length + 40
  leaves.network.tamper((path, bytes) =>
    /entries\/000/.test(path) && bytes !== undefined ? bytes.map((byte, index) => (index === at ? byte ^ 1 : byte)) : bytes,
  )
  const leaf = await leaves.look()
  assert.deepEqual([faultOf(leaf), leaf.came === 'differs' && leaf.fault.index], ['leaf-hash', 1])
  const acts = before(record)
  acts.network.tamper((path, bytes) =>
    path.includes('/entries?') ? new TextEncoder().encode(new TextDecoder().decode(bytes).replace('Issue 2', 'Issue 7')) : bytes,
  )
  const act = await acts.look()
  assert.deepEqual([faultOf(act), act.came === 'differs' && act.fault.index], ['commitment', 2])
})

test('[R11] another process under the same id is a fault', async () => {
  const { network, look, process } = before(await exercise(2))
  const other = await exercise(2, 'b')
  network.show({ ...other, process })
  assert.equal(faultOf(await look()), 'trust')
})

test('[R12] a silent host is no fault, and what was kept stays', async () => {
  for (const path of ['checkpoint', 'tile', 'entries?']) {
    const { network, kept, look, process } = before(await exercise(2))
    await look()
    const checkpoint = kept.get(process)
    network.show(await (await exercise(2)).with(issue(2)))
    network.tamper((asked, bytes) => (asked.includes(path) ? new TypeError('cut') : bytes))
    assert.deepEqual(await look(), { came: 'silent', code: 'host-unreachable' })
    assert.equal(kept.get(process), checkpoint)
    network.tamper(undefined)
    const again = await look()
    assert.equal(again.came === 'verified' && again.verified.size, 3)
  }
})

test('[R13] full tiles and acts are fetched once', async () => {
  const record = await exercise(258)
  const { network, look } = before(record)
  assert.equal((await look()).came, 'verified')
  network.show(await record.with(issue(258)))
  assert.equal((await look()).came, 'verified')
  const asked = (part: string): number => network.asked.filter((path) => path.endsWith(part)).length
  assert.equal(asked('/tile/entries/000'), 1)
  assert.equal(asked('/tile/0/000'), 1)
  assert.equal(asked('/checkpoint'), 2)
  assert.deepEqual(
    network.asked.filter((path) => path.includes('/entries?')).map((path) => path.replace(/.*\?/, '')),
    ['from=0&limit=258', 'from=258&limit=1'],
  )
})

test('[R14] a gathered state holds every entry in order and the same state', async () => {
  const record = await exercise(4)
  const { network, process, look } = before(record)
  const plain = await look()
  const memory: Memory = { recall: async () => undefined, keep: async () => {} }
  const source = hostSource(transport(network.fetch, { base: 'http://host' }), { process, sha256: nodePrimitives.sha256 })
  const whole = await follow({ process, source, primitives: nodePrimitives, meaning: gathered(meaning(nodePrimitives)), memory })
  assert.ok(whole.came === 'verified' && plain.came === 'verified')
  assert.deepEqual(
    whole.verified.state.openings.map(({ hash }) => hash),
    record.names,
  )
  assert.deepEqual(whole.verified.state.opened, whole.verified.state.openings.map(openAct))
  assert.deepEqual(whole.verified.state.state, plain.verified.state)
})
