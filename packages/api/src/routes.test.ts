import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type EntryHash,
  type EntryIndex,
  type Instant,
  type Json,
  NOTE_LIMIT,
  PROOF_LIMIT,
  parseEntry,
  parseReceipt,
  receiptOf,
  refuse,
} from '@paraph/record'
import { catalogue, refusalWords } from '@paraph/talks'
import { addressOf } from './address.ts'
import { describeActs, openApi } from './openapi.ts'
import { ProcessRef } from './parts.ts'
import { HOST_REFUSALS, ProblemShape, problem, type RefusalCode, statusOf, TALKS_STATUS } from './refusals.ts'
import { EVERYWHERE, type Route, routes } from './routes.ts'
import { EntryShape, ReceiptShape, SubmissionShape } from './submission.ts'

const all: readonly (readonly [string, Route])[] = Object.entries(routes)
const hash = 'a'.repeat(64)

test('[R1] no two routes have one method and path, and every parameter of a path has a schema', () => {
  assert.equal(new Set(all.map(([, { method, path }]) => `${method} ${path}`)).size, all.length)
  for (const [name, { path, params }] of all) {
    const named = [...path.matchAll(/\{([a-z]+)\}/g)].map(([, key]) => key)
    assert.deepEqual(Object.keys(params?.shape ?? {}), named, name)
  }
})

test('[R2] every route has an answer that is no refusal, and every refusal that it names has a status and a sentence', () => {
  for (const [name, { answers, refusals }] of all) {
    assert.ok(
      Object.keys(answers).some((status) => Number(status) >= 200 && Number(status) < 300),
      name,
    )
    for (const code of [...EVERYWHERE, ...refusals] as RefusalCode[]) {
      assert.ok(statusOf(code) >= 400, code)
      const sentence =
        code in HOST_REFUSALS ? HOST_REFUSALS[code as keyof typeof HOST_REFUSALS].title : refusalWords[code as keyof typeof refusalWords]
      assert.ok(sentence.message.length > 10, code)
    }
  }
})

test('[R2] every sentence of the host has the name of its code', () => {
  for (const [code, { title }] of Object.entries(HOST_REFUSALS)) assert.equal(title.id, `refusal.${code}`)
})

test('[R3] a refusal keeps code, path and facts as a problem document', () => {
  const { refusal } = refuse('saw-foreign', { saw: 4 }, 'entry.saw')
  const document = problem(refusal, 'Another history.')
  assert.deepEqual(document, {
    type: 'urn:paraph:refusal:saw-foreign',
    title: 'Another history.',
    status: 409,
    code: 'saw-foreign',
    path: 'entry.saw',
    facts: { saw: 4 },
  })
  assert.deepEqual(ProblemShape.parse(document), document)
  assert.equal('path' in problem(refuse('busy').refusal, 'x'), false)
})

test('[R4] every code of talks has one status, and an unlisted code is a fault', () => {
  assert.deepEqual(Object.keys(TALKS_STATUS).toSorted(), Object.keys(refusalWords).toSorted())
  assert.deepEqual(
    Object.keys(TALKS_STATUS).filter((code) => code in HOST_REFUSALS),
    [],
  )
  for (const code of Object.keys(TALKS_STATUS)) assert.ok(statusOf(code) >= 400 && statusOf(code) < 500, code)
  for (const code of ['no-such-code', 'toString', '__proto__']) assert.equal(statusOf(code), 500)
})

test('[R6] an address escapes its parts and leaves out what is absent', () => {
  assert.equal(
    addressOf('standing', { params: { ref: 'a-b' }, query: { at: '2025-11-10T12:00:00+05:00', known: undefined } }),
    '/api/v1/processes/a-b/standing?at=2025-11-10T12%3A00%3A00%2B05%3A00',
  )
  assert.equal(
    addressOf('tile', { params: { id: '0'.repeat(32), path: 'entries/x001/000.p/7' } }),
    `/log/${'0'.repeat(32)}/tile/entries/x001/000.p/7`,
  )
  assert.equal(addressOf('process', { params: { ref: 'a?b/c' } }), '/api/v1/processes/a%3Fb/c')
  assert.equal(addressOf('processes', { params: {} }), '/api/v1/processes')
})

type Operation = {
  operationId: string
  parameters: { name: string; in: string; required: boolean }[]
  responses: Record<string, { description: string }>
  requestBody?: object
}
type Document = { openapi: string; paths: Record<string, Record<string, Operation>>; components: { schemas: Record<string, object> } }

