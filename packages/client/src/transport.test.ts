import assert from 'node:assert/strict'
import test from 'node:test'
import { utf8 } from '@paraph/record'
import { type Answered, type Fetch, transport } from './transport.ts'

const HASH = '0'.repeat(64)
const answered = (status: number, content: string | Uint8Array): Answered => {
  const bytes = typeof content === 'string' ? utf8(content) : content
  return {
    status,
    headers: { get: () => null },
    text: async () => new TextDecoder().decode(bytes),
    arrayBuffer: async () => bytes.slice().buffer as ArrayBuffer,
  }
}

test('[R1] a question goes where the route says, with method, language, body and the place’s headers', async () => {
  const asked: unknown[] = []
  const fetch: Fetch = async (address, rest) => {
    asked.push([address, rest])
    return answered(204, '')
  }
  const host = transport(fetch, { base: 'http://localhost:4600/', headers: { authorization: 'x' } })
  await host.ask('standing', { params: { ref: 'istanbul-2025' }, query: { at: '2025-11-10', known: undefined }, language: 'ur' })
  await host.ask('signIn', { body: { token: 't' } })
  assert.deepEqual(asked, [
    [
      'http://localhost:4600/api/v1/processes/istanbul-2025/standing?at=2025-11-10',
      { method: 'GET', headers: { authorization: 'x', 'accept-language': 'ur' } },
    ],
    [
      'http://localhost:4600/api/v1/session',
      { method: 'POST', headers: { authorization: 'x', 'content-type': 'application/json' }, body: '{"token":"t"}' },
    ],
  ])
})

test('[R2] an answer in the contract’s shape is given, any other is refused with the path of the offence', async () => {
  const receipt = { v: 1, entry: HASH, index: 1, recorded: '2025-01-01T00:00:00.000Z', proof: [HASH], checkpoint: 'c' }
  const ask = (status: number, json: unknown) =>
    transport(async () => answered(status, JSON.stringify(json)), { base: 'http://h' }).ask('submit', { params: { ref: 'x' }, body: {} })
  assert.deepEqual(await ask(201, receipt), { ok: true, value: receipt })
  assert.deepEqual(await ask(200, receipt), { ok: true, value: receipt })
  assert.deepEqual(await ask(201, { ...receipt, proof: ['no hash'] }), {
    ok: false,
    refusal: { code: 'answer-malformed', path: 'proof.0', facts: { status: 201 } },
  })
  const page = transport(async () => answered(502, '<html>'), { base: 'http://h' })
  assert.deepEqual(await page.ask('processes', {}), { ok: false, refusal: { code: 'answer-malformed', facts: { status: 502 } } })
})

test('[R3] tiles are bytes, notes are text, unchanged', async () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, at) => at)
  const host = transport(async (address) => answered(200, address.endsWith('checkpoint') ? 'a\n— b\n' : bytes), { base: 'http://h' })
  assert.deepEqual(await host.ask('tile', { params: { id: 'f'.repeat(32), path: 'entries/000.p/3' } }), { ok: true, value: bytes })
  assert.deepEqual(await host.ask('checkpoint', { params: { id: 'f'.repeat(32) } }), { ok: true, value: 'a\n— b\n' })
})

test('[R4] a refusal of the host comes through whole', async () => {
  const problem = { type: 'urn:x', title: 'Not yours.', status: 403, code: 'not-yours', path: 'act.key', facts: { body: 'A' } }
  const host = transport(async () => answered(403, JSON.stringify(problem)), { base: 'http://h' })
  assert.deepEqual(await host.ask('process', { params: { ref: 'x' } }), {
    ok: false,
    refusal: { code: 'not-yours', path: 'act.key', facts: { body: 'A', said: 'Not yours.' } },
  })
})

test('[R5] a cut line is a refusal', async () => {
  const cut: Fetch = async () => Promise.reject(new TypeError('fetch failed'))
  assert.deepEqual(await transport(cut, { base: 'http://h' }).ask('processes', {}), {
    ok: false,
    refusal: { code: 'host-unreachable', facts: { cause: 'fetch failed', route: 'processes' } },
  })
  const broken: Fetch = async () => ({ ...answered(200, ''), text: async () => Promise.reject(new Error('terminated')) })
  const ended = await transport(broken, { base: 'http://h' }).ask('processes', {})
  assert.equal(!ended.ok && ended.refusal.code, 'host-unreachable')
})
