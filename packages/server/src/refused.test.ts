// Longer than 250 lines: one table of everything that an act is refused for.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { ACT_LIMIT, type BodyId, hex, type Instant, type Json, type Refusal, signEntry } from '@paraph/record'
import { enrolmentMessage } from '@paraph/talks'
import {
  type Exercise,
  expect,
  folderHash,
  foundingAct,
  type Home,
  json,
  nameOf,
  newSalt,
  openExercise,
  openHome,
  signerOf,
  type Submission,
  submissionOf,
} from './exercise.test-support.ts'

const codeOf = (result: { ok: true } | { ok: false; refusal: Refusal }): string => (result.ok ? 'accepted' : result.refusal.code)

/** Every refusal of an act, each with what was sent; after each the folder's bytes and the head are as they were. */
const EXAMPLE_KEY = hex(signerOf('example').publicKey)
const EXAMPLE_SALT = newSalt()
const reserved = { keys: new Set([EXAMPLE_KEY]), salts: new Set([hex(EXAMPLE_SALT)]) }

/** `key.enrolled` of A for a key by its label, with that key's own proof. */
const enrolling = async (label: string, log: string): Promise<Json> => {
  const key = { key: hex(signerOf(label).publicKey), kind: 'device' }
  const proof = await signerOf(label).sign(enrolmentMessage(key, { log, by: 'A' as BodyId }))
  return { type: 'key.enrolled', ...key, proof: hex(proof) }
}

