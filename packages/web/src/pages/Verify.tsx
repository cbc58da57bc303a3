import { Trans, useLingui } from '@lingui/react/macro'
import { type DragEvent, useEffect, useRef, useState } from 'react'
import { inWorker } from '../check/line.ts'
import type { Fault, Progress, Verified } from '../check/protocol.ts'
import { useLanguage } from '../language/LanguageRoom.tsx'
import { Said } from '../language/Said.tsx'
import { Head } from '../parts/Head.tsx'
import { Nature } from '../parts/Nature.tsx'
import { HomeNav } from '../parts/Nav.tsx'
import { FaultText } from '../parts/FaultText.tsx'
import { ProgressBar } from '../parts/states.tsx'
import { Moment } from '../time/Time.tsx'
import { StageText, VerifiedSteps } from './VerifiedSteps.tsx'
import './record.css'

type State =
  | { readonly state: 'idle' }
  | { readonly state: 'running'; readonly name: string; readonly progress: Progress | null }
  | { readonly state: 'verified'; readonly name: string; readonly verified: Verified }
  | { readonly state: 'refused'; readonly name: string; readonly fault: Fault }
  | { readonly state: 'stopped' }

/** Drop a bundle: it is read and verified here, and goes nowhere. */
export const Verify = () => {
  const { t } = useLingui()
  const { language } = useLanguage()
  const [state, setState] = useState<State>({ state: 'idle' })
  const [over, setOver] = useState(false)
  const [trust, setTrust] = useState('')
  const stop = useRef<AbortController | null>(null)
  useEffect(() => {
    document.title = `${t`Verify a file`} · Paraph`
  }, [t])
  const check = async (file: File | undefined) => {
    if (file === undefined) return
    stop.current?.abort()
    stop.current = new AbortController()
    const { signal } = stop.current
    setState({ state: 'running', name: file.name, progress: null })
    const bytes = await file.arrayBuffer()
    const result = await inWorker<Verified>(
      { do: 'bundle', bytes, language, ...(trust.trim() === '' ? {} : { trust: trust.trim() }) },
      { signal, transfer: [bytes], progress: (progress) => setState({ state: 'running', name: file.name, progress }) },
    )
    if (result.ok) setState({ state: 'verified', name: file.name, verified: result.value })
    else setState(result.refusal.code === 'cancelled' ? { state: 'stopped' } : { state: 'refused', name: file.name, fault: result.refusal })
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    check(event.dataTransfer.files[0])
  }
  return (
    <>
      <Head nav={<HomeNav />} />
      <main className="page" id="page" tabIndex={-1}>
        <div className="page-head">
          <h1>
            <Trans>Verify a file</Trans>
          </h1>
          <span className="meta">
            <Trans>wholly in this browser; nothing is sent</Trans>
          </span>
        </div>
        <div className="two">
          <div>
            {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping only adds to the file field inside, which the keyboard reaches */}
            <div
              className="drop"
              data-over={over || undefined}
              onDragOver={(event) => {
                event.preventDefault()
                setOver(true)
              }}
              onDragLeave={() => setOver(false)}
              onDrop={onDrop}
            >
              <label className="text" htmlFor="bundle">
                <Trans>Drop a .paraph bundle here, or choose one.</Trans>
              </label>
              <input id="bundle" type="file" accept=".paraph,application/zip" onChange={(event) => check(event.target.files?.[0])} />
              <label className="field">
                <span className="field-label">
                  <Trans>Process id or fingerprint that you were told by somebody you trust (optional)</Trans>
                </span>
                <input
                  className="input code"
                  dir="ltr"
                  value={trust}
                  spellCheck={false}
                  autoComplete="off"
                  onChange={(event) => setTrust(event.target.value)}
                />
              </label>
            </div>
          </div>
          <div aria-live="polite">
            {state.state === 'idle' && (
              <section className="section">
                <div className="section-head">
                  <h2>
                    <Trans>What is checked</Trans>
                  </h2>
                </div>
                <p className="text">
                  <Trans>
                    That the record is one unbroken log, that every act was signed by a key in force, that every act opens what was signed,
                    that the rules allowed it, and that the file holds nothing else.
                  </Trans>
                </p>
                <p className="meta">
                  <Trans>For a check that does not rest on this page: paraph verify file.paraph on your own machine.</Trans>
                </p>
              </section>
            )}
            {state.state === 'running' && (
              <section className="section">
                <div className="section-head">
                  <h2>
                    <bdi>{state.name}</bdi>
                  </h2>
                </div>
                <ProgressBar label={t`Verification`} done={state.progress?.done ?? 0} of={state.progress?.of ?? 0}>
                  <span>{state.progress !== null && <StageText progress={state.progress} />}</span>
                  <button type="button" className="button button-text" onClick={() => stop.current?.abort()}>
                    <Trans>Cancel</Trans>
                  </button>
                </ProgressBar>
              </section>
            )}
            {state.state === 'stopped' && (
              <p className="meta">
                <Trans>Cancelled. Nothing was changed.</Trans>
              </p>
            )}
            {state.state === 'verified' && <Outcome name={state.name} verified={state.verified} />}
            {state.state === 'refused' && <BundleRefused name={state.name} fault={state.fault} />}
          </div>
        </div>
      </main>
    </>
  )
}

const Outcome = ({ name, verified }: { name: string; verified: Verified }) => (
  <section className="section">
    <div className="section-head">
      <h2>
        <bdi>{name}</bdi>
      </h2>
      <span className="meta">
        {verified.identity === 'trusted' ? (
          <Trans>verified, the process that you named</Trans>
        ) : (
          <Trans>self-consistent, identity not checked</Trans>
        )}
      </span>
    </div>
    <p className="text">
      {verified.title !== null && <Said words={verified.title} />} <Nature process={verified} />
    </p>
    <VerifiedSteps verified={verified} />
    <p className="meta verified-facts">
      <Trans>
        Newest act recorded <Moment at={verified.newest} length="long" seconds />
      </Trans>
      <br />
      <Trans>Process id:</Trans> <bdi className="code">{verified.process}</bdi>
      <br />
      <Trans>Root:</Trans> <bdi className="code">{verified.root}</bdi>
    </p>
  </section>
)

const BundleRefused = ({ name, fault }: { name: string; fault: Fault }) => {
  const entry = fault.entry
  return (
    <section className="section">
      <div className="section-head">
        <h2>
          <bdi>{name}</bdi>
        </h2>
      </div>
      <div className="refused">
        <p className="refused-title">
          {entry === undefined ? (
            <Trans>This file does not verify.</Trans>
          ) : (
            <Trans>
              This file does not verify at entry <bdi>{entry}</bdi>.
            </Trans>
          )}
        </p>
        <p className="refused-why">
          <FaultText fault={fault} />
        </p>
        <p className="meta">
          <Trans>Kept: nothing was imported. To go on: ask the sender for a new export, or compare with another copy.</Trans>{' '}
          <Trans>Rule</Trans> <bdi className="code">{fault.code}</bdi>
        </p>
      </div>
    </section>
  )
}
