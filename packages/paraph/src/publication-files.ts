import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  accept,
  actPath,
  checkpointFingerprint,
  concatBytes,
  encodeEntryBundle,
  entriesPath,
  type EntryHash,
  entryTilesOf,
  hashTilesOf,
  hex,
  noteKey,
  openActBytes,
  originOf,
  parseNote,
  policyText,
  README_FILE,
  type Result,
  refuse,
  TILE_WIDTH,
  tilePath,
  utf8,
} from '@paraph/record'
import { nodePrimitives, nodeScrypt } from '@paraph/record/node'
import { type Checkable, type Dress, facesIn, LANGUAGES, LOCALES, publicPage, publicStyle, readVoices, type Spoken } from '@paraph/server'
import { isPublic, isPublished, kindOf, PUBLISHED_LIMIT, publishedPages, type State } from '@paraph/talks'
import { webRoot } from './home.ts'
import type { ActCounts } from './publication-marker.ts'
import { hostOf, type StoredRecord, stateOf } from './reading.ts'
import { version } from './version.ts'

const { sha256 } = nodePrimitives

/** A file of a folder, by name; its bytes are made when they are asked for. */
export type PublicationFile = { readonly name: string; readonly bytes: () => Uint8Array }

/** Everything that a folder shows of a process but the checkpoint, in the order in which it is written (`count` files); and how many acts are which. */
export type PublicationFiles = { readonly files: AsyncIterable<PublicationFile>; readonly count: number; readonly acts: ActCounts }

/** Stands for the folder's address where nobody said it: a file does not know where it is served. */
const SOMEWHERE = 'ADDRESS'

type Place = { readonly address?: string | undefined }

/**
 * A digest of everything that the files of a folder are made of: a record to its checkpoint says also what of it is public. Where it is the same,
 * so are they.
 */
export const publicationDigest = (
  { id, slug, head }: Pick<StoredRecord, 'id' | 'slug' | 'head'>,
  { address = SOMEWHERE }: Place,
): string => {
  const parts: Uint8Array[] = [version(), id, slug, head.checkpoint, address].map((text) => utf8(`${text}\0`))
  for (const folder of LOCALES)
    for (const language of LANGUAGES) {
      const file = new URL(`${language}.po`, folder)
      if (existsSync(file)) parts.push(readFileSync(file))
    }
  for (const { name, bytes } of dress()) parts.push(utf8(name), sha256(bytes()))
  return hex(sha256(concatBytes(...parts)))
}

/**
 * The files of a published process: its record as C2SP has it, the acts that were published and those that carry the record, its pages in every
 * language, how to check it. Refused `nothing-published`.
 */
export const publicationFiles = (record: StoredRecord, { address = SOMEWHERE }: Place): Result<PublicationFiles> => {
  const state = stateOf(record.openings)
  if (!isPublished(state)) return refuse('nothing-published', { process: record.id })
  const shown: EntryHash[] = []
  const acts = { published: 0, structure: 0, undisclosed: 0, erased: 0 }
  for (const { hash, entry, act } of record.openings) {
    const carries = kindOf(entry.type)?.structure === true
    if (record.acts.has(hash) && (carries || isPublic(state, hash))) {
      shown.push(hash)
      acts[carries ? 'structure' : 'published']++
    } else acts[act === 'erased' ? 'erased' : 'undisclosed']++
  }
  const outer = [...tilesOf(record), ...frameOf(record, address)]
  const count = outer.length + shown.length + LANGUAGES.length * Math.ceil(acts.published / PUBLISHED_LIMIT)
  async function* files(): AsyncGenerator<PublicationFile> {
    // Worked out beside the writing: it is dear, and only the pages say it.
    const fingerprint = fingerprintOf(record.head.checkpoint)
    yield* outer
    for (const hash of shown) yield { name: actPath(hash), bytes: () => openActBytes(record.acts.get(hash)!) }
    const { size, checkpoint } = record.head
    yield* pagesOf(record, state, { address, process: record.id, size, checkpoint, fingerprint: await fingerprint })
  }
  return accept({ files: files(), count, acts })
}

const fingerprintOf = async (checkpoint: string): Promise<string | undefined> => {
  const note = parseNote(checkpoint)
  return note.ok ? checkpointFingerprint(nodeScrypt, note.value.text) : undefined
}

