import assert from 'node:assert/strict'
import { createHash, randomBytes, verify } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { browserPrimitives, browserScrypt, browserSigner } from './browser/index.ts'
import { fromHex, utf8 } from './bytes.ts'
import { vectors } from './data.test-support.ts'
import { keyObject } from './node/keys.ts'
import { generateSigner, nodePrimitives, nodeScrypt, nodeSigner, POOL_THRESHOLD, verifyPool } from './node/index.ts'
import type { Primitives, Signed } from './primitives.ts'
import { isAgreed } from './signature.ts'

const opened = await browserPrimitives()
assert.ok(opened.ok)
const web: Primitives = opened.value
const bytesOf = (text: string): Uint8Array => {
  const bytes = fromHex(text)
  assert.ok(bytes.ok)
  return bytes.value
}

/** As many signatures as asked, every third one wrong, and what is right about them. */
const someSigned = async (count: number): Promise<{ batch: readonly Signed[]; right: readonly boolean[] }> => {
  const signers = Array.from({ length: 5 }, () => generateSigner().signer)
  const batch: Signed[] = []
  const right: boolean[] = []
  for (let at = 0; at < count; at++) {
    const signer = signers[at % signers.length]!
    const message = utf8(`message ${at}`)
    const signature = await signer.sign(at % 3 === 2 ? utf8('another') : message)
    batch.push({ publicKey: signer.publicKey, message, signature })
    right.push(at % 3 !== 2)
  }
  return { batch, right }
}

