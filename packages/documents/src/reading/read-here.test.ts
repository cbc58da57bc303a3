import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { describe, test } from 'node:test'
import { readHere } from './read-here.ts'
import { NOTES_LIMIT, type Reading, type SourceGiven } from './reading.ts'

const read = async (given: SourceGiven): Promise<Reading> => {
  const result = await readHere(given)
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}
const bytes = (text: string) => Buffer.from(text)
const html = (text: string, address?: string) =>
  read({ bytes: bytes(text), media: 'text/html', ...(address === undefined ? {} : { address }) })
const plain = (text: string, address?: string) => read({ bytes: bytes(text), ...(address === undefined ? {} : { address }) })

describe('bytes become text by declaration and never by a guess', () => {
  const urdu = Buffer.from([0xdf, 0xdf]) // two letters of windows-1256 that UTF-8 has not
  test('UTF-8 unless declared, with and without its mark; line ends and stray marks as they are', async () => {
    for (const mark of ['', '\uFEFF']) {
      const { text, notes } = await plain(`${mark}waning. confidence \r\n\ttwo  .\n`)
      assert.equal(text, 'waning. confidence \r\n\ttwo  .\n')
      assert.deepEqual(notes, [])
    }
  })
  test('UTF-16 by its mark, in either order', async () => {
    const little = Buffer.from('\uFEFFLake', 'utf16le')
    assert.equal((await read({ bytes: little, media: 'text/plain' })).text, 'Lake')
    assert.equal((await read({ bytes: Buffer.from(little).swap16(), name: 'a.txt' })).text, 'Lake')
  })
  test('an older encoding that is declared: by the content type, by a page', async () => {
    const expected = new TextDecoder('windows-1256').decode(urdu)
    assert.equal((await read({ bytes: urdu, media: 'text/plain; charset="Windows-1256"' })).text, expected)
    const page = Buffer.concat([bytes('<meta charset=windows-1256><p>'), urdu])
    assert.equal((await read({ bytes: page, media: 'text/html' })).text, expected)
  })
  test('the same without a declaration is said to be broken', async () => {
    const { text, notes } = await read({ bytes: Buffer.concat([bytes('a\uFFFD'), urdu]) })
    assert.equal(text, 'a\uFFFD\uFFFD\uFFFD')
    assert.deepEqual(notes, [{ code: 'encoding-broken', facts: { encoding: 'utf-8', declared: 'no', characters: 2 } }])
  })
  test('a declaration that nobody knows, and one that the mark contradicts, are said', async () => {
    const unknown = await read({ bytes: bytes('x'), media: 'text/plain; charset=klingon' })
    assert.deepEqual(unknown.notes, [{ code: 'encoding-unknown', facts: { declared: 'klingon' } }])
    const conflict = await read({ bytes: bytes('\uFEFFé'), media: 'text/plain; charset=iso-8859-1' })
    assert.deepEqual(
      [conflict.text, conflict.notes],
      ['é', [{ code: 'encoding-conflict', facts: { declared: 'windows-1252', marked: 'utf-8' } }]],
    )
  })
})

describe('marks stay where they are and are listed', () => {
  test('what turns the direction, what nobody sees, what is no character of a text', async () => {
    const text = 'a\u202Eb\u200Bc\u0007\u{E0041}d'
    const seen = await plain(text)
    assert.equal(seen.text, text)
    assert.deepEqual(
      seen.notes.map(({ code, facts, start, end }) => [code, facts['character'], start, end]),
      [
        ['direction-control', 'U+202E', 1, 2],
        ['zero-width', 'U+200B', 3, 4],
        ['control', 'U+0007', 5, 6],
        ['zero-width', 'U+E0041', 6, 8],
      ],
    )
  })
  test('joiners are spelling in the scripts that have them and nowhere else', async () => {
    assert.deepEqual((await plain('می\u200Cشود نیم\u200Cفاصله 👩\u200D👧')).notes, [])
    assert.equal((await plain('pass\u200Cword')).notes.length, 1)
  })
  test('as many as the limit are listed and the rest counted', async () => {
    const { notes } = await plain('\u200B'.repeat(NOTES_LIMIT + 5))
    assert.equal(notes.length, NOTES_LIMIT)
    assert.deepEqual(notes.at(-1), { code: 'more', facts: { notes: 6 } })
  })
})

