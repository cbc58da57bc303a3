// Longer than 250 lines: one served host is asked for everything that a source can be and do.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { createServer, request } from 'node:http'
import { connect } from 'node:net'
import { after, before, describe, test } from 'node:test'
import { CAPTURE_JSON_LIMIT, type Captured, HOST_REFUSALS, ProblemShape } from '@paraph/api'
import { READINGS_AT_ONCE, READINGS_WAITING, SOURCE_LIMIT } from '@paraph/documents'
import { accept, type Hash, refuse } from '@paraph/record'
import { BLOB_LIMIT } from '@paraph/store'
import { openCaptures } from './captures.ts'
import { expect, folderHash, json, nameOf } from './exercise.test-support.ts'
import { publicOnly } from './fetching/connection.ts'
import { guardedFetch } from './fetching/fetch-address.ts'
import { type Answer, serveHome, type Served, until } from './http.test-support.ts'
import { CAPTURES_AT_ONCE } from './uploads.ts'

const CAPTURES = '/api/v1/processes/closed-lake/captures'
const sha = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex')

let served: Served
let cookie: string
/** The site that is captured from: what the next request to it gets. */
let page: { readonly status: number; readonly headers: Record<string, string>; readonly body: Buffer }
let visits = 0
const site = createServer((_request, response) => {
  visits++
  response.writeHead(page.status, page.headers)
  response.end(page.body)
})
let at: string
before(async () => {
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve))
  const { port: own } = site.address() as { port: number }
  at = `http://post.example:${own}`
  const fetchAddress = guardedFetch({
    resolve: async (host) => (host === 'post.example' ? ['127.0.0.1'] : []),
    objection: (place) => (place.address === '127.0.0.1' && place.port === own ? undefined : publicOnly(place)),
    time: 3_000,
  })
  served = (await serveHome({ fetchAddress })) as Served
  cookie = await served.session()
})
after(async () => {
  await served.dispose()
  site.closeAllConnections()
  await new Promise((resolve) => site.close(resolve))
})

type Sent = { readonly headers?: Record<string, string>; readonly path?: string }
const send = (body: unknown, { headers = {}, path = CAPTURES }: Sent = {}): Promise<Answer> =>
  served.ask(path, { method: 'POST', body, headers: { cookie, ...headers } })

/** Sends a file as it is: bytes, its type, and nothing that is added. */
const upload = (bytes: Buffer, media: string | undefined, path = CAPTURES): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const type: Record<string, string> = media === undefined ? {} : { 'content-type': media }
    const asked = request(new URL(path, served.serving.address.replace('localhost', '127.0.0.1')), {
      method: 'POST',
      headers: { cookie, ...type },
    })
    asked.on('error', reject)
    asked.on('response', async (answer) => {
      const text = Buffer.concat(await answer.toArray()).toString()
      resolve({
        status: answer.statusCode!,
        headers: answer.headers,
        text,
        bytes: Buffer.from(text),
        json: () => JSON.parse(text) as never,
      })
    })
    asked.end(bytes)
  })
const capturedIn = (answer: Answer): Captured => {
  assert.equal(answer.status, 201, answer.text)
  assert.equal(answer.headers['cache-control'], 'no-store')
  return JSON.parse(answer.text) as Captured
}
const codeOf = (answer: Answer): string => {
  const problem = ProblemShape.parse(JSON.parse(answer.text))
  assert.equal(answer.status, HOST_REFUSALS[problem.code as keyof typeof HOST_REFUSALS].status)
  return problem.code
}
const blob = (hash: string, headers: Record<string, string> = { cookie }, slug = 'closed-lake') =>
  served.ask(`/api/v1/processes/${slug}/blobs/${hash}`, { headers })

