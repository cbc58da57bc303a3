/** Bytes of a source that is read at all: as many as a blob of the store may have. */
export const SOURCE_LIMIT = 16 * 1024 * 1024

/** UTF-16 units of the text that a source may give: a book of some 1,000 pages. */
export const TEXT_LIMIT = 2 * 1024 * 1024

/** Notes of one reading; what goes beyond is counted in one last note, `more`. */
export const NOTES_LIMIT = 500

/** Characters of a title, a byline, a publisher's name, a name of an origin: what an act takes. */
export const LINE_LIMIT = 300

/** Kinds of files that are read. */
export type MediaKind = 'text' | 'markdown' | 'html' | 'pdf' | 'docx' | 'email'

/**
 * How the date of a source is known. `printed`: the source says it of itself, in its head, a byline or a field. `in-address`: its address
 * carries it. `by-content`: it is the latest date that the text names, so that the source is not older.
 */
export type HowDated = 'printed' | 'in-address' | 'by-content'

/** A date half-open `[from, until)` in UTC as ISO 8601 to the millisecond; `as` keeps the source's words. A day without hour is that day in UTC. */
export type Published = { readonly from: string; readonly until: string; readonly as: string; readonly how: HowDated }

/** Where a source has its words from, if it says so: `because` are the source's own words, `rule` what in them was taken for the sign. */
export type Origin = { readonly name: string; readonly because: string; readonly rule: 'dateline' | 'byline' | 'credit' | 'declared' }

/** What is to be known about how a text was read. `start` and `end` are UTF-16 offsets into the text, where the note is about a place. */
export type Note = {
  readonly code: NoteCode
  readonly facts: Readonly<Record<string, string | number>>
  readonly start?: number
  readonly end?: number
}

/**
 * `direction-control`: a character that turns the direction of what follows · `zero-width`: one that nobody sees · `control`: another control
 * character. All three stay in the text. `encoding-broken`: bytes that the encoding does not have, each read as U+FFFD · `encoding-unknown`: the
 * declared one is none that is known, UTF-8 was read · `encoding-conflict`: a byte order mark says another than was declared, and holds.
 * `left-out`: elements of a page that are no reading text (`what`: scripts, hidden, navigation) and are in the snapshot alone ·
 * `direction-override`: an element that turns the direction of its text · `attachment`: of a letter, listed and not read · `no-text-layer`: pages
 * of pictures · `file-dated`: when the file says that it was made · `more`: as many notes more.
 */
export type NoteCode =
  | 'direction-control'
  | 'zero-width'
  | 'control'
  | 'encoding-broken'
  | 'encoding-unknown'
  | 'encoding-conflict'
  | 'left-out'
  | 'direction-override'
  | 'attachment'
  | 'no-text-layer'
  | 'file-dated'
  | 'more'

/** What a person reads in a source, in order, stray marks kept; and what the source says of itself, which is a claim of its own and no more. */
export type Reading = {
  /** media type without parameters */
  readonly media: string
  readonly text: string
  readonly title?: string
  readonly byline?: string
  readonly publisher?: string
  /** BCP 47, as the source declares it */
  readonly language?: string
  readonly published?: Published
  readonly origin?: Origin
  readonly notes: readonly Note[]
}

/**
 * What cannot be read. `too-large`: more bytes than are taken · `media-unread`: no kind that is read · `source-unreadable`: not the file that it
 * claims to be, or closed by a password · `source-beyond-limit`: reading it takes more than is given (`limit`: time, memory, text, depth,
 * elements, inflated, files) · `reading-cancelled`: nobody waits for it any more · `readings-busy`: too many are being read.
 */
export type ReadingCode = 'too-large' | 'media-unread' | 'source-unreadable' | 'source-beyond-limit' | 'reading-cancelled' | 'readings-busy'

/** A source as it is handed in. `media`: its content type as declared, with charset · `name`: of the file · `address`: where it was found. */
export type SourceGiven = { readonly bytes: Uint8Array; readonly media?: string; readonly name?: string; readonly address?: string }

/** What a reader of one kind of file gives: the text and what the file says of itself. */
export type Read = Omit<Reading, 'media' | 'origin'>
