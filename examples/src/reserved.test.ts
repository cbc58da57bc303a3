import assert from 'node:assert/strict'
import { it } from 'node:test'
import { hex } from '@paraph/record'
import { nodePrimitives, nodeSigner } from '@paraph/record/node'
import { signExample } from './build.ts'
import { examples } from './examples.ts'
import { lakeSera } from './lake-sera/script.ts'
import { permuted } from './permuted.ts'
import { reserved } from './reserved.ts'

const given = { primitives: nodePrimitives, signerOf: nodeSigner }

it('every key that an example signs with, names or has its host sign with is reserved, and every salt', async () => {
  const everybodys = reserved(given, [...examples, permuted])
  let looked = 0
  for (const example of [...examples, permuted]) {
    const { steps } = await signExample(example, given)
    for (const { submission } of steps) {
      assert.ok(everybodys.keys.has(submission.key))
      assert.ok(everybodys.salts.has(submission.salt))
      looked++
    }
    const founding = steps[0]!.submission.act as { host: { key: string }; bodies: readonly { keys: readonly { key: string }[] }[] }
    assert.ok(everybodys.keys.has(founding.host.key))
    for (const { key } of founding.bodies.flatMap(({ keys }) => keys)) assert.ok(everybodys.keys.has(key))
  }
  assert.equal(everybodys.salts.size, looked)
  assert.deepEqual(
    [...reserved(given).salts].filter((salt) => !everybodys.salts.has(salt)),
    [],
  )
  assert.ok(reserved(given).salts.size < looked)
})

it('the keys of an example to play on may sign in the record that it becomes, and its host’s key nowhere', async () => {
  const { keys, playable } = reserved(given, [...examples, permuted])
  const { origin, logKey, steps } = await signExample(lakeSera, given)
  const players = new Set(steps.map(({ submission }) => submission.key))
  assert.equal(players.size, 7)
  assert.deepEqual(playable, new Map([...playable.keys()].map((key) => [key, origin])))
  assert.deepEqual(new Set(playable.keys()), players)
  for (const key of players) assert.ok(keys.has(key))
  assert.ok(keys.has(hex(logKey.signer.publicKey)) && !playable.has(hex(logKey.signer.publicKey)))
})
