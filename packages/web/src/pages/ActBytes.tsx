import type { Result } from '@paraph/record'
import { Plural, Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { inWorker } from '../check/line.ts'
import { useKeys } from '../keys/useKeys.ts'
import { useLanguage } from '../language/LanguageRoom.tsx'
import { Loading, Refused } from '../parts/states.tsx'
import { ask } from '../process/ask.ts'
import { useProcess, useStanding } from '../process/ProcessRoom.tsx'

/** An act as it stands: the leaf's exact bytes (canonical JSON), and the act with its salt where it is open. */
type Leaf = { readonly index: number; readonly leaf: string; readonly act: { readonly json: string; readonly salt: string } | string }

/** The exact bytes of one act: nothing is laid out anew, lines only wrap. */
export const ActBytes = ({ hash }: { hash: string }) => {
  const { ref, process } = useProcess()
  const keys = useKeys(process?.id)
  const { language } = useLanguage()
  const standing = useStanding()
  const here = standing.state === 'checked'
  const [told, setTold] = useState<Result<Leaf> | null>(null)
  useEffect(() => {
    const stop = new AbortController()
    const asked = here
      ? inWorker<Leaf>({ do: 'leaf', process: ref, hash })
      : ask<Leaf>(`/processes/${encodeURIComponent(ref)}/acts/${hash}`, { language, signal: stop.signal })
    asked.then((result) => !stop.signal.aborted && setTold(result))
    return () => stop.abort()
  }, [ref, hash, here, language])
  if (told === null) return <Loading lines={4} />
  if (!told.ok) return <Refused title={<Trans>This act is not on the record.</Trans>} refusal={told.refusal} />
  const { index, leaf, act } = told.value
  const length = new TextEncoder().encode(leaf).length
  return (
    <section className="section act-bytes">
      <div className="section-head">
        <h2>
          <Trans>
            Act <bdi>{index}</bdi>, exact bytes
          </Trans>
        </h2>
        <span className="meta note">
          <Plural value={length} one="# byte, canonical" other="# bytes, canonical" />
        </span>
        <span>
          <CopyButton text={leaf} />{' '}
          <a href={`/api/v1/processes/${encodeURIComponent(ref)}/acts/${hash}/tlog-proof`} download={`${hash.slice(0, 16)}.tlog-proof`}>
            <Trans>Inclusion proof</Trans>
          </a>
        </span>
      </div>
      <p className="meta">
        <Trans>Name:</Trans> <bdi className="code">{hash}</bdi>
      </p>
      <Bytes text={leaf} />
      {typeof act === 'string' ? (
        <p className="meta">
          {act === 'erased' ? (
            <Trans>The act itself was erased; that it was done stays.</Trans>
          ) : (
            <Trans>The act itself is not open to you.</Trans>
          )}
        </p>
      ) : (
        <>
          <h3 className="bytes-head">
            <Trans>The act that it commits to</Trans>
          </h3>
          <Bytes text={act.json} />
          <p className="meta">
            <Trans>Salt:</Trans> <bdi className="code">{act.salt}</bdi>
          </p>
          {keys.length > 0 && (
            <p className="meta">
              <Link to="/p/$ref/erase" params={{ ref }} search={{ act: hash }}>
                <Trans>Erase this</Trans>
              </Link>
            </p>
          )}
        </>
      )}
    </section>
  )
}

const Bytes = ({ text }: { text: string }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable from the keyboard
  <pre className="bytes" dir="ltr" tabIndex={0}>
    {text}
  </pre>
)

const CopyButton = ({ text }: { text: string }) => {
  const [copied, setCopied] = useState(false)
  return (
    <button type="button" className="button button-text" onClick={() => navigator.clipboard?.writeText(text).then(() => setCopied(true))}>
      {copied ? <Trans>Copied</Trans> : <Trans>Copy</Trans>}
    </button>
  )
}
