import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  accept,
  actPath,
  CHECKPOINT_FILE,
  checkpointFingerprint,
  noteKey,
  openActBytes,
  originOf,
  parseNote,
  policyText,
  README_FILE,
  recordFiles,
  type Result,
  refuse,
  utf8,
} from '@paraph/record'
import { nodePrimitives, nodeScrypt } from '@paraph/record/node'
import { type Dress, facesIn, LANGUAGES, publicPage, publicStyle, readVoices, type Spoken } from '@paraph/server'
import { isPublic, kindOf, type Published, PUBLISHED_LIMIT, publishedPages, type State } from '@paraph/talks'
import { webRoot } from './home.ts'
import { hostOf, type StoredRecord, stateOf } from './reading.ts'

const { sha256 } = nodePrimitives

/** Everything that a folder shows of a process, by name, in the order in which it is written; and how many acts are which. */
export type PublicationFiles = {
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly checkpoint: Uint8Array
  readonly acts: { readonly published: number; readonly structure: number; readonly undisclosed: number; readonly erased: number }
}

/** Stands for the folder's address where nobody said it: a file does not know where it is served. */
const SOMEWHERE = 'ADDRESS'

/**
 * The files of a published process: its record as C2SP has it, the acts that were published and those that carry the record, its pages in every
 * language, how to check it. Refused `nothing-published`.
 */
export const publicationFiles = async (
  record: StoredRecord,
  { address = SOMEWHERE }: { readonly address?: string | undefined },
): Promise<Result<PublicationFiles>> => {
  const state = stateOf(record.openings)
  const pages = pagesOf(record, state)
  if (pages === undefined) return refuse('nothing-published', { process: record.id })
  const files = new Map(recordFiles(sha256, { checkpoint: record.head.checkpoint, leaves: record.leaves }))
  files.delete(CHECKPOINT_FILE)
  const acts = { published: 0, structure: 0, undisclosed: 0, erased: 0 }
  for (const { hash, entry, act } of record.openings) {
    const open = record.acts.get(hash)
    const carries = kindOf(entry.type)?.structure === true
    if (open !== undefined && (carries || isPublic(state, hash))) {
      files.set(actPath(hash), openActBytes(open))
      acts[carries ? 'structure' : 'published']++
    } else acts[act === 'erased' ? 'erased' : 'undisclosed']++
  }
  const { name, key } = hostOf(record.openings)
  files.set('policy', utf8(policyText(noteKey(sha256, { name: originOf(name, record.id), publicKey: key }))))
  files.set(README_FILE, utf8(readme(record, address)))
  for (const [file, bytes] of dress()) files.set(file, bytes)
  const note = parseNote(record.head.checkpoint)
  const fingerprint = note.ok ? await checkpointFingerprint(nodeScrypt, note.value.text) : undefined
  const check = { address, process: record.id, size: record.head.size, checkpoint: record.head.checkpoint, fingerprint }
  for (const { file, language, shown, neighbours } of pages) {
    const inLanguage = Object.fromEntries(LANGUAGES.map((one) => [one, fileOf(shown.page.first, one)])) as Dress['inLanguage']
    const worn: Dress = { language, say: voices()[language], style: 'style.css', inLanguage, ...neighbours }
    files.set(file, utf8(publicPage(worn, shown, check)))
  }
  return accept({ files, checkpoint: utf8(record.head.checkpoint), acts })
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

type PageFile = {
  readonly file: string
  readonly language: Spoken
  readonly shown: Published
  readonly neighbours: Pick<Dress, 'newer' | 'older'>
}

const pagesOf = ({ head, slug }: StoredRecord, state: State): readonly PageFile[] | undefined => {
  const pages = LANGUAGES.flatMap((language) => {
    const asking = { say: voices()[language], language, size: head.size, recorded: head.recorded }
    return [...publishedPages(state, asking)].map((seen): PageFile => {
      const { first, next } = seen.page
      return {
        file: fileOf(first, language),
        language,
        shown: { ...seen, process: { ...seen.process, slug } },
        neighbours: {
          newer: first === 0 ? undefined : fileOf(first - PUBLISHED_LIMIT, language),
          older: next === null ? undefined : fileOf(next, language),
        },
      }
    })
  })
  return pages.length === 0 ? undefined : pages
}

/** Style sheet and faces: the folder needs nothing from elsewhere. Without the built application the page is set in the reader's own faces. */
function* dress(): Generator<readonly [string, Uint8Array]> {
  const root = webRoot()
  const faces = facesIn(root)
  yield ['style.css', utf8(publicStyle({ faces, fontsAt: 'fonts/' }))]
  for (const { file } of faces) yield [`fonts/${file}`, readFileSync(join(root!, 'assets', file))]
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
