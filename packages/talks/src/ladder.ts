import type { BodyId, EntryHash } from '@paraph/record'
import { authorBodies } from './account.ts'
import type { AssuranceAnswered } from './assurance.ts'
import type { Seen } from './asking.ts'
import type { CommuniqueIssued } from './communique.ts'
import type { Filed } from './filed.ts'
import type { InstrumentReported } from './instrument.ts'
import type { Mark } from './kind.ts'
import { bodiesInWords, groundInWords, reason, wordsIn } from './reason.ts'
import { isolated } from './dates.ts'
import { type StatementRecorded, statedBy } from './statement.ts'
import { accounts, byRung, CONSENT_RUNGS, rung, TEXT_RUNGS } from './rung.ts'
import { consentRungs } from './signed.ts'
import type { Rung } from './view/types.ts'

export type Lane = {
  readonly text: Rung | null
  readonly consent: Rung | null
  readonly textPath: readonly Rung[]
  readonly consentPath: readonly Rung[]
}

/**
 * How far one debtor's commitment has come, from the entries in which it is found. Only the debtor's own act reaches a rung solid; what is
 * recorded about it reaches the rung dashed, with its ground, and never fills a solid one.
 */
export const lane = (seen: Seen, debtor: BodyId, evidence: readonly EntryHash[]): Lane => {
  const filed = [...new Set(evidence)].map((hash) => seen.state.filed.get(hash)).filter((one) => one !== undefined)
  const textPath = filed.flatMap((one) => textRungs(seen, debtor, one)).sort(byRung(TEXT_RUNGS))
  const consentPath = filed.flatMap((one) => consentRungs(seen, debtor, one)).sort(byRung(CONSENT_RUNGS))
  return { text: textPath.at(-1) ?? null, consent: consentPath.at(-1) ?? null, textPath, consentPath }
}

const textRungs = (seen: Seen, debtor: BodyId, filed: Filed): readonly Rung[] => {
  if (typeof filed.act === 'string') return []
  const { mark, act } = filed
  switch (mark.type) {
    case 'statement.recorded':
      return spoken(seen, debtor, mark, act.open as StatementRecorded)
    case 'communique.issued':
      return [issued(seen, debtor, mark, act.open as CommuniqueIssued)]
    case 'instrument.reported':
      return filed.names === mark.hash
        ? accounts(seen, filed).map((account) => described(seen, debtor, account.mark, account.act))
        : [described(seen, debtor, mark, act.open as InstrumentReported)]
    case 'assurance.answered':
      return (act.open as AssuranceAnswered).answer === 'confirmed' ? [done(seen, debtor, mark)] : []
    default:
      return [done(seen, debtor, mark)]
  }
}

/** Words: stated by the debtor where it speaks itself, claimed of it by whoever else speaks. What somebody thinks in another's place is neither. */
const spoken = (seen: Seen, debtor: BodyId, mark: Mark, act: StatementRecorded): readonly Rung[] => {
  if (act.kind === 'view-of-anothers-mind') return []
  const statement = seen.state.statements.all.get(mark.hash)!
  if (statement.withdrawn !== undefined) return []
  const stated = statedBy(statement)
  if (stated?.body === debtor && !(act.reports ?? []).includes(debtor)) {
    const how = stated.own
      ? reason(seen, 'stated-own', /*i18n*/ { id: 'talks.rung.stated-own', message: 'stated by {who}: own act' }, why(seen, [debtor], mark))
      : reason(
          seen,
          'stated',
          /*i18n*/ { id: 'talks.rung.stated', message: 'stated by {who} in a source in which it speaks itself' },
          why(seen, [debtor], mark),
        )
    return [rung(debtor, 'stated', mark, how, { dashed: !stated.own, by: [debtor] })]
  }
  const by = act.speaker.body === undefined ? [] : [act.speaker.body]
  const named = act.speaker.name ?? act.speaker.office
  const how =
    by.length === 0
      ? reason(
          seen,
          'claimed',
          /*i18n*/ { id: 'talks.rung.claimed-by-other', message: 'claimed by {name}' },
          {
            acts: [mark.hash],
            facts: { by: '' },
            values: {
              name:
                named === undefined ? seen.say(/*i18n*/ { id: 'talks.rung.outlet', message: 'an outlet' }) : isolated(wordsIn(seen, named)),
            },
          },
        )
      : reason(seen, 'claimed', /*i18n*/ { id: 'talks.rung.claimed', message: 'claimed by {who}' }, why(seen, by, mark))
  return [rung(debtor, 'claimed', mark, how, { dashed: true, by })]
}

const why = (seen: Seen, bodies: readonly BodyId[], mark: Mark) => ({
  acts: [mark.hash],
  facts: { by: bodies.join(',') },
  values: { who: bodiesInWords(seen, bodies), ground: groundInWords(seen, mark) },
})

