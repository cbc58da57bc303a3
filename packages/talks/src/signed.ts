import type { BodyId } from '@paraph/record'
import { authorBodies } from './account.ts'
import type { Seen } from './asking.ts'
import type { Filed } from './filed.ts'
import type { InstrumentReported } from './instrument.ts'
import { accounts, rung } from './rung.ts'
import { bodiesInWords, groundInWords, reason } from './reason.ts'
import type { ConsentRung, Rung } from './view/types.ts'

const SIGNED: Readonly<Record<InstrumentReported['signed'], ConsentRung | undefined>> = {
  'kind-not-known': 'signed-kind-not-known',
  'ad-referendum': 'signed-ad-referendum',
  'subject-to-ratification': 'signed-subject-to-ratification',
  definitive: 'consented',
  'not-signed': undefined,
  'not-said': undefined,
}

/** A signature that is reported, by each account of it: dashed, whoever reports it, since the act itself is not on this record. */
export const consentRungs = (seen: Seen, debtor: BodyId, filed: Filed): readonly Rung[] => {
  if (typeof filed.act === 'string' || filed.mark.type !== 'instrument.reported') return []
  return accounts(seen, filed)
    .filter(({ act }) => act.parties.includes(debtor) && (act.by === undefined || act.by.some(({ body }) => body === debtor)))
    .flatMap(({ act, mark }) => {
      const of = SIGNED[act.signed]
      if (of === undefined) return []
      const by = authorBodies(mark)
      const given = {
        acts: [mark.hash],
        facts: { by: by.join(','), signed: act.signed },
        values: { who: bodiesInWords(seen, by), ground: groundInWords(seen, mark) },
      }
      const how =
        by.length > 0
          ? reason(seen, 'signed-reported', /*i18n*/ { id: 'talks.rung.signed-reported-by', message: 'signature reported by {who}' }, given)
          : reason(seen, 'signed-reported', /*i18n*/ { id: 'talks.rung.signed-reported', message: 'signature reported, {ground}' }, given)
      return [rung(debtor, of, mark, how, { dashed: true, by })]
    })
}