test('[R7] the document names every route with parameters, answers and refusals, and every kind of act', () => {
  const document = openApi({ version: '1', catalogue }) as unknown as Document
  assert.match(document.openapi, /^3\.1\.\d$/)
  let operations = 0
  for (const [name, route] of all) {
    const operation = document.paths[route.path]?.[route.method.toLowerCase()]
    assert.equal(operation?.operationId, name)
    operations++
    const parameters = operation!.parameters.filter((parameter) => parameter.in !== 'header')
    assert.deepEqual(
      parameters.map((parameter) => [parameter.name, parameter.required]),
      [
        ...Object.keys(route.params?.shape ?? {}).map((key) => [key, true]),
        ...Object.keys(route.query?.shape ?? {}).map((key) => [key, false]),
      ],
    )
    assert.equal(operation!.requestBody !== undefined, route.body !== undefined)
    for (const status of Object.keys(route.answers)) assert.ok(operation!.responses[status], `${name} ${status}`)
    for (const code of route.refusals)
      assert.ok(operation!.responses[statusOf(code)]?.description.includes(`\`${code}\``), `${name} ${code}`)
  }
  assert.equal(
    Object.values(document.paths).reduce((count, path) => count + Object.keys(path).length, 0),
    operations,
  )
  for (const { type } of catalogue) assert.ok(document.components.schemas[`act.${type}`], type)
})

test('[R8] document and catalogue are the same every time, and JSON', () => {
  for (const make of [() => openApi({ version: '1', catalogue }), () => describeActs(catalogue)]) {
    assert.deepEqual(make(), make())
    assert.deepEqual(JSON.parse(JSON.stringify(make())), make())
  }
})

test('[R9] a submission has its five members, and an entry the members that the record reads', () => {
  const entry = {
    v: 1,
    log: null,
    type: 'issue.tabled',
    by: 'A',
    key: hash,
    at: '2025-01-01T00:00:00.000Z',
    act: hash,
    saw: { size: 0, root: hash },
  }
  const submission = { entry, sig: { alg: 'ed25519', value: 'x' }, act: {}, salt: hash, key: hash }
  assert.equal(SubmissionShape.safeParse(submission).success, true)
  assert.equal(SubmissionShape.safeParse({ ...submission, more: 1 }).success, false)
  for (const member of Object.keys(submission))
    assert.equal(SubmissionShape.safeParse({ ...submission, [member]: undefined }).success, false, member)
  for (const whole of [
    entry,
    { ...entry, person: 'clerk', file: hash },
    { ...entry, more: 1 },
    { ...entry, saw: { size: 0 } },
    { ...entry, v: 2 },
  ])
    assert.equal(EntryShape.safeParse(whole).success, parseEntry(whole).ok, JSON.stringify(whole))
})

test('[R10] ids and labels name a process, and nothing else does', () => {
  for (const ref of ['0'.repeat(32), 'istanbul-2025', 'a']) assert.equal(ProcessRef.safeParse(ref).success, true, ref)
  for (const ref of ['', 'A', '1a', 'a b', 'a/b', '0'.repeat(31), 'x'.repeat(64), '-a'])
    assert.equal(ProcessRef.safeParse(ref).success, false, ref)
})

test('[R11] a receipt is the record’s own, member for member', () => {
  const receipt = receiptOf({
    entry: hash as EntryHash,
    index: 1 as EntryIndex,
    recorded: '2025-01-01T00:00:00.000Z' as Instant,
    proof: [new Uint8Array(32)],
    checkpoint: 'c',
  })
  assert.deepEqual(ReceiptShape.parse(receipt), receipt)
  for (const changed of [
    receipt,
    ...Object.keys(receipt).map((member) => ({ ...receipt, [member]: undefined })),
    { ...receipt, v: 2 },
    { ...receipt, entry: 'a' },
    { ...receipt, index: -1 },
    { ...receipt, recorded: '2025-01-01' },
    { ...receipt, proof: ['a'] },
    { ...receipt, proof: Array.from({ length: PROOF_LIMIT + 1 }, () => hash) },
    { ...receipt, checkpoint: 'c'.repeat(NOTE_LIMIT + 1) },
  ])
    assert.equal(ReceiptShape.safeParse(changed).success, parseReceipt(changed as Json).ok, JSON.stringify(changed).slice(0, 200))
})