describe('a source is kept untouched and read', () => {
  test('a pasted text: its hash is that of its UTF-8, its statements are suggested in place', async () => {
    const text = 'The minister said: “We returned empty-handed.” signaling waning. confidence\u202E'
    const { snapshot, address, reading, suggestions } = capturedIn(await send({ text, name: 'post.txt' }))
    assert.deepEqual(snapshot, { hash: sha(text), media: 'text/plain;charset=utf-8', size: Buffer.byteLength(text) })
    assert.deepEqual([address, reading.text], [null, text])
    assert.deepEqual(reading.notes, [
      { code: 'direction-control', facts: { character: 'U+202E' }, start: text.length - 1, end: text.length },
    ])
    assert.ok(suggestions.length > 0)
    for (const { words, start, end } of suggestions) assert.equal(text.slice(start, end), words)
    assert.equal((await blob(snapshot.hash)).text, text)
  })

  test('a file as it is sent, byte for byte, in the encoding that it is said to have', async () => {
    const bytes = Buffer.concat([Buffer.from('<title>T</title><p>'), Buffer.from([0xdf, 0x00, 0xe3])])
    const { snapshot, reading } = capturedIn(await upload(bytes, 'text/html; charset=windows-1256'))
    assert.deepEqual(snapshot, { hash: sha(bytes), media: 'text/html;charset=windows-1256', size: bytes.length })
    assert.equal(reading.title, 'T')
    assert.deepEqual((await blob(snapshot.hash)).bytes, bytes)
    const named = capturedIn(await upload(Buffer.from('# Minutes'), undefined, `${CAPTURES}?name=minutes.md`))
    assert.deepEqual([named.snapshot.media, named.reading.title], ['text/markdown', 'Minutes'])
  })

  test('a page at an address, fetched because somebody asked; what it answered is the snapshot', async () => {
    page = {
      status: 200,
      headers: { 'content-type': 'text/html' },
      body: Buffer.from('<meta name=date content=2025-11-07><p>Reuters – They left.'),
    }
    const { snapshot, address, reading } = capturedIn(await send({ address: `${at}/talks#top` }))
    assert.deepEqual([address, snapshot.hash, reading.origin?.name], [`${at}/talks`, sha(page.body), 'Reuters'])
  })

  test('a site is visited when somebody asks for its page, and never again: reading a snapshot is no visit', async () => {
    page = {
      status: 200,
      headers: { 'content-type': 'text/html' },
      body: Buffer.from(`<img src="${at}/a.png"><meta http-equiv=refresh content="0;url=${at}/b"><p>x`),
    }
    const before = visits
    const { snapshot, address } = capturedIn(await send({ address: at }))
    assert.equal(visits, before + 1)
    const act = {
      type: 'source.captured',
      address,
      publisher: 'Post',
      voice: 'outlet',
      language: 'en',
      dated: 'not-known',
      snapshot: { hash: snapshot.hash, media: snapshot.media },
    }
    const entry = await served.closed.sign('SEC', json(act))
    expect(await served.home.host.submit(served.closed.id, json(entry)))
    const answer = await served.ask(`/api/v1/processes/closed-lake/sources/${nameOf(entry)}/reading`, { headers: { cookie } })
    assert.deepEqual([answer.status, (JSON.parse(answer.text) as Captured).address, visits], [200, address, before + 1])
  })

  test('the same again is the same, and nothing is on the record by it', async () => {
    const size = expect(await served.home.host.record('closed-lake')).head.size
    const [one, other] = [capturedIn(await send({ text: 'twice' })), capturedIn(await send({ text: 'twice' }))]
    assert.deepEqual(one, other)
    assert.equal(expect(await served.home.host.record('closed-lake')).head.size, size)
  })

  test('a snapshot is saved and never shown: an attachment without a type, in a sandbox, kept by nobody', async () => {
    const script = '<script>alert(document.domain)</script><p>words'
    const { snapshot, reading } = capturedIn(await upload(Buffer.from(script), 'text/html'))
    assert.equal(reading.text, 'words')
    const answer = await blob(snapshot.hash)
    assert.deepEqual([answer.status, answer.text], [200, script])
    assert.deepEqual(
      ['content-type', 'content-disposition', 'content-security-policy', 'x-content-type-options', 'cache-control'].map(
        (name) => answer.headers[name],
      ),
      ['application/octet-stream', `attachment; filename="${snapshot.hash}"`, "sandbox; default-src 'none'", 'nosniff', 'no-store'],
    )
  })
})

