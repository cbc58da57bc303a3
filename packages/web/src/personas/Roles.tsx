import { Trans } from '@lingui/react/macro'
import { Said } from '../language/Said.tsx'
import { Party } from '../parts/Party.tsx'
import type { ProcessView } from '../process/seen.ts'
import { type Persona, personasOf } from './cast.ts'

/** Everybody who can be played, by body, in the order of the process; nobody is bigger or first but by that order. */
export const Roles = ({
  id,
  process,
  playing,
  onPlay,
}: {
  id: string
  process: ProcessView
  playing: Persona | null
  onPlay: (persona: Persona | null) => void
}) => {
  const personas = personasOf(process)
  return (
    <div className="roles" id={id}>
      <p className="roles-says">
        <Trans>
          One person can play every role. The key of a role is made in this browser from its public name, and only one is here at a time;
          open another browser to see the acts arrive there.
        </Trans>
      </p>
      <ul className="roles-bodies">
        {process.bodies.map((body) => (
          <li key={body.id}>
            <div className="roles-body">
              <Party body={body} named />
            </div>
            <ul>
              {personas
                .filter((persona) => persona.body === body.id)
                .map((persona) => (
                  <li key={persona.label}>
                    <Role persona={persona} chosen={persona.label === playing?.label} onPlay={() => onPlay(persona)} />
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ul>
      <button type="button" className="button button-text" aria-pressed={playing === null} onClick={() => onPlay(null)}>
        <Trans>Play nobody, only read</Trans>
      </button>
    </div>
  )
}

const Role = ({ persona, chosen, onPlay }: { persona: Persona; chosen: boolean; onPlay: () => void }) => (
  <button type="button" className="role" aria-pressed={chosen} onClick={onPlay}>
    <span className="role-name">
      <Said words={persona.name} />
    </span>
    <span className="role-office">
      <Said words={persona.office} />
    </span>
  </button>
)