describe('a page is read as a person reads it', () => {
  test('blocks are paragraphs, white space is a browser’s, hidden and surrounding parts are left out and said', async () => {
    const { text, notes } = await html(
      `<title>T</title><header>Logo</header><nav>Home</nav><main><h1> The  lake </h1><p>One <b>two</b>,\n three&nbsp;four .<p>Five<br>six<ul><li>a<li>b</ul>
       <table><tr><td>1<td>2</table><pre>x\n  y</pre><footer>By me</footer><p hidden>h<p style="color:red;display: none">i<dialog>d</dialog><bdo dir=rtl>cba</bdo></main><style>p{}</style><script>s</script><noscript>n</noscript>`,
    )
    assert.equal(text, 'The lake\n\nOne two, three\u00A0four .\n\nFive\nsix\n\na\nb\n\n1\t2\n\nx\n  y\n\nBy me\ncba')
    assert.deepEqual(
      notes.map(({ code, facts }) => [code, facts['what'] ?? facts['element'], facts['elements']]),
      [
        ['direction-override', 'bdo', undefined],
        ['left-out', 'navigation', 2],
        ['left-out', 'hidden', 3],
        ['left-out', 'scripts', 1],
      ],
    )
  })

  test('what it says of itself is taken from JSON-LD first, then from meta elements, then from its elements', async () => {
    const linked = `<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"Organization","name":"No"},{"@type":["NewsArticle"],"headline":"Linked","author":[{"name":"A. Clerk"},"B. Pen"],"publisher":{"name":"Lake Post"},"datePublished":"2025-11-07T16:20:00+05:00","inLanguage":"ur_PK"}]}</script>`
    const metas = '<meta property="og:title" content="Open"><meta name=author content="Meta"><meta property="og:site_name" content="Site">'
    const rest = '<h1>Head</h1><time datetime=2025-11-06>6</time>'
    const first = await html(`<html lang=en>${metas}${linked}${rest}`)
    assert.deepEqual(
      [first.title, first.byline, first.publisher, first.language, first.published?.from],
      ['Linked', 'A. Clerk, B. Pen', 'Lake Post', 'ur-PK', '2025-11-07T11:20:00.000Z'],
    )
    const second = await html(`<html lang=en>${metas}${rest}`)
    assert.deepEqual([second.title, second.byline, second.publisher, second.language], ['Open', 'Meta', 'Site', 'en'])
    assert.deepEqual(second.published, {
      from: '2025-11-06T00:00:00.000Z',
      until: '2025-11-07T00:00:00.000Z',
      as: '2025-11-06',
      how: 'printed',
    })
    const third = await html(`<title>Title</title>${rest}`)
    assert.equal(third.title, 'Head')
    for (const broken of ['{', '[1,null,{"@type":3}]', '{"@graph":{}}', '{"__proto__":{"headline":"x"},"@type":"Article"}'])
      assert.equal((await html(`<script type="application/ld+json">${broken}</script>`)).title, undefined, broken)
  })
})

describe('a date says how it is known', () => {
  const how = async (reading: Promise<Reading>) => {
    const { published } = await reading
    return published === undefined ? undefined : [published.from.slice(0, 10), published.how, published.as]
  }
  test('printed on the page, before all', async () => {
    const address = 'https://lake.example/2025/11/08/talks'
    assert.deepEqual(await how(html('<meta name=date content=2025-11-07>', address)), ['2025-11-07', 'printed', '2025-11-07'])
    assert.deepEqual(await how(plain('Talks end\nNov. 7, 2025\nThey said on 1 January 2026 …')), ['2025-11-07', 'printed', 'Nov. 7, 2025'])
  })
  test('in the address, where the page prints none', async () => {
    for (const path of ['2025/11/08/talks', 'news/2025-11-08-talks', 'a/20251108', '2025/11/8'])
      assert.deepEqual((await how(plain('Nothing.', `https://lake.example/${path}`)))?.slice(0, 2), ['2025-11-08', 'in-address'], path)
    for (const path of ['2025/13/08', 'id/215217', '2025/02/30/x', '?d=1'])
      assert.equal(await how(plain('Nothing.', `https://lake.example/${path}`)), undefined, path)
  })
  test('by content: the latest whole date that the text names; days and months in numbers are none', async () => {
    const text = `${'It went on and on, as everybody says that it always has. '.repeat(3)}They met on 19 October 2025 and on the 6th of November, 2025; on 7/11/25 they left.`
    assert.deepEqual(await how(plain(text)), ['2025-11-06', 'by-content', '6th of November, 2025'])
  })
  test('a time without a zone is its day', async () => {
    const { published } = await html('<meta property="article:published_time" content="2025-11-07 16:20">')
    assert.deepEqual([published?.from, published?.until], ['2025-11-07T00:00:00.000Z', '2025-11-08T00:00:00.000Z'])
  })
})