describe('a source on the record is read again from its snapshot', () => {
  const record = async (slug: 'open' | 'closed', act: { [name: string]: string | object }) => {
    const submission = await served[slug].sign(
      'SEC',
      json({ type: 'source.captured', publisher: 'Post', voice: 'outlet', language: 'en', dated: 'not-known', ...act }),
    )
    expect(await served.home.host.submit(served[slug].id, json(submission)))
    return nameOf(submission)
  }
  const reading = (slug: string, hash: string, headers: Record<string, string> = { cookie }) =>
    served.ask(`/api/v1/processes/${slug}/sources/${hash}/reading`, { headers })

  test('to the same reading as when it was captured, with a tag that holds', async () => {
    const bytes = Buffer.concat([Buffer.from('Talks: '), Buffer.from([0xdf, 0xe3])])
    const captured = capturedIn(await upload(bytes, 'text/plain; charset=windows-1256'))
    const { hash, media } = captured.snapshot
    const entry = await record('closed', { snapshot: { hash, media } })
    const answer = await reading('closed-lake', entry)
    assert.equal(answer.status, 200, answer.text)
    assert.deepEqual(JSON.parse(answer.text), captured)
    assert.equal((await reading('closed-lake', entry, { cookie, 'if-none-match': String(answer.headers['etag']) })).status, 304)
  })

  test('refused where no page is held, none is here, the entry is another or of nobody', async () => {
    assert.equal(codeOf(await reading('closed-lake', await record('closed', {}))), 'blob-unknown')
    assert.equal(
      codeOf(await reading('closed-lake', await record('closed', { snapshot: { hash: 'a'.repeat(64), media: 'text/plain' } }))),
      'blob-unknown',
    )
    const issue = await served.closed.issue('no source')
    expect(await served.home.host.submit(served.closed.id, json(issue)))
    assert.equal(codeOf(await reading('closed-lake', nameOf(issue))), 'source-unknown')
    assert.equal(codeOf(await reading('closed-lake', '0'.repeat(64))), 'source-unknown')
    assert.equal(codeOf(await blob('0'.repeat(64))), 'blob-unknown')
  })

  test('who is not signed in reads what acts of an open process name, and nothing of another', async () => {
    const captured = capturedIn(await send({ text: 'open words' }, { path: '/api/v1/processes/open-lake/captures' }))
    const { hash, media } = captured.snapshot
    assert.equal(codeOf(await blob(hash, {}, 'open-lake')), 'blob-unknown')
    const entry = await record('open', { snapshot: { hash, media } })
    assert.equal((await blob(hash, {}, 'open-lake')).text, 'open words')
    assert.equal((await reading('open-lake', entry, {})).status, 200)
    const secret = capturedIn(await send({ text: 'closed words' })).snapshot.hash
    assert.equal(codeOf(await blob(secret, {})), 'process-unknown')
    assert.equal(codeOf(await blob(secret, { cookie }, 'open-lake')), 'blob-unknown')
  })

  test('a snapshot that is no longer what its name says is damage and is not read', async () => {
    const entry = await record('closed', { snapshot: { hash: sha('true'), media: 'text/plain' } })
    const { host } = served.home
    const captures = openCaptures({ host: { ...host, blob: async () => Buffer.from('false') } })
    const held = await captures.source(expect(await host.record('closed-lake')), entry)
    assert.equal(!held.ok && held.refusal.code, 'database-damaged')
  })
})

