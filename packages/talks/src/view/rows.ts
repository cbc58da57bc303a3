import type { BodyId } from '@paraph/record'
import { actWords } from '../act-words.ts'
import { kindOf } from '../catalogue.ts'
import type { Opened } from '../kind.ts'
import type { Say } from '../message.ts'
import { isOwn } from '../own.ts'
import type { ProcessOpened } from '../process.ts'
import type { PublicationDecided } from '../publication.ts'
import { bodiesInWords, groundInWords } from '../reason.ts'
import type { StatementRecorded } from '../statement.ts'
import { ownWords } from './title.ts'
import type { ActRow } from './types.ts'

/** Rows of one answer at most. */
export const ROWS_LIMIT = 500

/** What a page of rows is asked: the `limit` rows before an index, newest first, in whose words. */
export type AskingRows = {
  readonly before?: number | undefined
  readonly limit?: number | undefined
  readonly say: Say
  readonly language: string
}

/** Page *record*: acts newest first, in the order of the record. O(limit) where `acts` is in that order, which it is; nothing is folded. */
export const rows = (acts: readonly Opened[], { before = acts.length, limit = 100, say, language }: AskingRows): readonly ActRow[] => {
  const until = Math.min(Math.max(before, 0), acts.length)
  const from = Math.max(0, until - Math.min(Math.max(limit, 1), ROWS_LIMIT))
  const founding = acts[0]
  const nature =
    founding === undefined || typeof founding.act === 'string' ? undefined : (founding.act.open as Partial<ProcessOpened>).nature
  return acts
    .slice(from, until)
    .reverse()
    .map((act) => rowOf(act, { say, language, nature }))
}

type Given = { readonly say: Say; readonly language: string; readonly nature: string | undefined }

const rowOf = ({ mark, act }: Opened, given: Given): ActRow => {
  const open = typeof act === 'string' ? undefined : act.open
  return {
    ref: { hash: mark.hash, index: mark.index, own: isOwnRow({ mark, act }, given.nature) },
    type: mark.type,
    by: mark.by,
    doers: mark.doers,
    recorded: mark.recorded,
    happened: mark.happened,
    title: open === undefined ? null : ownWords(open),
    text: textOf({ mark, act }, given),
    solemn: kindOf(mark.type)?.solemn === true,
    act: typeof act === 'string' ? act : 'open',
  }
}

/** Own to its doer; a statement to whose words it holds. */
const isOwnRow = ({ mark, act }: Opened, nature: string | undefined): boolean => {
  if (mark.type !== 'statement.recorded' || typeof act === 'string') return isOwn(mark, nature)
  return mark.ground === undefined && (act.open as StatementRecorded).speaker.body === mark.by
}

const textOf = ({ mark, act }: Opened, given: { readonly say: Say; readonly language: string }): string => {
  const { say } = given
  const words = Object.hasOwn(actWords, mark.type) ? actWords[mark.type] : undefined
  if (act === 'unknown-type' || words === undefined)
    return say(/*i18n*/ { id: 'talks.row.unknown', message: 'An act of a type that this version does not know' })
  const values = {
    act: say(words),
    by: bodiesInWords(given, [mark.by]),
    who: bodiesInWords(given, mark.doers),
    ground: groundInWords(given, mark),
  }
  if (act === 'erased') return say(/*i18n*/ { id: 'talks.row.erased', message: '{act}, by {by}: erased, only its entry stands' }, values)
  if (mark.type === 'erasure.made') {
    return say(
      /*i18n*/ {
        id: 'talks.row.erasure',
        message:
          '{act}, by {by}. The content goes from this host and from honest mirrors; that something was done stays, and whoever holds a copy keeps it.',
      },
      values,
    )
  }
  if (mark.type === 'publication.decided' && typeof act !== 'string' && (act.open as PublicationDecided).decision === 'withdraw') {
    return say(
      /*i18n*/ {
        id: 'talks.row.withdrawal',
        message: 'Publication taken back, by {by}. What was published cannot be made unseen.',
      },
      values,
    )
  }
  const speaker: BodyId | undefined =
    mark.type === 'statement.recorded' && typeof act !== 'string' ? (act.open as StatementRecorded).speaker.body : undefined
  if (speaker !== undefined && speaker !== mark.by) {
    return say(
      /*i18n*/ { id: 'talks.row.statement', message: '{act}: {who}, recorded by {by}' },
      { ...values, who: bodiesInWords(given, [speaker]) },
    )
  }
  return mark.ground === undefined
    ? say(/*i18n*/ { id: 'talks.row.own', message: '{act}, by {by}' }, values)
    : say(/*i18n*/ { id: 'talks.row.ascribed', message: '{act}: {who}, {ground}, recorded by {by}' }, values)
}