describe('an origin is what a page says, with its words', () => {
  const origin = async (text: string) => (await plain(text)).origin
  test('a dateline, a lead, a credit, a byline, a field', async () => {
    assert.deepEqual(await origin('Title\n\nISLAMABAD, Nov 7 (Reuters) - They left.'), {
      name: 'Reuters',
      because: 'ISLAMABAD, Nov 7 (Reuters) -',
      rule: 'dateline',
    })
    assert.deepEqual(await origin('AP – They left.'), { name: 'Associated Press', because: 'AP –', rule: 'dateline' })
    assert.deepEqual(await origin('They left.\n\n(With inputs from ANI)'), {
      name: 'Asian News International',
      because: '(With inputs from ANI)',
      rule: 'credit',
    })
    assert.deepEqual(await origin('They left.\nSource: Ministry of Water'), {
      name: 'Ministry of Water',
      because: 'Source: Ministry of Water',
      rule: 'credit',
    })
    assert.deepEqual((await html('<meta name=author content="By Ann Pen, Anadolu"><p>x')).origin, {
      name: 'Anadolu Agency',
      because: 'By Ann Pen, Anadolu',
      rule: 'byline',
    })
    assert.equal((await html('<meta name=original-source content=AFP><p>x')).origin?.name, 'Agence France-Presse')
  })
  test('what says none has none', async () => {
    for (const text of ['He told Reuters that they left.', 'Sources say that they left.', 'An AP reporter saw it.', 'Source of the river.'])
      assert.equal(await origin(text), undefined, text)
  })
})

test('a name, a content type and the first bytes say what a file is; certain bytes win', async () => {
  const media = async (given: SourceGiven) => (await read(given)).media
  assert.equal(await media({ bytes: bytes('# Head'), media: 'text/plain', name: 'a.md' }), 'text/markdown')
  assert.equal((await read({ bytes: bytes('x\n## The head ##\ny'), name: 'a.md' })).title, 'The head')
  assert.equal(await media({ bytes: bytes('<p>'), media: 'application/octet-stream', name: 'a.HTM' }), 'text/html')
  assert.equal(await media({ bytes: bytes('words') }), 'text/plain')
})

const folder = [process.env['PARAPH_DATA'], join(import.meta.dirname, '../../../../../shared/data')].find(
  (path) => path !== undefined && existsSync(join(path, 'seed')),
)
const skip = folder === undefined && process.env['PARAPH_REQUIRE'] !== 'all' ? 'the data folder is not here (PARAPH_DATA)' : false
test('the article that all began with, and signed PDFs, are read', { skip }, async () => {
  const article = readFileSync(join(folder!, 'seed/article.txt'))
  const seen = await read({ bytes: article, name: 'article.txt' })
  assert.equal(seen.text, article.toString())
  assert.match(seen.text, /waning\. confidence/)
  assert.deepEqual([seen.published?.from, seen.published?.how], ['2025-11-07T00:00:00.000Z', 'by-content'])
  const files = readdirSync(join(folder!, 'pdf')).filter((name) => name.endsWith('.pdf'))
  assert.ok(files.length >= 4)
  for (const name of files) assert.equal((await read({ bytes: readFileSync(join(folder!, 'pdf', name)) })).media, 'application/pdf', name)
})
