import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useKeys } from '../keys/useKeys.ts'
import { useProcess } from '../process/ProcessRoom.tsx'
import type { Saying } from '../process/seen.ts'

/** What whoever holds a key here may do about a statement: dispute it, ask for it in writing. */
export const SayingActions = ({ saying }: { saying: Saying }) => {
  const { ref, process } = useProcess()
  const keys = useKeys(process?.id)
  const isParty = (id: string): boolean => process?.bodies.find((body) => body.id === id)?.roles.includes('party') ?? false
  // its party, who is spoken about, and who heard it: a party each
  const mayDispute = !saying.withdrawn && keys.some(({ body }) => isParty(body) || saying.reports.some((one) => one === body))
  const mayAsk = saying.body !== null && isParty(saying.body) && keys.some(({ body }) => isParty(body) && body !== saying.body)
  if (!mayDispute && !mayAsk) return null
  return (
    <>
      {mayDispute && (
        <Link to="/p/$ref/dispute" params={{ ref }} search={{ act: saying.act.hash }}>
          <Trans>Dispute this</Trans>
        </Link>
      )}
      {mayAsk && (
        <Link to="/p/$ref/ask" params={{ ref }} search={{ act: saying.act.hash }}>
          <Trans>Ask for it in writing</Trans>
        </Link>
      )}
    </>
  )
}