describe('what is refused keeps nothing', () => {
  const refused = async (code: string, answering: () => Promise<Answer>) => {
    const files = folderHash(served.home.home)
    assert.equal(codeOf(await answering()), code)
    assert.equal(folderHash(served.home.home), files)
  }
  test('by whoever is not signed in, for a process that is not here, in a form that is none', async () => {
    await refused('sign-in-needed', () => served.ask(CAPTURES, { method: 'POST', body: { text: 'x' } }))
    await refused('foreign-page', () => send({ text: 'x' }, { headers: { origin: 'https://elsewhere.example' } }))
    await refused('process-unknown', () => send({ text: 'x' }, { path: '/api/v1/processes/nowhere/captures' }))
    await refused('malformed-json', () => send('{'))
    for (const body of [
      {},
      { text: '' },
      { text: 'x', address: 'y' },
      { address: '' },
      { address: 'a'.repeat(2_001) },
      { text: 'x', more: 1 },
    ])
      await refused('schema', () => send(body))
    await refused('schema', () => send('{"text":"\\ud800"}'))
    await refused('schema', () => upload(Buffer.from('x'), 'text/plain', `${CAPTURES}?nome=x`))
    await refused('source-empty', () => upload(Buffer.alloc(0), 'text/plain'))
  })
  test('what is no kind that is read, is not what it claims, or takes more than is given', async () => {
    await refused('media-unread', () => upload(Buffer.from('GIF89a'), 'image/gif'))
    await refused('source-unreadable', () => upload(Buffer.from('words'), 'application/pdf'))
    await refused('source-beyond-limit', () => upload(Buffer.from('<div>'.repeat(1_000_000)), 'text/html'))
  })
  test('an address that leads inside, nowhere, on and on, to no page, or fails', async () => {
    const address = (given: string) => () => send({ address: given })
    await refused('address-not-public', address('http://2130706433/'))
    await refused('address-not-public', address(served.serving.address.replace('localhost', '127.0.0.1')))
    await refused('address-not-taken', address('http://localhost/'))
    await refused('address-not-taken', address('file:///etc/passwd'))
    await refused('address-unresolved', address('http://nobody.example/'))
    page = { status: 404, headers: {}, body: Buffer.from('none') }
    await refused('fetch-answered', address(at))
    page = { status: 302, headers: { location: '/on' }, body: Buffer.alloc(0) }
    await refused('fetch-redirects', address(at))
    page = { status: 302, headers: { location: served.serving.address }, body: Buffer.alloc(0) }
    await refused('address-not-taken', address(at))
    page = { status: 200, headers: { 'content-encoding': 'zstd' }, body: Buffer.from('x') }
    await refused('fetch-failed', address(at))
  })
  test('a site that takes too long is said as such', async () => {
    const captures = openCaptures({
      host: served.home.host,
      fetchAddress: guardedFetch({ resolve: () => new Promise(() => {}), time: 50 }),
    })
    const result = await captures.capture(expect(await served.home.host.record('closed-lake')), { address: 'http://slow.example/' })
    assert.equal(!result.ok && result.refusal.code, 'fetch-slow')
  })
  test('a full disk: nothing is kept, what was kept is there, and it goes on once there is room', async () => {
    let full = false
    const crowded = (await serveHome({
      wrap: (store) => ({
        ...store,
        putBlob: async (log, given) => (full ? refuse('not-recorded', { cause: 'disk-full' }) : store.putBlob(log, given)),
      }),
    })) as Served
    try {
      const own = await crowded.session()
      const capture = (text: string) => crowded.ask(CAPTURES, { method: 'POST', body: { text }, headers: { cookie: own } })
      assert.equal((await capture('before')).status, 201)
      full = true
      const answer = await capture('after')
      assert.deepEqual([codeOf(answer), answer.status], ['disk-full', 507])
      assert.equal(await crowded.home.host.blob(expect(await crowded.home.host.record('closed-lake')).id, sha('after') as Hash), undefined)
      full = false
      assert.equal((await capture('after')).status, 201)
      const id = expect(await crowded.home.host.record('closed-lake')).id
      for (const text of ['before', 'after'])
        assert.equal(Buffer.from((await crowded.home.host.blob(id, sha(text) as Hash))!).toString(), text)
    } finally {
      await crowded.dispose()
    }
  })
})