describe('a refused act changes nothing', () => {
  let home: Home
  let exercise: Exercise
  let other: Exercise
  let issue: Submission
  before(async () => {
    home = await openHome({ reserved })
    exercise = await openExercise(home.host)
    other = await openExercise(home.host)
    issue = await exercise.issue('fish')
    expect(await home.host.submit(exercise.id, json(issue)))
    expect(await home.host.submit(exercise.id, json(await exercise.sign('SEC', { type: 'issue.closed', issue: nameOf(issue) }))))
    expect(await home.host.submit(exercise.id, json(await exercise.sign('SEC', { type: 'track.opened', track: 'T', title: { en: 'T' } }))))
    const revoking = { type: 'key.revoked', key: hex(signerOf('B').publicKey) }
    expect(await home.host.submit(exercise.id, json(await exercise.sign('B', revoking))))
  })
  after(() => home.dispose())

  const ahead = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()
  const cases: Readonly<Record<string, { code: string; path?: string; send: () => Promise<Json> | Json }>> = {
    'what is no object': { code: 'schema', path: 'submission', send: () => 'act' },
    'a member that no submission has': {
      code: 'schema',
      path: 'note',
      send: async () => ({ ...(json(await exercise.issue('x')) as object), note: 1 }) as Json,
    },
    'an entry without its saw': {
      code: 'schema',
      path: 'entry.saw',
      send: async () => {
        const { entry, ...rest } = await exercise.issue('x')
        const { saw: _, ...less } = entry
        return json({ ...rest, entry: less })
      },
    },
    'a signature that is not base64url': {
      code: 'schema',
      path: 'sig.value',
      send: async () => json({ ...(await exercise.issue('x')), sig: { alg: 'ed25519', value: '+' } }),
    },
    'a short salt': { code: 'schema', path: 'salt', send: async () => json({ ...(await exercise.issue('x')), salt: '00' }) },
    'an act with a fraction': {
      code: 'schema',
      path: 'act.title.en',
      send: async () => json({ ...(await exercise.issue('x')), act: { type: 'issue.tabled', title: { en: 0.5 } } }),
    },
    'an act beyond 64 KiB': {
      code: 'too-large',
      path: 'act',
      send: async () => json({ ...(await exercise.issue('x')), act: { type: 'issue.tabled', title: { en: 'x'.repeat(ACT_LIMIT) } } }),
    },
    'a key of an example': { code: 'example-key', path: 'key', send: async () => json(await exercise.issue('x', { label: 'example' })) },
    'a salt of an example': {
      code: 'example-salt',
      path: 'salt',
      send: async () => json(await exercise.issue('x', { salt: EXAMPLE_SALT })),
    },
    'an example’s key, enrolled with its proof': {
      code: 'example-key',
      path: 'act.key',
      send: async () => json(await exercise.sign('A', await enrolling('example', exercise.log), { person: 'head-a' })),
    },
    'an example’s key, brought by a body that joins': {
      code: 'example-key',
      path: 'act.body.keys[0].key',
      send: async () => {
        const body = { id: 'C', roles: ['party'], names: { en: 'C' }, keys: [{ key: EXAMPLE_KEY, kind: 'device', member: 'head-c' }] }
        return json(await exercise.sign('SEC', { type: 'body.joined', body }, { person: 'clerk' }))
      },
    },
    'a key that the entry does not name': {
      code: 'key-differs',
      path: 'key',
      send: async () => json({ ...(await exercise.issue('x')), key: hex(signerOf('A').publicKey) }),
    },
    'an act that was changed after signing': {
      code: 'commitment-does-not-open',
      path: 'entry.act',
      send: async () => json({ ...(await exercise.issue('x')), act: { type: 'issue.tabled', title: { en: 'y' } } }),
    },
    'another body’s commitment': {
      code: 'commitment-does-not-open',
      send: async () => {
        const theirs = await exercise.issue('x')
        const entry = { ...theirs.entry, by: 'A' as never, key: (await exercise.sign('A', theirs.act)).entry.key }
        return json({ ...theirs, entry, sig: await signEntry(signerOf('A'), entry), key: hex(signerOf('A').publicKey) })
      },
    },
    'a signature over another entry': {
      code: 'signature',
      path: 'sig',
      send: async () => json({ ...(await exercise.issue('x')), sig: issue.sig }),
    },
    'an entry signed for another record': { code: 'log-differs', path: 'entry.log', send: async () => json(await other.issue('x')) },
    'an act under a salt that stands already, in another entry': {
      code: 'commitment-copied',
      path: 'entry.act',
      send: async () =>
        json(await exercise.sign('SEC', issue.act, { salt: new Uint8Array(Buffer.from(issue.salt, 'hex')), at: ahead(-1) })),
    },
    'a saw beyond the record': {
      code: 'saw-in-the-future',
      path: 'entry.saw.size',
      send: async () => json(await exercise.issue('x', { saw: { size: 99, root: exercise.saw.root } })),
    },
    'a saw of another history': {
      code: 'saw-foreign',
      path: 'entry.saw',
      send: async () => json(await exercise.issue('x', { saw: { size: 2, root: exercise.saw.root } })),
    },
    'a saw of nothing after entry 0': {
      code: 'saw-foreign',
      send: async () => json(await exercise.issue('x', { saw: { size: 0, root: exercise.saw.root } })),
    },
    'a clock six minutes ahead': {
      code: 'at-in-the-future',
      path: 'entry.at',
      send: async () => json(await exercise.issue('x', { at: ahead(6) })),
    },
    'a key of nobody': { code: 'key-unknown', path: 'entry.key', send: async () => json(await exercise.issue('x', { label: 'stranger' })) },
    'a key of another body': {
      code: 'key-of-another-body',
      send: async () => json(await exercise.sign('SEC', { type: 'issue.tabled', title: { en: 'x' } }, { label: 'A' })),
    },
    'a key that was revoked': {
      code: 'key-revoked',
      send: async () => json(await exercise.sign('B', { type: 'issue.tabled', title: { en: 'x' } })),
    },
    'an act of no kind': { code: 'unknown-type', send: async () => json(await exercise.sign('A', { type: 'weather.changed' })) },
    'an act against its schema': {
      code: 'act-schema',
      path: 'act.title',
      send: async () => json(await exercise.sign('SEC', { type: 'issue.tabled' })),
    },
    'an act whose entry names another type': {
      code: 'act-type-differs',
      send: async () => json(await exercise.issue('x', { type: 'issue.amended' })),
    },
    'an act for some only': {
      code: 'audience-needs-sealing',
      path: 'act.audience',
      send: async () => json(await exercise.sign('SEC', { type: 'issue.tabled', title: { en: 'x' }, audience: 'mediators' })),
    },
    'an act that the body has no right to': {
      code: 'right-not-held',
      send: async () => json(await exercise.sign('A', { type: 'track.opened', track: 'T', title: { en: 'x' } })),
    },
    'an act that refers to nothing': {
      code: 'reference-unknown',
      send: async () => json(await exercise.sign('SEC', { type: 'issue.closed', issue: '0'.repeat(64) })),
    },
    'an answer to what is no longer current': {
      code: 'superseded',
      path: 'act.issue',
      send: async () => json(await exercise.sign('SEC', { type: 'issue.closed', issue: nameOf(issue) })),
    },
    'an act against a rule': {
      code: 'token-taken',
      send: async () => json(await exercise.sign('SEC', { type: 'track.opened', track: 'T', title: { en: 'again' } })),
    },
    'a new key that did not sign its enrolment': {
      code: 'enrolment-proof',
      path: 'act.proof',
      send: async () =>
        json(
          await exercise.sign(
            'A',
            { type: 'key.enrolled', key: hex(signerOf('A2').publicKey), kind: 'device', proof: '0'.repeat(128) },
            { person: 'head-a' },
          ),
        ),
    },
  }

  for (const [what, { code, path, send }] of Object.entries(cases)) {
    test(`${what}: ${code}`, async () => {
      const submission = await send()
      const files = folderHash(home.home)
      const { head, opened } = expect(await home.host.record(exercise.id))
      const count = opened.length
      const result = await home.host.submit(exercise.id, submission)
      assert.equal(codeOf(result), code, JSON.stringify(result))
      if (path !== undefined) assert.equal(!result.ok && result.refusal.path, path)
      assert.equal(folderHash(home.home), files)
      const now = expect(await home.host.record(exercise.id))
      assert.deepEqual(now.head, head)
      assert.equal(now.opened.length, count)
      assert.equal(now.tree.size, head.size)
      assert.equal(now.state.filed.size, head.size)
    })
  }

  test('a process that nobody opened', async () => {
    assert.equal(codeOf(await home.host.submit('nowhere', json(issue))), 'process-unknown')
    assert.equal(codeOf(await home.host.submit('0'.repeat(32), json(issue))), 'process-unknown')
  })

  test('an act that is accepted does change the bytes: the comparison can fail', async () => {
    const files = folderHash(home.home)
    expect(await home.host.submit(exercise.id, json(await exercise.issue('water'))))
    assert.notEqual(folderHash(home.home), files)
  })
})

