import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { nodePrimitives } from './node/index.ts'
import { noteKey, vkeyOf } from './note.ts'
import { POLICY_LIMIT, POLICY_LOG_LIMIT, parsePolicy, policyText } from './policy.ts'
import { toySigner } from './toy.test-support.ts'

const { sha256 } = nodePrimitives
const keyNamed = (name: string, label = name) => noteKey(sha256, { name, publicKey: toySigner(label).publicKey })
const key = keyNamed('host.example/0f')
const codeOf = (text: string): string => {
  const parsed = parsePolicy(sha256, text)
  return parsed.ok ? `ok ${parsed.value.logs.length}` : parsed.refusal.code
}

describe('policy', () => {
  test('[R30] the policy of a record is its log’s vkey and no quorum, and parses back', () => {
    assert.equal(policyText(key), `log ${vkeyOf(key)}\nquorum none\n`)
    const back = parsePolicy(sha256, policyText(key))
    assert.ok(back.ok)
    assert.deepEqual(back.value.logs, [key])
  })

  test('[R30] comments, blank lines, tabs, addresses and any order of lines are read', () => {
    assert.equal(
      codeOf(`# é\n\n \tquorum\tnone \n  # more\nlog ${vkeyOf(key)} https://log.example/\nlog  ${vkeyOf(keyNamed('two'))}\n`),
      'ok 2',
    )
  })

  test('[R30] anything else is refused, and witnesses by a name of their own', () => {
    const vkey = vkeyOf(key)
    for (const wrong of [
      '',
      'quorum none',
      `log ${vkey}\n`,
      'quorum none\nquorum none\n',
      'quorum\n',
      'log x\nquorum none\n',
      'logs\nquorum none\n',
      `log ${vkey} a b\nquorum none\n`,
      `log ${vkey}\nlog ${vkey}\nquorum none\n`,
      `log ${vkey}\nlog ${vkeyOf(keyNamed('other', 'host.example/0f'))}\nquorum none\n`,
      'quorum none\r\n',
      'quorum none\u0000\n',
    ]) {
      assert.equal(codeOf(wrong), 'policy-malformed', JSON.stringify(wrong))
    }
    for (const later of [`witness W ${vkey}\nquorum W\n`, 'group G any W\nquorum G\n', 'quorum W\n'])
      assert.equal(codeOf(later), 'policy-has-witnesses')
  })

  test('[R30] 64 logs are read, 65 or too many characters are refused', () => {
    const logs = (count: number) => Array.from({ length: count }, (_, at) => `log ${vkeyOf(keyNamed(`log${at}`))}\n`).join('')
    assert.equal(codeOf(`${logs(POLICY_LOG_LIMIT)}quorum none\n`), `ok ${POLICY_LOG_LIMIT}`)
    assert.equal(codeOf(`${logs(POLICY_LOG_LIMIT + 1)}quorum none\n`), 'policy-oversize')
    assert.equal(codeOf(`#${'x'.repeat(POLICY_LIMIT)}\nquorum none\n`), 'policy-oversize')
  })
})
