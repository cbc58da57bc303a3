import type { OwnAct } from '../process/seen.ts'
import { plainText, termsOf } from '../search/letters.ts'

/** Everything that can be sought in an act that is offered, without marks of its letters. */
export const textOf = ({ shown, asks }: OwnAct): string =>
  plainText(
    [
      String(shown.act.index),
      shown.kind,
      ...shown.doers,
      ...asks,
      ...[shown.title, ...shown.words, shown.speaker?.name, shown.speaker?.office].flatMap((words) => Object.values(words ?? {})),
      shown.quoted?.text,
      shown.source?.publisher,
      shown.source?.title,
    ]
      .filter((text) => typeof text === 'string')
      .join(' '),
  )

/** Acts that hold every word that is sought, or its beginning, of the kind asked for; '' for any. In their order. */
export const found = (
  own: readonly { readonly act: OwnAct; readonly text: string }[],
  { sought, kind }: { readonly sought: string; readonly kind: string },
): readonly OwnAct[] => {
  const terms = termsOf(sought)
  return own
    .filter(({ act, text }) => (kind === '' || act.shown.kind === kind) && terms.every((term) => ` ${text}`.includes(` ${term}`)))
    .map(({ act }) => act)
}