/** Three kinds of *written*, each named: own act · published by them · joint, issued by somebody. */
const issued = (seen: Seen, debtor: BodyId, mark: Mark, act: CommuniqueIssued): Rung => {
  if (!act.onBehalfOf.includes(debtor)) {
    const how = reason(seen, 'claimed', /*i18n*/ { id: 'talks.rung.claimed', message: 'claimed by {who}' }, why(seen, mark.doers, mark))
    return rung(debtor, 'claimed', mark, how, { dashed: true, by: mark.doers })
  }
  const own = mark.ground === undefined && (mark.by === debtor || joined(seen, debtor, mark))
  const by = mark.doers
  if (act.onBehalfOf.length > 1) {
    const how = reason(
      seen,
      'written-joint',
      /*i18n*/ { id: 'talks.rung.written-joint', message: 'written (joint, issued by {who})' },
      why(seen, by, mark),
    )
    return rung(debtor, 'written', mark, how, { dashed: !own, by })
  }
  return own ? written(seen, debtor, mark) : published(seen, debtor, mark)
}

/** Whether a joint communiqué is the debtor's own too: it agreed to it, or gave its consent to this issue. */
const joined = ({ state }: Seen, debtor: BodyId, mark: Mark): boolean => {
  const communique = state.communiques.get(state.filed.get(mark.hash)?.names ?? mark.hash)
  const agreed = communique?.agreed.some((account) => account.mark.ground === undefined && account.mark.by === debtor) ?? false
  return agreed || (state.consents.get(mark.hash)?.given.has(debtor) ?? false)
}

const written = (seen: Seen, debtor: BodyId, mark: Mark): Rung => {
  const how = reason(
    seen,
    'written-own',
    /*i18n*/ { id: 'talks.rung.written-own', message: 'written (own act)' },
    why(seen, [debtor], mark),
  )
  return rung(debtor, 'written', mark, how, { dashed: false, by: [debtor] })
}
const published = (seen: Seen, debtor: BodyId, mark: Mark): Rung => {
  const how = reason(
    seen,
    'written-published',
    /*i18n*/ { id: 'talks.rung.written-published', message: 'written (published by {who})' },
    why(seen, mark.doers, mark),
  )
  return rung(debtor, 'written', mark, how, { dashed: true, by: mark.doers })
}

/**
 * A document that exists elsewhere: what it holds is stated by a debtor that describes it itself, claimed by everybody else. The first
 * entry is the document's name and stands for every account of it; a later account, pointed to by its own name, stands for itself alone: two sides'
 * descriptions of one document are two texts.
 */
const described = (seen: Seen, debtor: BodyId, mark: Mark, act: InstrumentReported): Rung => {
  const own = mark.ground === undefined && mark.by === debtor
  const itself = own || (mark.ground?.kind === 'published-original' ? mark.doers.includes(debtor) : authorBodies(mark).includes(debtor))
  const by = authorBodies(mark)
  const given = { ...why(seen, by, mark), facts: { by: by.join(','), character: act.character } }
  const how =
    by.length > 0
      ? reason(
          seen,
          'reported-document',
          /*i18n*/ { id: 'talks.rung.reported-document-by', message: 'in a document reported by {who}, its text not held' },
          given,
        )
      : reason(
          seen,
          'reported-document',
          /*i18n*/ { id: 'talks.rung.reported-document', message: 'in a document reported {ground}, its text not held' },
          given,
        )
  return rung(debtor, itself ? 'stated' : 'claimed', mark, how, { dashed: !own, by })
}

/** Any other act: the debtor's own is written; one that it published, stated; one of which somebody gives account, claimed. */
const done = (seen: Seen, debtor: BodyId, mark: Mark): Rung => {
  if (mark.ground === undefined && mark.by === debtor) return written(seen, debtor, mark)
  if (mark.ground?.kind === 'published-original' && mark.doers.includes(debtor)) {
    const how = reason(
      seen,
      'stated',
      /*i18n*/ { id: 'talks.rung.stated', message: 'stated by {who} in a source in which it speaks itself' },
      why(seen, [debtor], mark),
    )
    return rung(debtor, 'stated', mark, how, { dashed: true, by: [debtor] })
  }
  const by = authorBodies(mark)
  const how =
    by.length > 0
      ? reason(seen, 'claimed', /*i18n*/ { id: 'talks.rung.claimed', message: 'claimed by {who}' }, why(seen, by, mark))
      : reason(seen, 'claimed', /*i18n*/ { id: 'talks.rung.claimed-ground', message: 'claimed, {ground}' }, why(seen, by, mark))
  return rung(debtor, 'claimed', mark, how, { dashed: true, by })
}
