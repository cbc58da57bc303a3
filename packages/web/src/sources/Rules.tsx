import { Trans, useLingui } from '@lingui/react/macro'
import type { AttributionRule, Note } from './captured.ts'

/** What a rule of attribution asks, said plainly. */
const useRuleNames = (): Readonly<Record<string, string>> => {
  const { t } = useLingui()
  return {
    embargo: t`Under embargo: not to be given out before the time that it names.`,
    'senior-official': t`To be attributed as it says, to no name: the speaker is not to be named.`,
    'not-for-attribution': t`Not for attribution: the substance may be told, not who said it.`,
    background: t`On background: the substance may be told, not who said it.`,
    'off-the-record': t`Off the record: nothing of it may become an act.`,
    'chatham-house': t`Chatham House rule: the substance may be told, not who said it or was there.`,
    'marked-secret': t`It bears a marking of secrecy. Ask whoever gave it to you before anything of it is recorded.`,
  }
}

/** Rules of attribution that the text lays down: they bind who takes words from it, and stand above it. */
export const Rules = ({ rules }: { rules: readonly AttributionRule[] }) => {
  const names = useRuleNames()
  if (rules.length === 0) return null
  return (
    <section className="rules-seen" aria-labelledby="rules-seen">
      <h3 id="rules-seen">
        <Trans>Rules that this text lays down</Trans>
      </h3>
      <ul>
        {rules.map((rule) => (
          <li key={`${rule.code} ${rule.start}`}>
            <p className="text">{names[rule.code] ?? rule.code}</p>
            <p className="meta">
              <q dir="auto">{rule.words}</q>
              {rule.speaker !== undefined && (
                <>
                  {' · '}
                  <Trans>
                    to be attributed to <bdi>{rule.speaker}</bdi>
                  </Trans>
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What was seen while a page was read, said plainly. */
const useNoteNames = (): Readonly<Record<string, string>> => {
  const { t } = useLingui()
  return {
    'direction-control': t`A character that turns the direction of what follows: shown by its name, never obeyed.`,
    'direction-override': t`A part that turns the direction of its text.`,
    'zero-width': t`A character that nobody sees.`,
    control: t`A control character.`,
    'encoding-broken': t`Bytes that its encoding does not have.`,
    'encoding-unknown': t`Its declared encoding is not known; it was read as UTF-8.`,
    'encoding-conflict': t`It declares one encoding and is in another.`,
    'left-out': t`Parts that are no reading text; they are in the page that is held.`,
    attachment: t`An attachment, listed and not read.`,
    'no-text-layer': t`Pages of pictures: there is no text to read in them.`,
    'file-dated': t`The file says when it was made.`,
    more: t`Further things of these kinds.`,
  }
}

/** What was seen while the page was read. */
export const Notes = ({ notes }: { notes: readonly Note[] }) => {
  const names = useNoteNames()
  if (notes.length === 0) return null
  return (
    <details className="notes-seen">
      <summary>
        <Trans>Seen while it was read</Trans>
      </summary>
      <ul className="meta">
        {notes.map((note) => (
          <li key={`${note.code} ${note.start ?? ''} ${JSON.stringify(note.facts)}`}>
            {names[note.code] ?? note.code}
            {Object.entries(note.facts).map(([name, value]) => (
              <span key={name}>
                {' '}
                <bdi>{`${name} ${value}`}</bdi>
              </span>
            ))}
          </li>
        ))}
      </ul>
    </details>
  )
}
