import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { type DeviceKey, dropKey, keysHere, readHanded, takeKey } from '../keys/deviceKey.ts'
import { Head } from '../parts/Head.tsx'
import { HomeNav } from '../parts/Nav.tsx'
import { Loading } from '../parts/states.tsx'

/** The fragment is read once, when this file is loaded, and taken out of the address before anything else can see it. */
const handed = readHanded(location.hash)
const came = location.hash !== ''
if (came) history.replaceState(history.state, '', location.pathname)
let taking: Promise<'taken' | 'unable'> | undefined

/** Takes a device key out of a link into this browser: from then on it signs here, and cannot be read out. */
export const Take = () => {
  const { t } = useLingui()
  const [outcome, setOutcome] = useState<'taken' | 'unable' | null>(null)
  const [keys, setKeys] = useState<readonly DeviceKey[]>([])
  useEffect(() => {
    document.title = `${t`Keys in this browser`} · Paraph`
  }, [t])
  useEffect(() => {
    const read = () => keysHere().then(setKeys)
    if (handed === null) {
      read()
      return
    }
    taking ??= takeKey(handed).then(
      () => 'taken' as const,
      () => 'unable' as const,
    )
    taking.then((how) => {
      setOutcome(how)
      read()
    })
  }, [])
  return (
    <>
      <Head nav={<HomeNav />} />
      <main className="page" id="page" tabIndex={-1}>
        <div className="page-head">
          <h1>
            <Trans>Keys in this browser</Trans>
          </h1>
        </div>
        <div aria-live="polite">
          {handed !== null && outcome === null && <Loading lines={2} />}
          {outcome === 'taken' && handed !== null && (
            <p className="text taken">
              <Trans>
                This browser now holds the device key of <bdi>{handed.body}</bdi>. It signs here and cannot be read out again. The link was
                taken out of the address; do not keep it.
              </Trans>{' '}
              <Link to="/p/$ref" params={{ ref: handed.process }}>
                <Trans>Go to the process</Trans>
              </Link>
            </p>
          )}
          {((came && handed === null) || outcome === 'unable') && (
            <div className="refused">
              <p className="refused-title">
                <Trans>No key was taken.</Trans>
              </p>
              <p className="refused-why">
                {outcome === 'unable' ? (
                  <Trans>
                    This browser cannot hold an Ed25519 key here: it needs a secure context (https or localhost) and a browser that knows
                    Ed25519.
                  </Trans>
                ) : (
                  <Trans>The link is not whole: it holds a key, a process and a body.</Trans>
                )}
              </p>
              <p className="meta">
                <Trans>To go on: open the link again exactly as the command line printed it.</Trans>
              </p>
            </div>
          )}
        </div>
        {keys.length === 0 && !came ? (
          <p className="text">
            <Trans>This browser holds no key. One is taken by the link that “paraph init” prints.</Trans>
          </p>
        ) : (
          <ul className="keys">
            {keys.map((key) => (
              <li key={`${key.process} ${key.body}`}>
                <span>
                  <strong>
                    <bdi>{key.body}</bdi>
                  </strong>{' '}
                  <Link to="/p/$ref" params={{ ref: key.process }}>
                    <bdi className="code">{key.process}</bdi>
                  </Link>
                </span>
                <button type="button" className="button button-text" onClick={() => dropKey(key).then(() => keysHere().then(setKeys))}>
                  <Trans>Remove from this browser</Trans>
                </button>
              </li>
            ))}
          </ul>
        )}
      </main>
    </>
  )
}
