// Longer than 250 lines: one server is asked for every route of the contract, and the last test counts that none was left out.
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { BODY_LIMIT, ProblemShape, PROBLEM_TYPE, type Route, routes, statusOf } from '@paraph/api'
import {
  decodeEntryBundle,
  hex,
  type Instant,
  type Json,
  leafHash,
  noteKey,
  parseReceipt,
  verifyBundle,
  verifyReceipt,
  verifyTlogProof,
} from '@paraph/record'
import { nodePrimitives } from '@paraph/record/node'
import { commitments, meaning, overview, rows, standing, statements, timeline } from '@paraph/talks'
import { readVoices } from './catalogues.ts'
import {
  assertVerifies,
  expect,
  folderHash,
  foundingAct,
  HOST_NAME,
  json,
  logKeyOf,
  nameOf,
  sha256,
  sizeSignedIn,
  submissionOf,
} from './exercise.test-support.ts'
import { type Answer, ask, listen, serveHome, type Served, signIn, until } from './http.test-support.ts'
import { SIGN_IN_ATTEMPTS, STREAMS_OF_ADDRESS_LIMIT } from './limits.ts'

/** Routes and refusals that some test here has met; the last test compares them with the contract. */
const met = { routes: new Set<string>(), codes: new Set<string>() }

const NOW = Date.now() + 3_600_000
let served: Served
let cookie: string
before(async () => {
  // A clock that stands: what is asked as of now has one tag for as long as the record does not move.
  served = (await serveHome({ now: () => NOW })) as Served
  cookie = await served.session()
})
after(() => served.dispose())