describe('primitives', () => {
  test('[R16] node:crypto and WebCrypto accept the same 43 of the 914 CCTV vectors: of the 208 that older platforms accept, those without a point of small order', async (context) => {
    const folder = vectors(context, 'ed25519')
    if (folder === undefined) return
    type Vector = { key: string; sig: string; msg: string; flags: string[] | null }
    const cases = JSON.parse(readFileSync(join(folder, 'cctv-ed25519vectors.json'), 'utf8')) as Vector[]
    const batch = cases.map(({ key, sig, msg }) => ({ publicKey: bytesOf(key), signature: bytesOf(sig), message: utf8(msg) }))
    const [byNode, byWeb] = await Promise.all([nodePrimitives.verify(batch), web.verify(batch)])
    assert.equal(byNode.length, 914)
    assert.deepEqual(byNode, byWeb)
    assert.equal(byNode.filter(Boolean).length, 43)
    const asked = cases.map(
      ({ flags }, at) => !isAgreed(batch[at]!) === (flags ?? []).some((flag) => flag === 'low_order_A' || flag === 'low_order_R'),
    )
    assert.equal(asked.indexOf(false), -1)
    // Without that question the platform decides, and there are two kinds of platform. A third would be news.
    const platform = batch.map(({ publicKey, message, signature }) => {
      const key = keyObject(publicKey)
      return key !== undefined && verify(null, message, key, signature)
    })
    assert.ok([43, 208].includes(platform.filter(Boolean).length))
    assert.deepEqual(
      platform.map((held, at) => held && isAgreed(batch[at]!)),
      byNode,
    )
  })

  test('[R17] the verification that acts are checked with says of every Wycheproof vector what it should', async (context) => {
    const folder = vectors(context, 'ed25519')
    if (folder === undefined) return
    type Group = { publicKey: { pk: string }; tests: { tcId: number; msg: string; sig: string; result: string }[] }
    const { testGroups, numberOfTests } = JSON.parse(readFileSync(join(folder, 'wycheproof-ed25519.json'), 'utf8')) as {
      testGroups: Group[]
      numberOfTests: number
    }
    let looked = 0
    for (const { publicKey, tests } of testGroups) {
      const batch = tests.map(({ msg, sig }) => ({ publicKey: bytesOf(publicKey.pk), message: bytesOf(msg), signature: bytesOf(sig) }))
      for (const primitives of [nodePrimitives, web]) {
        assert.deepEqual(
          await primitives.verify(batch),
          tests.map(({ result }) => result === 'valid'),
          tests.map(({ tcId }) => tcId).join(),
        )
      }
      looked += tests.length
    }
    assert.equal(looked, numberOfTests)
  })

  test('[R18] both doors and the pool give one answer each in order, and false for what is malformed', async () => {
    const pool = verifyPool({ threads: 2 })
    const { batch, right } = await someSigned(POOL_THRESHOLD * 4)
    for (const primitives of [nodePrimitives, web, pool.primitives]) {
      assert.deepEqual(await primitives.verify(batch), right)
      assert.deepEqual(await primitives.verify([]), [])
      const { publicKey, message, signature } = batch[0]!
      const malformed = [
        { publicKey: publicKey.slice(1), message, signature },
        { publicKey, message, signature: signature.slice(1) },
        { publicKey: new Uint8Array(0), message, signature: new Uint8Array(0) },
        { publicKey: new Uint8Array(32).fill(255), message, signature },
        ...batch.slice(0, POOL_THRESHOLD),
      ]
      assert.deepEqual(await primitives.verify(malformed), [false, false, false, false, ...right.slice(0, POOL_THRESHOLD)])
      const bad = batch.map((signed) => ({ ...signed, publicKey: new Uint8Array(32).fill(255) }))
      assert.deepEqual(
        await primitives.verify(bad),
        batch.map(() => false),
      )
    }
    await pool.close()
  })

  test('[R18] a pool that is closed answers what is under way and takes nothing more', async () => {
    const pool = verifyPool({ threads: 1 })
    const { batch, right } = await someSigned(POOL_THRESHOLD * 8)
    const underWay = Array.from({ length: 20 }, () => pool.primitives.verify(batch))
    await pool.close()
    assert.deepEqual(
      await Promise.all(underWay),
      underWay.map(() => right),
    )
    await assert.rejects(pool.primitives.verify(batch), /closed/)
    await pool.close()
  })

  test('[R18] SHA-256 of both doors is the same for every length up to three blocks', () => {
    for (let length = 0; length < 200; length++) {
      const bytes = new Uint8Array(randomBytes(length))
      const expected = new Uint8Array(createHash('sha256').update(bytes).digest())
      assert.deepEqual(nodePrimitives.sha256(bytes), expected)
      assert.deepEqual(web.sha256(bytes), expected)
    }
  })

  test('[R19] a seed makes the same key every time, and what Node or WebCrypto signs the other verifies', async () => {
    const { seed, signer } = generateSigner()
    assert.deepEqual(nodeSigner(seed).publicKey, signer.publicKey)
    assert.throws(() => nodeSigner(seed.slice(1)), RangeError)
    const pair = (await crypto.subtle.generateKey({ name: 'Ed25519' }, false, ['sign', 'verify'])) as CryptoKeyPair
    assert.equal(pair.privateKey.extractable, false)
    const message = utf8('a message')
    for (const one of [signer, await browserSigner(pair)]) {
      const signed = [{ publicKey: one.publicKey, message, signature: await one.sign(message) }]
      assert.deepEqual([await nodePrimitives.verify(signed), await web.verify(signed)], [[true], [true]])
    }
  })

  test('[R19] scrypt of both doors is the same', async () => {
    const cost = { N: 1024, r: 8, p: 1, length: 32 }
    assert.deepEqual(await nodeScrypt(utf8('a'), utf8('b'), cost), await browserScrypt(utf8('a'), utf8('b'), cost))
    await assert.rejects(nodeScrypt(utf8('a'), utf8('b'), { N: 1000, r: 8, p: 1, length: 32 }))
  })

  test('[R18] without WebCrypto, or with one that has no Ed25519, the browser door refuses', async () => {
    const held = Object.getOwnPropertyDescriptor(globalThis, 'crypto')!
    const codeWith = async (value: unknown): Promise<string> => {
      Object.defineProperty(globalThis, 'crypto', { value, configurable: true, writable: true })
      try {
        const given = await browserPrimitives()
        return given.ok ? 'ok' : given.refusal.code
      } finally {
        Object.defineProperty(globalThis, 'crypto', held)
      }
    }
    assert.equal(await codeWith(undefined), 'no-webcrypto')
    assert.equal(await codeWith({}), 'no-webcrypto')
    assert.equal(await codeWith({ subtle: { importKey: () => Promise.reject(new DOMException('no', 'NotSupportedError')) } }), 'no-ed25519')
  })
})
