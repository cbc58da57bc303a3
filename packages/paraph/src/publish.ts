import { resolve } from 'node:path'
import { accept, type Instant, type Result } from '@paraph/record'
import { readVoices } from '@paraph/server'
import { draftStanding, openAct, parseQueryTime } from '@paraph/talks'
import { folderAddress } from './address.ts'
import { type Command, DONE, type Given, MISUSED } from './command.ts'
import { openWithExample } from './examples.ts'
import { homeOf } from './home.ts'
import { publicationDigest, publicationFiles } from './publication-files.ts'
import { openPublication, shownAlready, type Wanted, type Written, writePublication } from './publication-folder.ts'
import type { ActCounts } from './publication-marker.ts'
import { findProcess, readRecord, type StoredRecord } from './reading.ts'
import { tellRefusal } from './refused.ts'
import { complain, progressLine, type Surroundings, say } from './surroundings.ts'
import { version } from './version.ts'

/** Interrupted, as a shell counts it. */
const INTERRUPTED = 130

/** `paraph publish`. */
export const publish: Command = {
  name: 'publish',
  says: 'write what was published of a process as a folder for any web server',
  usage: ['PROCESS FOLDER [--address URL]', 'PROCESS --draft [--at DATE]'],
  words: { least: 1, most: 2 },
  options: [
    { name: 'address', value: 'URL', says: 'where the folder will be served: said on the page, beside how to check it' },
    { name: 'draft', says: 'print the standing as an act that could be published, and write nothing' },
    { name: 'at', value: 'DATE', says: 'with --draft: as of the end of a day (24:00 UTC) or of an instant' },
  ],
  about: [
    'What is published is decided by acts: `publication.decided` of each owner, with the consent of every other one. This command decides nothing.',
    'FOLDER is new, empty, or one that it wrote before for the same process: then only what changed is written, the checkpoint last, in one step.',
    'A folder that lies as it was left is not read again. To have every file of it compared, take away its `checkpoint` and publish.',
    'Acts that were not published are in the record as commitments only; acts that carry the record (bodies, keys, consents) are always in clear.',
    'What was published cannot be made unseen: what is withdrawn or erased goes from the folder, and whoever holds a copy keeps it.',
  ],
  examples: [
    { types: 'paraph publish lake public/ --address https://talks.example/lake', says: 'writes public/, to be served there' },
    { types: 'paraph verify public/', says: 'checks it as a stranger would' },
    {
      types: 'paraph publish lake --draft | paraph act lake - --key clerk --as SEC',
      says: 'puts the standing on the record, for every party to agree to',
    },
  ],
  statuses: [
    '0 done · 1 refused, with the reason · 64 the command line was not understood · 130 interrupted: the folder shows what it showed',
  ],
  run: async (given, surroundings) => {
    const json = given.switches.has('json')
    const [ref = '', folder] = given.rest
    const draft = given.switches.has('draft')
    if (draft === (folder !== undefined)) {
      complain(
        surroundings,
        `paraph publish: it needs ${draft ? 'no folder with --draft' : 'a FOLDER, or --draft'}. \`paraph publish --help\` says more.`,
      )
      return MISUSED
    }
    const address = given.values['address'] === undefined ? undefined : folderAddress(given.values['address'])
    if (given.values['address'] !== undefined && address === undefined)
      return tellRefusal(surroundings, 'publish', { code: 'address-malformed', facts: { address: given.values['address'] } }, json)
    const store = await openWithExample(homeOf(surroundings), ref, surroundings)
    if (!store.ok) return tellRefusal(surroundings, 'publish', store.refusal, json)
    const place = folder === undefined ? undefined : { folder, address }
    const named = place === undefined ? undefined : await findProcess(store.value, ref)
    const before = named === undefined ? undefined : publishedBefore(named, place!, surroundings)
    if (before !== undefined) {
      await store.value.close()
      return tellDone(named!, { ...place!, done: before }, surroundings, json)
    }
    const record = await readRecord(store.value, ref)
    await store.value.close()
    if (!record.ok) return tellRefusal(surroundings, 'publish', record.refusal, json)
    if (place === undefined) return tellDraft(record.value, given, surroundings)
    const done = await publishTo(record.value, place, surroundings)
    if (!done.ok) return tellRefusal(surroundings, 'publish', done.refusal, json)
    return tellDone(record.value, { ...place, done: done.value }, surroundings, json)
  },
}

