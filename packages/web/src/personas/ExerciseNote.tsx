import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import './personas.css'
import type { ProcessView } from '../process/seen.ts'
import { personasOf } from './cast.ts'

/** Beside an exercise in the list of processes: that it is one, and that it is there to be played. */
export const ExerciseNote = ({ process, to }: { process: ProcessView; to: string }) =>
  process.nature !== 'exercise' ? null : (
    <p className="exercise-note">
      <Trans>Everything here is invented.</Trans>{' '}
      {personasOf(process).length > 0 && (
        <Link to="/p/$ref" params={{ ref: to }}>
          <Trans>Play every role by hand</Trans>
        </Link>
      )}
    </p>
  )