test('a key that is no example’s is enrolled, with the same acts', async () => {
  const home = await openHome({ reserved })
  try {
    const exercise = await openExercise(home.host)
    const enrolled = await exercise.sign('A', await enrolling('A2', exercise.log), { person: 'head-a' })
    expect(await home.host.submit(exercise.id, json(enrolled)))
  } finally {
    await home.dispose()
  }
})

describe('a founding act is refused', () => {
  const found = async (make: (home: Home) => Promise<Submission>): Promise<string> => {
    const home = await openHome({ reserved })
    try {
      const submission = json(await make(home))
      const files = folderHash(home.home)
      const code = codeOf(await home.host.found(submission))
      assert.deepEqual(home.host.processes(), [])
      assert.equal(folderHash(home.home), files)
      return code
    } finally {
      await home.dispose()
    }
  }
  const founding = (act: Json, draft = {}) => submissionOf({ log: null, by: 'SEC', person: 'clerk', act, ...draft })
  const key = (home: Home) => expect(home.host.makeLogKey()).key

  test('with a log key that the host does not hold', async () =>
    assert.equal(await found(() => founding(foundingAct('1'.repeat(64)))), 'log-key-unknown'))
  test('for a host of another name', async () =>
    assert.equal(
      await found((home) => founding(foundingAct(key(home), { host: { name: 'other.example', key: key(home) } }))),
      'host-name-differs',
    ))
  test('with an example’s key for a body, for its authority, or for the host', async () => {
    const keys = (key: string) => [{ key, kind: 'device', member: 'clerk' }]
    const listed = (body: { [name: string]: Json }) => [{ id: 'SEC', roles: ['secretariat'], names: { en: 'SEC' }, ...body }]
    const own = hex(signerOf('SEC').publicKey)
    for (const act of [
      (key: string) => foundingAct(key, { bodies: listed({ keys: keys(EXAMPLE_KEY) }) }),
      (key: string) => foundingAct(key, { bodies: listed({ keys: keys(own), authority: EXAMPLE_KEY }) }),
      () => foundingAct(EXAMPLE_KEY),
    ])
      assert.equal(await found((home) => founding(act(key(home)))), 'example-key')
  })
  test('under an example’s salt', async () =>
    assert.equal(await found((home) => founding(foundingAct(key(home)), { salt: EXAMPLE_SALT })), 'example-salt'))
  test('signed for a record that exists', async () =>
    assert.equal(await found((home) => founding(foundingAct(key(home)), { log: 'host.example/x' })), 'not-founding'))
  test('that is another act', async () =>
    assert.equal(await found(() => founding({ type: 'issue.tabled', title: { en: 'x' } })), 'not-founding'))
  test('by a body that is not listed', async () =>
    assert.equal(await found((home) => founding(foundingAct(key(home)), { by: 'C', label: 'C' })), 'key-unknown'))
  test('that has seen something', async () =>
    assert.equal(await found((home) => founding(foundingAct(key(home)), { saw: { size: 1, root: '0'.repeat(64) } })), 'saw-in-the-future'))
  test('with the log key of another process', async () => {
    const home = await openHome()
    try {
      const first = await openExercise(home.host)
      const host = (first.founding.act as { host: { key: string } }).host
      assert.equal(codeOf(await home.host.found(json(await founding(foundingAct(host.key, { slug: 'other' }))))), 'log-key-taken')
    } finally {
      await home.dispose()
    }
  })
})

test('recorded never goes back, though the clock does, and at is measured against it', async () => {
  let now = Date.UTC(2025, 10, 7, 12)
  const home = await openHome({ clock: () => new Date(now).toISOString() as Instant })
  try {
    const exercise = await openExercise(home.host).catch(() => undefined)
    assert.equal(exercise, undefined, 'its founding is signed by the real clock, a year ahead')
    const at = () => new Date(now).toISOString()
    const { key } = expect(home.host.makeLogKey())
    const { id } = expect(
      await home.host.found(json(await submissionOf({ log: null, by: 'SEC', person: 'clerk', act: foundingAct(key), at: at() }))),
    )
    now -= 60 * 60_000
    const record = expect(await home.host.record(id))
    const act = await submissionOf({
      log: record.origin,
      by: 'SEC',
      act: { type: 'issue.tabled', title: { en: 'x' } },
      at: at(),
      saw: { size: 1, root: hex(record.tree.root(1)) },
      salt: newSalt(),
    })
    expect(await home.host.submit(id, json(act)))
    const { opened } = expect(await home.host.record(id))
    assert.equal(opened[1]!.mark.recorded, opened[0]!.mark.recorded)
  } finally {
    await home.dispose()
  }
})
