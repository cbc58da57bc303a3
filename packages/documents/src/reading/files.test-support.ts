import { constants, crc32, deflateRawSync, deflateSync } from 'node:zlib'

/** A zip (APPNOTE 6.3.10) of the files given, deflated. `claimed` lies about the size of every file. */
export const zipOf = (files: Readonly<Record<string, string | Buffer>>, { claimed }: { claimed?: number } = {}): Buffer => {
  const members: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [path, content] of Object.entries(files)) {
    const [name, plain] = [Buffer.from(path), Buffer.from(content)]
    const packed = deflateRawSync(plain)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(8, 4)
    common.writeUInt16LE(0x21, 8)
    common.writeUInt32LE(crc32(plain), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(claimed ?? plain.length, 18)
    common.writeUInt16LE(name.length, 22)
    members.push(Buffer.from('PK\u0003\u0004'), common, name, packed)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    directory.push(Buffer.from('PK\u0001\u0002\u0014\u0000'), common, place, name)
    at += 4 + 26 + name.length + packed.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006')
  end.writeUInt16LE(Object.keys(files).length, 8)
  end.writeUInt16LE(Object.keys(files).length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...members, listed, end])
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const WORDS = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

/** A DOCX of paragraphs (ECMA-376): as small as one may be, with core properties. */
export const docxOf = (
  paragraphs: readonly string[],
  { title = '', creator = '', created = '' }: { title?: string; creator?: string; created?: string } = {},
): Buffer =>
  zipOf({
    '[Content_Types].xml': `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'docProps/core.xml': `${XML}<cp:coreProperties xmlns:cp="x" xmlns:dc="y" xmlns:dcterms="z"><dc:title>${title}</dc:title><dc:creator>${creator}</dc:creator><dcterms:created>${created}</dcterms:created></cp:coreProperties>`,
    'word/document.xml': `${XML}<w:document xmlns:w="${WORDS}"><w:body>${paragraphs.map((text) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`).join('')}</w:body></w:document>`,
  })

/** A stream of a PDF, deflated as often as `times` says, and said to be so as often as `filters` says. */
type Page = { readonly content: Buffer; readonly times: number; readonly filters?: number }

/** Lines of a page as text operators in Helvetica. ASCII alone, without brackets. */
export const pageOf = (lines: readonly string[]): Page => ({
  content: Buffer.from(`BT /F1 12 Tf 14 TL 72 720 Td ${lines.map((line) => `(${line.replace(/[()\\]/g, '\\$&')}) Tj T*`).join(' ')} ET`),
  times: 1,
})

/** A PDF 1.4 (ISO 32000-1) of the pages given, with its table of references and an information dictionary. */
export const pdfOf = (pages: readonly Page[], { title = '' }: { title?: string } = {}): Buffer => {
  const objects: Buffer[] = []
  const add = (body: string | Buffer): number => objects.push(Buffer.from(body))
  const kids = pages.map((_, at) => `${5 + at * 2} 0 R`).join(' ')
  add('<< /Type /Catalog /Pages 2 0 R >>')
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`)
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>')
  add(`<< /Title (${title}) /CreationDate (D:20251107120000Z) >>`)
  for (const [at, { content, times, filters = times }] of pages.entries()) {
    add(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents ${6 + at * 2} 0 R >>`)
    let packed = content
    for (let time = 0; time < times; time++) packed = deflateSync(packed, { level: 9 })
    const named = Array.from({ length: filters }, () => '/FlateDecode').join(' ')
    add(Buffer.concat([Buffer.from(`<< /Length ${packed.length} /Filter [${named}] >>\nstream\n`), packed, Buffer.from('\nendstream')]))
  }
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')]
  const places: number[] = []
  let length = parts[0]!.length
  for (const [at, body] of objects.entries()) {
    const object = Buffer.concat([Buffer.from(`${at + 1} 0 obj\n`), body, Buffer.from('\nendobj\n')])
    places.push(length)
    length += object.length
    parts.push(object)
  }
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 4 0 R >>\nstartxref\n${length}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(parts)
}

const MEBIBYTE = 1024 * 1024

/** One page whose text operators are so many MiB of spaces, deflated twice: some kilobytes. Made of one block again and again, so that making it takes nothing. */
export const pdfBomb = (mebibytes: number): Buffer => {
  const block = deflateRawSync(Buffer.alloc(MEBIBYTE, ' '), { level: 9, finishFlush: constants.Z_FULL_FLUSH })
  const inner = Buffer.concat([Buffer.from([0x78, 0xda]), ...Array.from({ length: mebibytes }, () => block), Buffer.from([3, 0])])
  return pdfOf([{ content: inner, times: 1, filters: 2 }])
}

/** A letter as it is sent: lines end with CR LF. */
export const letterOf = (lines: readonly string[]): Buffer => Buffer.from(lines.join('\r\n'))
