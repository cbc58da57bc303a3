import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { ACT_LIMIT, checkAct, openActBytes, parseOpenAct } from './act.ts'
import { utf8 } from './bytes.ts'

const salt = new Uint8Array(32).fill(0xab)
const codeOf = (text: string): string => {
  const parsed = parseOpenAct(utf8(text))
  return parsed.ok ? 'ok' : `${parsed.refusal.code} ${parsed.refusal.path ?? ''}`.trim()
}
/** An act whose canonical text has this many bytes. */
const actOf = (length: number) => ({ t: 'x'.repeat(length - 8) })

describe('open act', () => {
  test('[R11] its file is the canonical text of act and salt in hex, and parses back', () => {
    const bytes = openActBytes({ act: { type: 'toy.noted', text: 'é' }, salt })
    assert.equal(Buffer.from(bytes).toString('utf8'), `{"act":{"text":"é","type":"toy.noted"},"salt":"${'ab'.repeat(32)}"}`)
    const back = parseOpenAct(bytes)
    assert.ok(back.ok)
    assert.deepEqual(back.value, { act: { type: 'toy.noted', text: 'é' }, salt })
  })

  test('[R11] anything else in it is refused with its path', () => {
    const S = 'ab'.repeat(32)
    assert.equal(codeOf(`{"act":1,"salt":"${S}"} `), 'not-canonical')
    assert.equal(codeOf(`{"salt":"${S}","act":1}`), 'not-canonical')
    assert.equal(codeOf(`{"act":1,"salt":"${S.toUpperCase()}"}`), 'wrong-form salt')
    assert.equal(codeOf(`{"act":1}`), 'missing-member file.salt')
    assert.equal(codeOf(`{"act":1,"more":1,"salt":"${S}"}`), 'unknown-member file.more')
    assert.equal(codeOf(`{"act":{"a":1.5},"salt":"${S}"}`), 'not-safe-integer act.a')
    assert.equal(codeOf('[]'), 'wrong-type file')
  })

  test('[R10] an act of 65,536 bytes is taken and one of 65,537 is refused', () => {
    assert.equal(checkAct(actOf(ACT_LIMIT)), undefined)
    assert.equal(checkAct(actOf(ACT_LIMIT + 1))?.code, 'oversize')
    assert.ok(parseOpenAct(openActBytes({ act: actOf(ACT_LIMIT), salt })).ok)
    const over = parseOpenAct(openActBytes({ act: actOf(ACT_LIMIT + 1), salt }))
    assert.ok(!over.ok && over.refusal.code === 'oversize' && over.refusal.facts['size'] === ACT_LIMIT + 1)
    assert.equal(checkAct({ a: 0.5 })?.path, 'act.a')
  })
})