type Place = { readonly folder: string; readonly address: string | undefined }
type Done = { readonly written: Written | undefined; readonly acts: ActCounts }
type Named = Pick<StoredRecord, 'id' | 'slug' | 'head'>

const wantedOf = (named: Named, { address }: Place): Wanted => ({
  process: named.id,
  checkpoint: named.head.checkpoint,
  shows: publicationDigest(named, { address }),
  by: version(),
})

/** What a folder shows that needs nothing: it was published to this checkpoint and lies as it was left, so the record need not be read. */
const publishedBefore = (named: Named, place: Place, surroundings: Surroundings): Done | undefined => {
  const finished = shownAlready(resolve(surroundings.folder, place.folder), wantedOf(named, place))
  if (!finished.ok || finished.value === undefined) return undefined
  const { files, bytes, acts } = finished.value
  return { written: { written: 0, kept: files, removed: 0, bytes }, acts }
}

const publishTo = async (record: StoredRecord, place: Place, surroundings: Surroundings): Promise<Result<Done>> => {
  const wanted = wantedOf(record, place)
  const folder = openPublication(resolve(surroundings.folder, place.folder), { process: record.id, tree: record.tree, by: wanted.by })
  if (!folder.ok) return folder
  const made = publicationFiles(record, place)
  if (!made.ok) return made
  const { files, count, acts } = made.value
  let cancelled = false
  surroundings.onInterrupt(() => {
    cancelled = true
  })
  const line = progressLine(surroundings)
  const written = await writePublication(folder.value, {
    ...wanted,
    files,
    acts,
    size: record.head.size,
    onProgress: (done) => line.tell(`${done.files} of ${count} files · ${done.written} written`),
    cancelled: () => cancelled,
  })
  line.done()
  return written.ok ? accept({ written: written.value, acts }) : written
}

const tellDone = (
  { id, slug, head }: Named,
  { folder, done: { written, acts } }: { readonly folder: string; readonly done: Done },
  surroundings: Surroundings,
  json: boolean,
): number => {
  if (written === undefined) {
    say(surroundings, json ? JSON.stringify({ cancelled: true, to: folder }) : 'interrupted: the folder shows what it showed')
    return INTERRUPTED
  }
  if (json) say(surroundings, JSON.stringify({ process: id, slug, size: head.size, to: folder, acts, ...written }))
  else {
    say(surroundings, `${slug} (${id}) to entry ${head.size - 1}: ${folder}`)
    say(
      surroundings,
      `  acts       ${acts.published} published, ${acts.structure} that carry the record, ${acts.undisclosed} undisclosed, ${acts.erased} erased`,
    )
    say(surroundings, `  files      ${written.written} written, ${written.kept} as they were, ${written.removed} taken away`)
  }
  return DONE
}

/** The act to put on the record, for those concerned to read and agree to. */
const tellDraft = ({ openings, head }: StoredRecord, { values, switches }: Given, surroundings: Surroundings): number => {
  const happened = values['at'] === undefined ? accept(undefined) : parseQueryTime(values['at'])
  if (!happened.ok) return tellRefusal(surroundings, 'publish', { ...happened.refusal, path: '--at' }, switches.has('json'))
  const acts = openings.map(openAct)
  const rebuilt =
    acts[0] !== undefined && typeof acts[0].act !== 'string' && (acts[0].act.open as { nature?: string }).nature === 'reconstruction'
  const drafted = draftStanding(acts, {
    happened: happened.value,
    known: rebuilt ? undefined : head.size,
    now: surroundings.now() as Instant,
    voices: readVoices(),
  })
  if (!drafted.ok) return tellRefusal(surroundings, 'publish', drafted.refusal, switches.has('json'))
  say(surroundings, JSON.stringify({ type: 'publication.drafted', ...drafted.value }))
  return DONE
}
