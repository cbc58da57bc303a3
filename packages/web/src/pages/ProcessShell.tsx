import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Link, Outlet } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useKeys } from '../keys/useKeys.ts'
import { useLanguage, useListed } from '../language/LanguageRoom.tsx'
import { Said } from '../language/Said.tsx'
import { spoken } from '../language/words.ts'
import { CheckedMark } from '../parts/CheckedMark.tsx'
import { Foot } from '../parts/Foot.tsx'
import { Head } from '../parts/Head.tsx'
import { Nature } from '../parts/Nature.tsx'
import { HomeNav, ProcessNav } from '../parts/Nav.tsx'
import { Refused } from '../parts/states.tsx'
import { useSlash } from '../search/useSlash.ts'
import { useFault, useProcess } from '../process/ProcessRoom.tsx'
import { ExerciseBand } from '../personas/ExerciseBand.tsx'
import { FaultPage } from './FaultPage.tsx'

/** What stands around every page of a process. */
export const ProcessShell = () => {
  const { ref, process, refusal } = useProcess()
  const { language } = useLanguage()
  const listed = useListed()
  const fault = useFault()
  const keys = useKeys(process?.id)
  useSlash(ref)
  useEffect(() => {
    if (process !== null) document.title = `${spoken(process.title, language).text} · Paraph`
  }, [process, language])
  return (
    <>
      <Head
        title={
          process === null ? undefined : (
            <Link to="/p/$ref" params={{ ref }}>
              <Said words={process.title} />
            </Link>
          )
        }
        nature={process === null ? undefined : <Nature process={process} />}
        end={
          process === null ? undefined : (
            <>
              <span>
                <Trans>Reading: plenary</Trans>
              </span>
              {keys.length > 0 && (
                <span>
                  <Trans>Key of</Trans> <bdi>{listed(keys.map((key) => key.body))}</bdi>
                </span>
              )}
              <CheckedMark />
            </>
          )
        }
        nav={refusal === null ? <ProcessNav process={ref} mayAct={keys.length > 0} /> : <HomeNav />}
      />
      {process !== null && <ExerciseBand process={process} />}
      <main className="page" id="page" tabIndex={-1}>
        {refusal !== null ? <NotShown /> : fault !== null ? <FaultPage fault={fault} /> : <Outlet />}
      </main>
      <Foot />
      <Announcer />
    </>
  )
}

const NotShown = () => {
  const { refusal } = useProcess()
  if (refusal === null) return null
  return (
    <div className="page-head">
      <Refused
        title={<Trans>This process is not shown.</Trans>}
        refusal={refusal}
        onward={
          <Trans>
            sign in with the link that the host printed, or go to <Link to="/">the processes you may see</Link>.
          </Trans>
        }
      />
    </div>
  )
}

/** Says politely that the record grew, and nothing moves. */
const Announcer = () => {
  const { announced } = useProcess()
  const { t } = useLingui()
  const [text, setText] = useState('')
  const before = useRef<number | null>(null)
  useEffect(() => {
    if (announced === null || announced === before.current) return
    before.current = announced
    setText(t`The record now holds ${plural(announced, { one: '# act', other: '# acts' })}.`)
  }, [announced, t])
  return (
    <div className="unseen" role="status" aria-live="polite">
      {text}
    </div>
  )
}