function* tilesOf({ tree, leaves }: StoredRecord): Generator<PublicationFile> {
  for (const tile of hashTilesOf(tree.size)) yield { name: tilePath(tile), bytes: () => tree.hashTile(tile.level, tile.index, tile.width) }
  for (const tile of entryTilesOf(tree.size)) {
    const start = tile.index * TILE_WIDTH
    yield { name: entriesPath(tile), bytes: () => encodeEntryBundle(leaves.slice(start, start + tile.width)) }
  }
}

/** What is neither record nor page. */
function* frameOf(record: StoredRecord, address: string): Generator<PublicationFile> {
  const { name, key } = hostOf(record.openings)
  const policy = policyText(noteKey(sha256, { name: originOf(name, record.id), publicKey: key }))
  yield { name: 'policy', bytes: () => utf8(policy) }
  yield { name: README_FILE, bytes: () => utf8(readme(record, address)) }
  yield* dress()
}

let spoken: ReturnType<typeof readVoices> | undefined
const voices = () => {
  spoken ??= readVoices()
  return spoken
}

/** `index.html`, `index.ur.html`, `page-2.html`, … */
const fileOf = (first: number, language: Spoken): string => {
  const number = Math.floor(first / PUBLISHED_LIMIT) + 1
  return `${number === 1 ? 'index' : `page-${number}`}${language === LANGUAGES[0] ? '' : `.${language}`}.html`
}

function* pagesOf({ head, slug }: StoredRecord, state: State, check: Checkable): Generator<PublicationFile> {
  for (const language of LANGUAGES) {
    const say = voices()[language]
    for (const seen of publishedPages(state, { say, language, size: head.size, recorded: head.recorded })) {
      const { first, next } = seen.page
      const worn: Dress = {
        language,
        say,
        style: 'style.css',
        inLanguage: Object.fromEntries(LANGUAGES.map((one) => [one, fileOf(first, one)])) as Dress['inLanguage'],
        newer: first === 0 ? undefined : fileOf(first - PUBLISHED_LIMIT, language),
        older: next === null ? undefined : fileOf(next, language),
      }
      const shown = { ...seen, process: { ...seen.process, slug } }
      yield { name: fileOf(first, language), bytes: () => utf8(publicPage(worn, shown, check)) }
    }
  }
}

/** Style sheet and faces: the folder needs nothing from elsewhere. Without the built application the page is set in the reader's own faces. */
function* dress(): Generator<PublicationFile> {
  const root = webRoot()
  const faces = facesIn(root)
  yield { name: 'style.css', bytes: () => utf8(publicStyle({ faces, fontsAt: 'fonts/' })) }
  for (const { file } of faces) yield { name: `fonts/${file}`, bytes: () => readFileSync(join(root!, 'assets', file)) }
}

const readme = ({ id, slug }: StoredRecord, address: string): string => `What was published of ${slug} (process ${id})

This folder can be served by any web server or CDN as it is, or read where it lies. It holds a record that nobody can rewrite, and of its acts
those that the bodies concerned decided to publish, and those that carry the record itself. Acts that were not published are in the record as
commitments only.

With Paraph:   npx paraph verify ${address} --trust ${id}
               npx paraph verify <this folder>
               --seen <receipt, checkpoint or bundle>   shows a record that was cut or replaced since

By hand:
  index.html, index.ur.html   what was published, in English and Urdu
  checkpoint                  who keeps the record, how many entries it has, their root, and a signature (c2sp.org/tlog-checkpoint)
  tile/entries/*              the entries, each after its length in two bytes (c2sp.org/tlog-tiles)
  tile/0/* and up             their hashes: SHA-256 of a zero byte and the entry, then of a one byte and two hashes (RFC 6962)
  acts/<hash>.json            what an entry says, and the salt of its commitment
  policy                      the key that signs the checkpoint (c2sp.org/tlog-policy)

Serve \`checkpoint\` without caching; files under tile/ that are not in a folder ending in .p never change. An act may be taken back or erased:
serve acts/ and the pages so that whoever keeps them asks again. \`paraph publish\` brings the folder up to date, the checkpoint last.
`
