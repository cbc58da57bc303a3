import { Plural, Trans } from '@lingui/react/macro'
import { useListed } from '../language/LanguageRoom.tsx'
import type { Captured } from './captured.ts'
import { controlsIn } from './pieces.ts'
import { Notes, Rules } from './Rules.tsx'

/** A field obeys what turns direction: so it is said that it is there. */
export const Turned = ({ text }: { text: string }) => {
  const listed = useListed()
  const found = controlsIn(text)
  if (found.length === 0) return null
  const names = listed(found)
  return (
    <p className="meta" role="status">
      <Trans>
        It holds characters that turn direction or are not seen: <bdi>{names}</bdi>. They are kept, and shown by name once it is read.
      </Trans>
    </p>
  )
}

/** What was kept and what was read in it: size, hash, origin, rules, notes, the text. */
export const WasRead = ({ captured }: { captured: Captured }) => {
  const { size, media, hash } = captured.snapshot
  const found = captured.suggestions.length
  return (
    <>
      <p className="text">
        <Trans>
          Read and kept: <Plural value={size} one="# byte" other="# bytes" />, <bdi>{media}</bdi>.
        </Trans>{' '}
        <Plural value={found} one="# statement is suggested in it." other="# statements are suggested in it." />
      </p>
      <p className="meta">
        <Trans>
          SHA-256 <bdi className="code">{hash}</bdi>
        </Trans>
      </p>
      {captured.reading.origin !== undefined && (
        <p className="meta">
          <Trans>
            Origin <bdi>{captured.reading.origin.name}</bdi>, because <q dir="auto">{captured.reading.origin.because}</q>
          </Trans>
        </p>
      )}
      <Rules rules={captured.rules} />
      <Notes notes={captured.reading.notes} />
      <details className="read-text">
        <summary>
          <Trans>The text as it was read</Trans>
        </summary>
        <div className="article article-short" dir="auto">
          {captured.reading.text.slice(0, 20_000)}
        </div>
      </details>
    </>
  )
}