describe('an upload is counted as it comes', () => {
  const ADDRESS = () => new URL(served.serving.address.replace('localhost', '127.0.0.1'))
  /** Speaks HTTP by hand: a head, then as much as the server takes; gives the answer's first line and how much was sent before the end. */
  const pour = (head: readonly string[], chunk: () => Buffer | undefined): Promise<{ line: string; sent: number }> =>
    new Promise((resolve, reject) => {
      const { port } = ADDRESS()
      const socket = connect(Number(port), '127.0.0.1')
      let [line, sent] = ['', 0]
      const more = (): void => {
        for (let part = chunk(); part !== undefined && !socket.destroyed; part = chunk()) {
          sent += part.length
          if (!socket.write(part)) break
        }
      }
      socket.on('connect', () => {
        socket.write(`POST ${CAPTURES} HTTP/1.1\r\nhost: localhost\r\ncookie: ${cookie}\r\n${head.join('\r\n')}\r\n\r\n`)
        more()
      })
      socket.on('drain', more)
      socket.on('data', (part) => {
        line ||= part.toString().split('\r\n')[0]!
      })
      socket.on('error', () => {})
      socket.on('close', () => (line === '' ? reject(new Error('cut off without an answer')) : resolve({ line, sent })))
    })
  const MEBIBYTE = Buffer.alloc(1024 * 1024, 'a')

  test('2 GiB that are announced are refused before a byte of them is read', async () => {
    const before = process.memoryUsage.rss()
    const { line } = await pour(['content-type: text/plain', `content-length: ${2 * 1024 ** 3}`], () => undefined)
    assert.match(line, /^HTTP\/1\.1 413 /)
    assert.ok(process.memoryUsage.rss() - before < 64 * 1024 * 1024)
  })

  test('2 GiB that come unannounced are refused at the limit, and the sender is cut off', async () => {
    const files = folderHash(served.home.home)
    const chunk = Buffer.concat([Buffer.from(`${MEBIBYTE.length.toString(16)}\r\n`), MEBIBYTE, Buffer.from('\r\n')])
    let left = 2 * 1024
    const { line } = await pour(['content-type: text/plain', 'transfer-encoding: chunked'], () => (left-- > 0 ? chunk : undefined))
    assert.match(line, /^HTTP\/1\.1 413 /)
    assert.equal(folderHash(served.home.home), files)
  })

  test('as many bytes as the limit are taken, and one more is not; text and JSON have limits of their own', async () => {
    assert.equal(SOURCE_LIMIT, BLOB_LIMIT)
    assert.equal(codeOf(await upload(Buffer.alloc(SOURCE_LIMIT + 1, 'a'), 'text/plain')), 'too-large')
    const pdf = Buffer.concat([Buffer.from('%PDF-'), Buffer.alloc(SOURCE_LIMIT - 5)])
    assert.equal(codeOf(await upload(pdf, 'application/pdf')), 'source-unreadable')
    assert.equal(codeOf(await send({ text: 'a'.repeat(CAPTURE_JSON_LIMIT) })), 'too-large')
  })

  test('who hangs up in the middle leaves nothing behind, and the next is served', async () => {
    const files = folderHash(served.home.home)
    const { port } = ADDRESS()
    const socket = connect(Number(port), '127.0.0.1')
    socket.write(`POST ${CAPTURES} HTTP/1.1\r\nhost: localhost\r\ncookie: ${cookie}\r\ncontent-length: 1000\r\n\r\nhalf`)
    await new Promise((later) => setTimeout(later, 50))
    socket.destroy()
    await new Promise((later) => setTimeout(later, 50))
    assert.equal(folderHash(served.home.home), files)
    assert.equal((await send({ text: 'next' })).status, 201)
  })

  test('more uploads at once than the limit are refused, and room comes back', async () => {
    const { port } = ADDRESS()
    let answers = ''
    const held = Array.from({ length: CAPTURES_AT_ONCE + 1 }, () => {
      const socket = connect(Number(port), '127.0.0.1')
      socket.on('error', () => {})
      socket.on('data', (part) => {
        answers += part
      })
      socket.write(`POST ${CAPTURES} HTTP/1.1\r\nhost: localhost\r\ncookie: ${cookie}\r\ncontent-length: 1000\r\n\r\nhalf`)
      return socket
    })
    await until(() => answers.includes('readings-busy'))
    assert.equal(answers.split('HTTP/1.1').length, 2, 'one alone was refused')
    assert.equal(codeOf(await send({ text: 'x' })), 'readings-busy')
    for (const socket of held) socket.destroy()
    let status = 0
    for (let turn = 0; turn < 100 && status !== 201; turn++) status = (await send({ text: 'x' })).status
    assert.equal(status, 201)
    assert.ok(CAPTURES_AT_ONCE < READINGS_AT_ONCE + READINGS_WAITING)
  })

  test('who no longer waits ends the fetch that they asked for', async () => {
    let ended = false
    const captures = openCaptures({
      host: served.home.host,
      fetchAddress: (_address, signal) =>
        new Promise((resolve) => {
          signal!.addEventListener('abort', () => {
            ended = true
            resolve(refuse('reading-cancelled'))
          })
        }),
    })
    const gone = new AbortController()
    const capturing = captures.capture(expect(await served.home.host.record('closed-lake')), { address: 'http://x.example/' }, gone.signal)
    gone.abort()
    const result = await capturing
    assert.deepEqual([ended, !result.ok && result.refusal.code], [true, 'reading-cancelled'])
    await until(() => ended)
  })
})

test('a page that is read is kept only after it was read: what cannot be read leaves no blob', async () => {
  const kept: string[] = []
  const captures = openCaptures({
    host: {
      ...served.home.host,
      keepBlob: async (id, bytes) => {
        kept.push(id)
        return served.home.host.keepBlob(id, bytes)
      },
    },
    fetchAddress: async (address) => accept({ address, media: 'image/png', bytes: Buffer.from('x') }),
  })
  const result = await captures.capture(expect(await served.home.host.record('closed-lake')), { address: 'http://x.example/' })
  assert.deepEqual([!result.ok && result.refusal.code, kept], ['media-unread', []])
  assert.deepEqual(served.faults, [])
})
