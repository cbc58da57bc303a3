import { Trans, useLingui } from '@lingui/react/macro'
import { Link, useLocation } from '@tanstack/react-router'
import { useId, useRef, useState } from 'react'
import './personas.css'
import { useLanguage } from '../language/LanguageRoom.tsx'
import { Said } from '../language/Said.tsx'
import { spoken } from '../language/words.ts'
import { PartyOf } from '../parts/Party.tsx'
import { useProcess } from '../process/ProcessRoom.tsx'
import type { ProcessView } from '../process/seen.ts'
import { type Persona, personasOf } from './cast.ts'
import { actAs, actAsNobody } from './derive.ts'
import { Roles } from './Roles.tsx'
import { usePersona } from './usePersona.ts'

/** Said over every page of an exercise: that it is one, whose keys these are, and who is played. In other processes nothing. */
export const ExerciseBand = ({ process }: { process: ProcessView }) => {
  const { t } = useLingui()
  if (process.nature !== 'exercise') return null
  return (
    <aside className="exercise-band" aria-label={t`Exercise`}>
      <div className="exercise-inner">
        <p className="exercise-says">
          <strong className="exercise-word">
            <Trans>Exercise</Trans>
          </strong>
          <span>
            <Trans>Everything here is invented.</Trans>{' '}
            {process.keysArePublic && <Trans>These keys are public: anybody could sign as anybody here.</Trans>}
          </span>
        </p>
        {personasOf(process).length > 0 && <Playing process={process} />}
      </div>
    </aside>
  )
}

/** Who is played, and the way to play somebody else. */
const Playing = ({ process }: { process: ProcessView }) => {
  const { t } = useLingui()
  const { language } = useLanguage()
  const persona = usePersona(process)
  const [open, setOpen] = useState(false)
  const [told, setTold] = useState('')
  const roles = useId()
  const opener = useRef<HTMLButtonElement>(null)
  const { ref } = useProcess()
  const { pathname } = useLocation()
  const play = async (one: Persona | null) => {
    try {
      await (one === null ? actAsNobody(process.id) : actAs(process.id, one))
    } catch {
      return setTold(
        t`This browser cannot hold an Ed25519 key here: it needs a secure context (https or localhost) and a browser that knows Ed25519.`,
      )
    }
    // Chosen: the band says who, and whoever works by keys stands where they opened the roles.
    setOpen(false)
    opener.current?.focus()
    if (one === null) return setTold(t`You act as nobody; you only read.`)
    const name = spoken(one.name, language).text
    const office = spoken(one.office, language).text
    const body = one.body
    setTold(t`You now act as ${name}, ${office} of ${body}.`)
  }
  return (
    <>
      <div className="exercise-role">
        {persona === null ? (
          <span>
            <Trans>You act as nobody; you only read.</Trans>
          </span>
        ) : (
          <span className="exercise-who">
            <Trans>You act as</Trans> <PartyOf id={persona.body} bodies={process.bodies} />{' '}
            <strong>
              <Said words={persona.name} />
            </strong>
            <Said words={persona.office} className="exercise-office" />
          </span>
        )}
        {persona !== null && !pathname.endsWith('/enter') && (
          <Link to="/p/$ref/enter" params={{ ref }} className="exercise-enter">
            <Trans>Enter an act</Trans>
          </Link>
        )}
        <button
          ref={opener}
          type="button"
          className="button exercise-switch"
          aria-expanded={open}
          aria-controls={open ? roles : undefined}
          onClick={() => setOpen(!open)}
        >
          {open ? <Trans>Close the roles</Trans> : persona === null ? <Trans>Choose a role</Trans> : <Trans>Change role</Trans>}
        </button>
      </div>
      {open && <Roles id={roles} process={process} playing={persona} onPlay={play} />}
      <p className={open && told !== '' ? 'exercise-told' : 'unseen'} role="status">
        {told}
      </p>
    </>
  )
}
