import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { describe, test } from 'node:test'
import { docxOf, letterOf, pageOf, pdfBomb, pdfOf, zipOf } from './files.test-support.ts'
import { FILES_LIMIT } from './zip-members.ts'
import { READINGS_AT_ONCE, READINGS_WAITING, type ReadingOptions, readSource } from './read-source.ts'
import { type Reading, SOURCE_LIMIT, type SourceGiven, TEXT_LIMIT } from './reading.ts'

const read = async (given: SourceGiven, options?: ReadingOptions): Promise<Reading> => {
  const result = await readSource(given, options)
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}
const refusal = async (given: SourceGiven, options?: ReadingOptions) => {
  const result = await readSource(given, options)
  return result.ok
    ? 'read'
    : [result.refusal.code, result.refusal.facts['limit'] ?? result.refusal.facts['cause']].filter(Boolean).join(' ')
}
const page = (html: string) => ({ bytes: Buffer.from(html), media: 'text/html' })

describe('a file is read', () => {
  test('a PDF, by its text layer: pages in order, a page of pictures is said', async () => {
    const file = pdfOf([pageOf(['Said on the lake.', 'A stray. full stop']), pageOf([]), pageOf(['Third.'])], { title: 'Minutes' })
    const { media, text, title, notes } = await read({ bytes: file })
    assert.deepEqual([media, title], ['application/pdf', 'Minutes'])
    assert.equal(text, 'Said on the lake.\nA stray. full stop\n\nThird.')
    assert.deepEqual(notes[0], { code: 'no-text-layer', facts: { pages: 1, of: 3 } })
  })

  test('a DOCX, a paragraph a paragraph, whatever its content type says', async () => {
    const bytes = docxOf(['First waning. mark', 'Second'], { title: 'Note', creator: 'Clerk', created: '2025-11-07T00:00:00Z' })
    const { text, title, byline, notes } = await read({ bytes, media: 'application/octet-stream', name: 'note.DOCX' })
    assert.deepEqual([text, title, byline], ['First waning. mark\n\nSecond', 'Note', 'Clerk'])
    assert.deepEqual(notes, [{ code: 'file-dated', facts: { as: '2025-11-07T00:00:00Z' } }])
  })

  test('a letter: headers, its text, attachments listed and not read', async () => {
    const { text, title, byline, published, notes } = await read({
      bytes: letterOf([
        'From: =?utf-8?B?w4lsaXNl?= <e@lake.example>',
        'To: clerk@lake.example',
        'Date: Fri, 7 Nov 2025 16:20:00 +0500',
        'Subject: Reply',
        'Content-Type: multipart/mixed; boundary=b',
        '',
        '--b',
        'Content-Type: text/html; charset=utf-8',
        '',
        '<p>We accept<script>alert(1)</script>.',
        '--b',
        'Content-Type: application/pdf',
        'Content-Disposition: attachment; filename="map.pdf"',
        'Content-Transfer-Encoding: base64',
        '',
        'AAAA',
        '--b--',
      ]),
      name: 'reply.eml',
    })
    assert.equal(
      text,
      'From: Élise <e@lake.example>\nTo: clerk@lake.example\nDate: Fri, 7 Nov 2025 16:20:00 +0500\nSubject: Reply\n\nWe accept.',
    )
    assert.deepEqual([title, byline], ['Reply', 'Élise <e@lake.example>'])
    assert.deepEqual(published, {
      from: '2025-11-07T11:20:00.000Z',
      until: '2025-11-07T11:20:01.000Z',
      as: 'Fri, 7 Nov 2025 16:20:00 +0500',
      how: 'printed',
    })
    assert.deepEqual(notes.at(-1), { code: 'attachment', facts: { name: 'map.pdf', media: 'application/pdf', size: 3 } })
  })

  test('a page of scripts and addresses: nothing runs, nothing is fetched', async () => {
    const asked: string[] = []
    const server = createServer((request, response) => {
      asked.push(request.url ?? '')
      response.end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as { port: number }
    const at = `http://127.0.0.1:${port}`
    const { text } = await read(
      page(
        `<base href="${at}"><link rel=stylesheet href="${at}/a.css"><script src="${at}/a.js"></script><img src="${at}/a.png" onerror="fetch('${at}/b')"><iframe src="${at}/f"></iframe><object data="${at}/o"></object><meta http-equiv=refresh content="0;url=${at}/r"><p onclick="x()">Words <a href="${at}/l">of</a> it<script>process.exit(3)</script>`,
      ),
    )
    server.close()
    assert.equal(text, 'Words of it')
    assert.deepEqual(asked, [])
  })
})

describe('what would hold up or end the program is refused, and the next file is read', () => {
  const nested = (element: string) => page(`<${element}>`.repeat(1_000_000))
  const cases: Readonly<
    Record<string, { readonly expected: string; readonly given: () => SourceGiven; readonly options?: ReadingOptions }>
  > = {
    'more bytes than are taken': { expected: 'too-large 16777216', given: () => ({ bytes: new Uint8Array(50 * 1024 * 1024) }) },
    'one byte too many': { expected: 'too-large 16777216', given: () => ({ bytes: new Uint8Array(SOURCE_LIMIT + 1) }) },
    'more text than is taken': { expected: 'source-beyond-limit text', given: () => ({ bytes: Buffer.alloc(TEXT_LIMIT + 1, 'a') }) },
    'a million elements within each other': { expected: 'source-beyond-limit depth', given: () => nested('div') },
    'a million that browsers reopen': { expected: 'source-beyond-limit depth', given: () => nested('b') },
    'a page of more elements than are read': { expected: 'source-beyond-limit elements', given: () => page('<p><b>'.repeat(200_000)) },
    'a PDF that inflates to gigabytes': {
      expected: 'source-beyond-limit memory',
      given: () => ({ bytes: pdfBomb(3 * 1024) }),
      options: { memory: 128 },
    },
    'a DOCX that inflates beyond the limit, and lies about it': {
      expected: 'source-beyond-limit inflated',
      given: () => ({ bytes: zipOf({ 'word/document.xml': Buffer.alloc(140 * 1024 * 1024) }, { claimed: 10 }), name: 'a.docx' }),
    },
    'a DOCX of too many files': {
      expected: 'source-beyond-limit files',
      given: () => ({
        bytes: zipOf(Object.fromEntries(Array.from({ length: FILES_LIMIT + 1 }, (_, at) => [`${at}`, '']))),
        name: 'a.docx',
      }),
    },
    'a DOCX whose elements do not end': {
      expected: 'source-beyond-limit time',
      given: () => ({ bytes: zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<a>'.repeat(1_000_000) }), name: 'a.docx' }),
      options: { time: 1_500 },
    },
    'a PDF cut off': { expected: 'source-unreadable damaged', given: () => ({ bytes: pdfOf([pageOf(['x'])]).subarray(0, 40) }) },
    'a DOCX cut off': { expected: 'source-unreadable no-zip', given: () => ({ bytes: docxOf(['x']).subarray(0, 400), name: 'a.docx' }) },
    'a zip that is no DOCX': { expected: 'source-unreadable damaged', given: () => ({ bytes: zipOf({ a: 'x' }), name: 'a.docx' }) },
    'what says it is a PDF and is none': {
      expected: 'source-unreadable damaged',
      given: () => ({ bytes: Buffer.from('words'), media: 'application/pdf' }),
    },
    'a letter without headers': { expected: 'source-unreadable no-headers', given: () => ({ bytes: Buffer.from('\r\nx'), name: 'a.eml' }) },
    'a picture': { expected: 'media-unread', given: () => ({ bytes: Buffer.from('x'), media: 'image/png' }) },
    'bytes of no kind': { expected: 'media-unread', given: () => ({ bytes: new Uint8Array(10) }) },
  }
  for (const [what, { expected, given, options }] of Object.entries(cases))
    test(`${what}: ${expected}`, async () => {
      assert.equal(await refusal(given(), options), expected)
    })

  test('a reading that nobody waits for is ended', async () => {
    assert.equal(await refusal({ bytes: pdfBomb(3 * 1024) }, { signal: AbortSignal.timeout(200), memory: 4_096 }), 'reading-cancelled')
    assert.equal(await refusal({ bytes: Buffer.from('x') }, { signal: AbortSignal.abort() }), 'reading-cancelled')
  })

  test('more than may wait are refused, and those that wait are read', async () => {
    const all = await Promise.all(
      Array.from({ length: READINGS_AT_ONCE + READINGS_WAITING + 1 }, () => refusal({ bytes: Buffer.from('x') })),
    )
    assert.equal(all.filter((one) => one === 'read').length, READINGS_AT_ONCE + READINGS_WAITING)
    assert.equal(all.at(-1), `readings-busy ${READINGS_WAITING}`)
    assert.equal((await read({ bytes: Buffer.from('after all that') })).text, 'after all that')
  })
})