const get = async (name: keyof typeof routes, path: string, headers: Record<string, string> = {}): Promise<Answer> => {
  met.routes.add(name)
  return served.ask(path, { headers })
}
const post = async (name: keyof typeof routes, path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> => {
  met.routes.add(name)
  return served.ask(path, { method: 'POST', body, headers })
}
const assertRefused = (answer: Answer, code: string): void => {
  const problem = ProblemShape.parse(answer.json())
  assert.equal(problem.code, code, answer.text)
  assert.equal(answer.status, statusOf(code))
  assert.equal(problem.status, answer.status)
  assert.ok(String(answer.headers['content-type']).startsWith(PROBLEM_TYPE))
  assert.equal(answer.headers['cache-control'], 'no-store')
  assert.ok(problem.title.length > code.length - 3 && problem.title !== code, `${code} has a sentence`)
  met.codes.add(code)
}

describe('acts over HTTP', () => {
  test('an act is recorded with 201, and the same entry again answered with 200 and its receipt', async () => {
    const submission = await served.open.issue('fish')
    const first = await post('submit', '/api/v1/processes/open-lake/entries', submission)
    assert.equal(first.status, 201, first.text)
    const receipt = expect(parseReceipt(first.json() as Json))
    const key = await logKeyOf(served.home.host, served.open.id)
    expect(await verifyReceipt(nodePrimitives, { receipt, ...submission, key }))
    const again = await post('submit', `/api/v1/processes/${served.open.id}/entries`, submission)
    assert.equal(again.status, 200)
    assert.deepEqual(again.json(), receipt)
  })

  test('a process is opened with a log key that the host makes', async () => {
    const made = await post('makeLogKey', '/api/v1/host-keys', undefined, { cookie })
    assert.equal(made.status, 201)
    const { name, key } = made.json() as { name: string; key: string }
    assert.equal(name, HOST_NAME)
    const founding = await submissionOf({ log: null, by: 'SEC', person: 'clerk', act: foundingAct(key, { slug: 'new-lake' }) })
    const opened = await post('open', '/api/v1/processes', founding, { cookie })
    assert.equal(opened.status, 201, opened.text)
    assert.equal((await post('open', '/api/v1/processes', founding, { cookie })).status, 200)
    assert.equal((await get('process', '/api/v1/processes/new-lake', { cookie })).status, 200)
  })

  test('a command of the folder’s owner signs in with the token that only the folder knows', async () => {
    const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
    assert.equal((await post('makeLogKey', '/api/v1/host-keys', undefined, bearer(served.serving.token))).status, 201)
    assertRefused(await post('makeLogKey', '/api/v1/host-keys', undefined, bearer(`${served.serving.token}x`)), 'sign-in-needed')
    assertRefused(await post('open', '/api/v1/processes', {}), 'sign-in-needed')
  })

  test('what is refused over HTTP changes nothing', async () => {
    const to = '/api/v1/processes/open-lake/entries'
    const submission = await served.open.issue('x')
    const files = folderHash(served.home.home)
    const text = (body: string, type = 'application/json') => served.ask(to, { method: 'POST', body, headers: { 'content-type': type } })
    assertRefused(await text('{"entry":'), 'malformed-json')
    assertRefused(await text(''), 'malformed-json')
    assertRefused(await text('entry', 'text/plain'), 'not-json')
    assertRefused(await text(`"${'x'.repeat(BODY_LIMIT)}"`), 'too-large')
    assertRefused(
      await post('submit', to, { ...submission, act: { type: 'issue.tabled', title: { en: 'x'.repeat(70_000) } } }),
      'too-large',
    )
    assertRefused(await post('submit', to, []), 'schema')
    assertRefused(await post('submit', to, { ...submission, key: '0'.repeat(64) }), 'key-differs')
    assertRefused(await post('submit', to, { ...submission, salt: '0'.repeat(64) }), 'commitment-does-not-open')
    assertRefused(await post('submit', to, { ...submission, sig: (await served.open.issue('y')).sig }), 'signature')
    assertRefused(
      await post('submit', to, await served.open.issue('x', { at: new Date(Date.now() + 600_000).toISOString() })),
      'at-in-the-future',
    )
    assertRefused(await post('submit', to, await served.closed.issue('x')), 'log-differs')
    assertRefused(await post('submit', to, await served.open.issue('x', { label: 'nobody' })), 'key-unknown')
    assertRefused(
      await post('submit', to, await served.open.issue('x', { saw: { size: 900, root: served.open.saw.root } })),
      'saw-in-the-future',
    )
    assertRefused(await post('submit', to, await served.open.issue('x', { saw: { size: 1, root: '0'.repeat(64) } })), 'saw-foreign')
    const first = await served.home.host.row(expect(await served.home.host.record('open-lake')), nameOf(served.open.founding))
    assert.ok(first.ok && typeof first.value.act !== 'string')
    const copied = await submissionOf({
      log: served.open.log,
      saw: served.open.saw,
      by: 'SEC',
      act: { type: 'issue.tabled', title: { en: 'copy' } },
      salt: new Uint8Array(32).fill(1),
    })
    assert.equal(folderHash(served.home.home), files)
    assert.equal((await post('submit', to, copied)).status, 201)
    const copy = await submissionOf({
      log: served.open.log,
      saw: served.open.saw,
      by: 'SEC',
      act: { type: 'issue.tabled', title: { en: 'copy' } },
      salt: new Uint8Array(32).fill(1),
      at: new Date(Date.now() - 1000).toISOString(),
    })
    assertRefused(await post('submit', to, copy), 'commitment-copied')
    assertRefused(await post('submit', to, await served.open.sign('SEC', { type: 'weather.changed' })), 'unknown-type')
    assertRefused(
      await post('submit', to, await served.open.sign('SEC', { type: 'issue.tabled', title: { en: 'x' }, audience: 'mediators' })),
      'audience-needs-sealing',
    )
    assertRefused(
      await post(
        'submit',
        to,
        await served.open.sign(
          'A',
          { type: 'key.enrolled', key: 'a'.repeat(64), kind: 'device', proof: '0'.repeat(128) },
          { person: 'head-a' },
        ),
      ),
      'enrolment-proof',
    )
    const revoke = (salt: number) =>
      served.open.sign('B', { type: 'key.revoked', key: served.open.founding.key.replace(/./g, String(salt)) })
    assertRefused(await post('submit', to, await revoke(1)), 'key-unknown')
    const issue = await served.open.issue('to be closed')
    for (const act of [issue, await served.open.sign('SEC', { type: 'issue.closed', issue: nameOf(issue) })])
      assert.equal((await post('submit', to, act)).status, 201)
    assertRefused(await post('submit', to, await served.open.sign('SEC', { type: 'issue.closed', issue: nameOf(issue) })), 'superseded')
  })

  test('a founding act is refused as the host says', async () => {
    const { key } = (await post('makeLogKey', '/api/v1/host-keys', undefined, { cookie })).json() as { key: string }
    const open = async (act: Parameters<typeof submissionOf>[0]['act'], more = {}) =>
      post('open', '/api/v1/processes', await submissionOf({ log: null, by: 'SEC', person: 'clerk', act, ...more }), { cookie })
    assertRefused(await open(foundingAct('1'.repeat(64))), 'log-key-unknown')
    assertRefused(await open(foundingAct(key, { host: { name: 'other', key } })), 'host-name-differs')
    assertRefused(await open({ type: 'issue.tabled', title: { en: 'x' } }), 'not-founding')
    const taken = (served.open.founding.act as { host: { key: string } }).host.key
    assertRefused(await open(foundingAct(taken, { slug: 'again' })), 'log-key-taken')
  })

  test('who may not see a process is not told that it is there, unless their key stands in it', async () => {
    const to = '/api/v1/processes/closed-lake/entries'
    assertRefused(await post('submit', to, await served.closed.issue('x', { label: 'stranger' })), 'process-unknown')
    assertRefused(await post('submit', to, []), 'process-unknown')
    assertRefused(await post('submit', '/api/v1/processes/no-lake/entries', await served.closed.issue('x')), 'process-unknown')
    assert.equal((await post('submit', to, await served.closed.issue('x'))).status, 201)
    assertRefused(await post('submit', to, await served.closed.issue('x', { saw: { size: 1, root: '0'.repeat(64) } })), 'saw-foreign')
    assertRefused(await post('submit', to, await served.closed.issue('x', { label: 'stranger' }), { cookie }), 'key-unknown')
  })
})

describe('reading over HTTP', () => {
  const readable: readonly (readonly [keyof typeof routes, (ref: string, id: string, hash: string) => string])[] = [
    ['process', (ref) => `/api/v1/processes/${ref}`],
    ['entries', (ref) => `/api/v1/processes/${ref}/entries?from=0&limit=2`],
    ['rows', (ref) => `/api/v1/processes/${ref}/rows?before=2&limit=1`],
    ['act', (ref, _id, hash) => `/api/v1/processes/${ref}/acts/${hash}`],
    ['actProof', (ref, _id, hash) => `/api/v1/processes/${ref}/acts/${hash}/tlog-proof`],
    ['standing', (ref) => `/api/v1/processes/${ref}/standing`],
    ['overview', (ref) => `/api/v1/processes/${ref}/overview`],
    ['timeline', (ref) => `/api/v1/processes/${ref}/timeline`],
    ['statements', (ref) => `/api/v1/processes/${ref}/statements`],
    ['commitments', (ref) => `/api/v1/processes/${ref}/commitments`],
    ['sources', (ref) => `/api/v1/processes/${ref}/sources`],
    ['disputes', (ref) => `/api/v1/processes/${ref}/disputes`],
    ['papers', (ref) => `/api/v1/processes/${ref}/papers`],
    ['communiques', (ref) => `/api/v1/processes/${ref}/communiques`],
    ['assurances', (ref) => `/api/v1/processes/${ref}/assurances?by=A`],
    ['source', (ref, _id, hash) => `/api/v1/processes/${ref}/source?act=${hash}`],
    ['bundle', (ref) => `/api/v1/processes/${ref}/bundle`],
    ['checkpoint', (_ref, id) => `/log/${id}/checkpoint`],
    ['tile', (_ref, id) => `/log/${id}/tile/0/000.p/1`],
    ['tile', (_ref, id) => `/log/${id}/tile/entries/000.p/1`],
  ]

  for (const [name, pathOf] of readable)
    test(`${pathOf('<ref>', '<id>', '<hash>')} is open where keys are public, private elsewhere, and tagged`, async () => {
      const path = (exercise: Served['open'], slug: string) => pathOf(slug, exercise.id, nameOf(exercise.founding))
      const open = await get(name, path(served.open, 'open-lake'))
      assert.equal(open.status, 200, open.text)
      assert.match(String(open.headers['cache-control']), /^public/)
      const declared = (routes[name] as Route).answers[200]!
      assert.ok(String(open.headers['content-type']).startsWith(declared.type.split(';')[0]!))
      if (declared.schema !== undefined)
        assert.deepEqual(declared.schema.parse(open.json()), open.json(), 'the answer is what the contract says')
      const etag = String(open.headers['etag'])
      assert.equal((await get(name, path(served.open, 'open-lake'), { 'if-none-match': `W/"x", ${etag}` })).status, 304)
      assert.equal((await get(name, path(served.open, 'open-lake'), { 'if-none-match': '"other"' })).text, open.text)

      assertRefused(await get(name, path(served.closed, 'closed-lake')), 'process-unknown')
      const closed = await get(name, path(served.closed, 'closed-lake'), { cookie })
      assert.equal(closed.status, 200, closed.text)
      assert.equal(closed.headers['cache-control'], 'no-store')
      assertRefused(await get(name, pathOf('no-lake', '0'.repeat(32), '0'.repeat(64)), { cookie }), 'process-unknown')
    })

  test('a view over HTTP is what talks says of the same acts, member for member', async () => {
    const { opened } = expect(await served.home.host.record('open-lake'))
    const asking = {
      happened: '2099-01-02T00:00:00.000Z' as Instant,
      now: '2099-01-02T00:00:00.000Z' as Instant,
      say: readVoices().ur,
      language: 'ur',
    }
    const views = { standing, overview, timeline, statements, commitments }
    for (const [name, view] of Object.entries(views)) {
      const answer = await get(name as keyof typeof routes, `/api/v1/processes/open-lake/${name}?at=2099-01-01`, {
        'accept-language': 'ur',
      })
      const seen: { ok: true; value: object } | { ok: false; refusal: unknown } = view(opened, asking)
      assert.deepEqual(answer.json(), JSON.parse(JSON.stringify(expect(seen))), name)
    }
    const answer = (await get('rows', '/api/v1/processes/open-lake/rows')).json() as { rows: unknown }
    assert.deepEqual(answer.rows, JSON.parse(JSON.stringify(rows(opened, { limit: 50, say: readVoices().en, language: 'en' }))))
  })

  test('home shows the processes that the reader may see', async () => {
    const slugs = async (headers = {}) =>
      ((await get('processes', '/api/v1/processes', headers)).json() as { processes: { slug: string }[] }).processes.map(({ slug }) => slug)
    assert.deepEqual(await slugs(), ['open-lake'])
    assert.deepEqual((await slugs({ cookie })).slice(0, 2), ['open-lake', 'closed-lake'])
  })

  test('sentences follow Accept-Language, and rule, facts and status do not', async () => {
    const standing = async (language: string) =>
      (await get('standing', '/api/v1/processes/open-lake/standing', { 'accept-language': language })).json() as {
        talks: { status: string }
      }
    const [english, urdu] = [await standing('en'), await standing('ur-PK, en;q=0.5')]
    assert.equal(english.talks.status, urdu.talks.status)
  })

  test('a date means its end, and what cannot be asked is refused by name', async () => {
    const standing = (query: string) => get('standing', `/api/v1/processes/open-lake/standing?${query}`)
    const day = new Date().toISOString().slice(0, 10)
    assert.equal((await standing(`at=${day}`)).status, 200)
    assert.equal((await standing('at=2099-01-01T00:00:00Z&known=1')).status, 200)
    assertRefused(await standing('at=yesterday'), 'not-a-time')
    assertRefused(await standing('at=2020-01-01'), 'before-opening')
    assertRefused(await standing('known=9999'), 'known-beyond-record')
    assertRefused(await standing('when=2020-01-01'), 'schema')
    assertRefused(await get('process', '/api/v1/processes/No%20Lake'), 'schema')
    assertRefused(await get('entries', '/api/v1/processes/open-lake/entries?from=-1'), 'schema')
    assertRefused(await get('act', `/api/v1/processes/open-lake/acts/${'0'.repeat(64)}`), 'entry-unknown')
  })

  test('an answer changes its tag with the record, and only then', async () => {
    const tag = async () => String((await get('overview', '/api/v1/processes/open-lake/overview?at=2099-01-01')).headers['etag'])
    const before = await tag()
    assert.equal(await tag(), before)
    assert.equal((await post('submit', '/api/v1/processes/open-lake/entries', await served.open.issue('tagged'))).status, 201)
    assert.notEqual(await tag(), before)
  })

  test('entries come in pages until there are no more', async () => {
    const seen: number[] = []
    for (let next: number | null = 0; next !== null; ) {
      const page = (await get('entries', `/api/v1/processes/open-lake/entries?from=${next}&limit=3`)).json() as {
        entries: { index: number }[]
        next: number | null
      }
      seen.push(...page.entries.map(({ index }) => index))
      next = page.next
    }
    assert.deepEqual(seen, [...seen.keys()])
    assert.equal(seen.length, expect(await served.home.host.record('open-lake')).head.size)
  })

  test('rows come newest first until there are no more', async () => {
    const seen: number[] = []
    for (let next: number | null = Number.MAX_SAFE_INTEGER; next !== null; ) {
      const page = (
        await get('rows', `/api/v1/processes/open-lake/rows?limit=3${next === Number.MAX_SAFE_INTEGER ? '' : `&before=${next}`}`)
      ).json() as {
        rows: { ref: { index: number } }[]
        next: number | null
      }
      seen.push(...page.rows.map(({ ref }) => ref.index))
      next = page.next
    }
    assert.deepEqual(seen.toReversed(), [...seen.keys()])
  })

  test('the bundle verifies without the host', async () => {
    const bundle = await get('bundle', '/api/v1/processes/open-lake/bundle')
    assert.match(String(bundle.headers['content-disposition']), /open-lake\.paraph/)
    const verdict = await verifyBundle(new Uint8Array(bundle.bytes), { primitives: nodePrimitives, meaning: meaning(nodePrimitives) })
    assert.equal(verdict.verdict, 'verified', JSON.stringify(verdict).slice(0, 300))
  })

  test('checkpoint, tiles and proof are what outside tools want', async () => {
    const record = expect(await served.home.host.record('open-lake'))
    const checkpoint = (await get('checkpoint', `/log/${record.id}/checkpoint`)).text
    const size = Number(checkpoint.split('\n')[1])
    const hashes = (await get('tile', `/log/${record.id}/tile/0/000.p/${size}`)).bytes
    const leaves = expect(
      decodeEntryBundle(new Uint8Array((await get('tile', `/log/${record.id}/tile/entries/000.p/${size}`)).bytes), size),
    )
    assert.deepEqual(
      [...leaves.keys()].map((at) => hex(hashes.subarray(at * 32, at * 32 + 32))),
      leaves.map((leaf) => hex(leafHash(sha256, leaf))),
    )
    const hash = nameOf(served.open.founding)
    const proof = (await get('actProof', `/api/v1/processes/open-lake/acts/${hash}/tlog-proof`)).text
    const key = noteKey(sha256, { name: record.origin, publicKey: record.logKey })
    assert.equal((await verifyTlogProof(nodePrimitives, { text: proof, leafHash: leafHash(sha256, leaves[0]!), key })).ok, true)
    for (const path of [`0/000.p/${size + 1}`, '0/000', '1/000', '0/0', 'entries/000', 'x/000'])
      assertRefused(await get('tile', `/log/${record.id}/tile/${path}`), 'tile-unknown')
  })

  test('catalogue and OpenAPI name every act and every route', async () => {
    const catalogue = (await get('catalogue', '/api/v1/catalogue')).json() as { acts: { type: string }[] }
    assert.ok(catalogue.acts.some(({ type }) => type === 'round.opened'))
    const document = (await get('openApi', '/api/v1/openapi.json')).json() as {
      openapi: string
      paths: Record<string, Record<string, unknown>>
    }
    assert.match(document.openapi, /^3\.1\./)
    for (const route of Object.values(routes) as Route[]) assert.ok(document.paths[route.path]?.[route.method.toLowerCase()], route.path)
  })
})

describe('sessions', () => {
  test('a sign-in link works once', async () => {
    const link = served.serving.signInLink()
    const token = link.split('#')[1]!
    assert.equal(Buffer.from(token, 'base64url').length, 16)
    const first = await post('signIn', '/api/v1/session', { token })
    assert.equal(first.status, 204)
    assert.match(String(first.headers['set-cookie']), /^paraph-session=[\w-]{22}; HttpOnly; SameSite=Strict; Path=\/$/)
    assertRefused(await post('signIn', '/api/v1/session', { token }), 'sign-in-link-spent')
    assertRefused(await post('signIn', '/api/v1/session', { token: 7 }), 'schema')
    const older = served.serving.signInLink().split('#')[1]
    served.serving.signInLink()
    assertRefused(await post('signIn', '/api/v1/session', { token: older }), 'sign-in-link-spent')
  })

  test('a session ends on the server at sign-out, and its stream with it', async () => {
    const mine = await signIn(served.serving)
    const signedIn = async () => ((await get('session', '/api/v1/session', { cookie: mine })).json() as { signedIn: boolean }).signedIn
    assert.equal(await signedIn(), true)
    const stream = await listen(served.serving.address, { cookie: mine })
    await until(() => stream.events.some(({ data }) => data.process === served.closed.id))
    met.routes.add('signOut')
    const out = await served.ask('/api/v1/session', { method: 'DELETE', headers: { cookie: mine } })
    assert.equal(out.status, 204)
    assert.match(String(out.headers['set-cookie']), /Max-Age=0/)
    assert.equal(await signedIn(), false)
    await until(() => stream.ended)
    assertRefused(await get('process', '/api/v1/processes/closed-lake', { cookie: mine }), 'process-unknown')
  })

  test('whoever reads the token in the data folder gets a fresh link without a restart; no session makes another one', async () => {
    const bearer = { authorization: `Bearer ${served.serving.token}` }
    const before = served.serving.signInLink().split('#')[1]
    const made = await post('makeSignInLink', '/api/v1/sign-in-links', undefined, bearer)
    assert.equal(made.status, 201, made.text)
    assert.equal(made.headers['cache-control'], 'no-store')
    const { link } = made.json() as { link: string }
    assert.ok(link.startsWith(`${served.serving.address}/sign-in#`))
    assertRefused(await post('signIn', '/api/v1/session', { token: before }), 'sign-in-link-spent')
    const token = link.split('#')[1]
    assert.equal((await post('signIn', '/api/v1/session', { token })).status, 204)
    assertRefused(await post('signIn', '/api/v1/session', { token }), 'sign-in-link-spent')
    assertRefused(await post('makeSignInLink', '/api/v1/sign-in-links', undefined), 'sign-in-needed')
    assertRefused(await post('makeSignInLink', '/api/v1/sign-in-links', undefined, { cookie }), 'folder-token-needed')
    assertRefused(
      await post('makeSignInLink', '/api/v1/sign-in-links', undefined, { authorization: `Bearer ${'A'.repeat(22)}` }),
      'sign-in-needed',
    )
  })

  test('the page behind the link is there without any build', async () => {
    const page = await served.ask('/sign-in', { headers: { accept: 'text/html' } })
    assert.equal(page.status, 200)
    assert.match(page.text, /<script type="module" src="\/sign-in\.js">/)
    assert.match((await served.ask('/sign-in.js')).text, /location\.hash/)
  })

  test('guessing is stopped, and stops nobody for ever', async () => {
    let now = Date.now()
    const other = await serveHome({ now: () => now })
    try {
      const guess = () => other.ask('/api/v1/session', { method: 'POST', body: { token: 'guess' } })
      for (let attempt = 0; attempt < SIGN_IN_ATTEMPTS; attempt++) assertRefused(await guess(), 'sign-in-link-spent')
      assertRefused(await guess(), 'too-many-attempts')
      now += 61_000
      const mine = await signIn(other.serving)
      const link = other.serving.signInLink().split('#')[1]
      now += 10 * 60_000 + 1
      assertRefused(await other.ask('/api/v1/session', { method: 'POST', body: { token: link } }), 'sign-in-link-spent')
      now += 12 * 60 * 60_000
      assert.deepEqual((await other.ask('/api/v1/session', { headers: { cookie: mine } })).json(), { signedIn: false })
    } finally {
      await other.dispose()
    }
  })
})

describe('live notice', () => {
  test('a stream tells where every visible process stands, and then each new head', async () => {
    met.routes.add('events')
    const stranger = await listen(served.serving.address)
    const member = await listen(served.serving.address, { cookie })
    assert.equal(stranger.headers['content-type'], 'text/event-stream')
    await until(() => stranger.events.length >= 1 && member.events.length >= 2)
    assert.deepEqual([...new Set(stranger.events.map(({ data }) => data.process))], [served.open.id])
    const { receipt } = expect(await served.home.host.submit('closed-lake', json(await served.closed.issue('live'))))
    await until(() => member.events.some(({ data }) => data.process === served.closed.id && data.size === sizeSignedIn(receipt)))
    const open = expect(await served.home.host.submit('open-lake', json(await served.open.issue('live'))))
    await until(() => stranger.events.some(({ data }) => data.size === sizeSignedIn(open.receipt)))
    assert.equal(
      stranger.events.some(({ data }) => data.process !== served.open.id),
      false,
    )
    const last = member.events.at(-1)!
    assert.equal(last.data.root, hex(expect(await served.home.host.record(last.data.process)).tree.root(last.data.size)))
    const resumed = await listen(served.serving.address, { cookie, 'last-event-id': last.id })
    const third = expect(await served.home.host.submit('open-lake', json(await served.open.issue('after'))))
    await until(() => resumed.events.length > 0)
    assert.deepEqual(
      resumed.events.map(({ data }) => [data.process, data.size]),
      [[served.open.id, sizeSignedIn(third.receipt)]],
    )
    for (const stream of [stranger, member, resumed]) stream.stop()
  })

  test('streams of one address are limited', async () => {
    const streams: Awaited<ReturnType<typeof listen>>[] = []
    for (let at = 0; at < STREAMS_OF_ADDRESS_LIMIT; at++) streams.push(await listen(served.serving.address))
    assert.equal(streams.at(-1)!.status, 200)
    assertRefused(await get('events', '/api/v1/events'), 'too-many-streams')
    for (const stream of streams) stream.stop()
    await until(() => streams.every(({ ended }) => ended))
  })
})

describe('the door itself', () => {
  test('every answer carries the security headers', async () => {
    for (const path of ['/api/v1/processes', '/nothing', '/sign-in']) {
      const { headers } = await served.ask(path)
      assert.match(String(headers['content-security-policy']), /default-src 'none'.*require-trusted-types-for 'script'/)
      assert.equal(headers['x-content-type-options'], 'nosniff')
      assert.equal(headers['referrer-policy'], 'no-referrer')
      assert.equal(headers['cross-origin-opener-policy'], 'same-origin')
      assert.equal(headers['cross-origin-resource-policy'], 'same-origin')
    }
  })

  test('a name that is not ours is turned away, as a page that rebinds its name would send it', async () => {
    for (const host of ['evil.example', 'evil.example:4600', 'localhost.evil.example'])
      assertRefused(await served.ask('/api/v1/processes', { headers: { host } }), 'foreign-host')
    for (const host of ['localhost:1', '127.0.0.1', '[::1]:4600'])
      assert.equal((await served.ask('/api/v1/processes', { headers: { host } })).status, 200)
    const named = await serveHome({ names: ['talks.example'] })
    try {
      assert.equal((await named.ask('/api/v1/processes', { headers: { host: 'talks.example' } })).status, 200)
    } finally {
      await named.dispose()
    }
  })

  test('another site’s page may not act', async () => {
    const signOut = (headers: Record<string, string>) => served.ask('/api/v1/session', { method: 'DELETE', headers })
    assertRefused(await signOut({ origin: 'https://evil.example' }), 'foreign-page')
    assertRefused(await signOut({ 'sec-fetch-site': 'cross-site' }), 'foreign-page')
    assertRefused(await signOut({ origin: 'null' }), 'foreign-page')
    const { host } = new URL(served.serving.address)
    assert.equal((await signOut({ host, origin: `http://${host}`, 'sec-fetch-site': 'same-origin' })).status, 204)
  })

  test('what is nowhere is a problem document, and an address has a length', async () => {
    assertRefused(await served.ask('/api/v1/nothing'), 'not-found')
    assertRefused(await served.ask('/api/v1/processes', { method: 'DELETE' }), 'not-found')
    assertRefused(await served.ask(`/api/v1/processes?x=${'x'.repeat(3000)}`), 'schema')
  })

  test('it listens on this machine alone unless told', async () => {
    assert.match(served.serving.address, /^http:\/\/localhost:\d+$/)
  })

  test('the application’s files are served with their types, and its pages answer with index.html', async () => {
    const webRoot = mkdtempSync(join(tmpdir(), 'paraph-web-'))
    mkdirSync(join(webRoot, 'assets'))
    writeFileSync(join(webRoot, 'index.html'), '<!doctype html><title>built</title>')
    writeFileSync(join(webRoot, 'assets', 'main-1234.js'), 'export {}')
    writeFileSync(join(webRoot, 'assets', 'main-1234.js.br'), 'compressed')
    const other = await serveHome({ webRoot })
    try {
      const page = { headers: { accept: 'text/html,*/*' } }
      for (const path of ['/', '/p/open-lake/timeline', '/take']) {
        const answer = await other.ask(path, page)
        assert.equal(answer.status, 200, path)
        assert.match(answer.text, /built/)
        assert.equal(answer.headers['cache-control'], 'no-cache')
      }
      const script = await other.ask('/assets/main-1234.js')
      assert.match(String(script.headers['content-type']), /javascript/)
      assert.match(String(script.headers['cache-control']), /immutable/)
      assert.equal((await other.ask('/assets/main-1234.js', { headers: { 'accept-encoding': 'br' } })).headers['content-encoding'], 'br')
      assertRefused(await other.ask('/assets/gone-5678.js', page), 'not-found')
      assertRefused(await other.ask('/api/v1/nothing', page), 'not-found')
      assertRefused(await other.ask('/../../etc/passwd'), 'not-found')
      assert.match(String((await other.ask('/')).headers['content-security-policy']), /script-src 'self'/)
    } finally {
      await other.dispose()
      rmSync(webRoot, { recursive: true })
    }
  })

  test('closing ends streams, and what was accepted is there after', async () => {
    const other = await serveHome()
    const stream = await listen(other.serving.address)
    const submission = await other.open.issue('last')
    const filing = other.ask('/api/v1/processes/open-lake/entries', { method: 'POST', body: submission })
    await until(() => stream.events.length > 0)
    const answer = await filing
    await other.serving.close()
    await until(() => stream.ended)
    assert.equal(answer.status, 201)
    await other.home.host.close()
    const late = await other.home.host.submit('open-lake', json(await other.open.issue('too late')))
    assert.equal(!late.ok && late.refusal.code, 'closing')
    met.codes.add('closing')
    await other.home.reopen()
    await assertVerifies(other.home.host, other.open.id)
    await other.home.dispose()
  })
})

test('a hammer of eight writers over HTTP: each act once, and the record verifies', async () => {
  const submissions = await Promise.all(Array.from({ length: 800 }, (_, at) => served.open.issue(`hammer ${at}`)))
  const places = new Set<number>()
  await Promise.all(
    Array.from({ length: 8 }, async (_, writer) => {
      for (const [at, submission] of submissions.entries()) {
        if (at % 8 !== writer) continue
        const answer = await ask(served.serving.address, '/api/v1/processes/open-lake/entries', { method: 'POST', body: submission })
        assert.equal(answer.status, 201, answer.text)
        places.add((answer.json() as { index: number }).index)
      }
    }),
  )
  assert.equal(places.size, 800)
  await assertVerifies(served.home.host, served.open.id)
  const full = await get('tile', `/log/${served.open.id}/tile/0/000`)
  assert.equal(full.headers['cache-control'], 'public, max-age=31536000, immutable')
  assert.equal(full.bytes.length, 256 * 32)
})

test('a source is captured, saved and, once it is on the record, read again', async () => {
  const path = '/api/v1/processes/open-lake'
  const captured = (await post('capture', `${path}/captures`, { text: 'They left.' }, { cookie })).json() as {
    snapshot: { hash: string; media: string }
  }
  const { hash, media } = captured.snapshot
  const act = { type: 'source.captured', publisher: 'Post', voice: 'outlet', language: 'en', dated: 'not-known', snapshot: { hash, media } }
  const source = await served.open.sign('SEC', act)
  assert.equal((await post('submit', `${path}/entries`, source)).status, 201)
  assert.equal((await get('blob', `${path}/blobs/${hash}`)).text, 'They left.')
  assert.deepEqual((await get('sourceReading', `${path}/sources/${nameOf(source)}/reading`)).json(), captured)
})

test('health and metrics are asked by whoever keeps the host', async () => {
  assert.equal((await get('health', '/healthz')).status, 200)
  assert.equal((await get('metrics', '/metrics')).status, 200)
})

test('every route was asked, and no answer was a fault', () => {
  assert.deepEqual(
    Object.keys(routes).filter((name) => !met.routes.has(name)),
    [],
  )
  assert.deepEqual(served.faults, [])
})
