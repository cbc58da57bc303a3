import type { BodyId } from '@paraph/record'
import type { Seen } from './asking.ts'
import type { Filed } from './filed.ts'
import type { Mark } from './kind.ts'
import type { ConsentRung, Reason, Rung, TextRung } from './view/types.ts'

/** Order of the text axis: form, not force. */
export const TEXT_RUNGS: readonly TextRung[] = [
  'claimed',
  'stated',
  'noted',
  'written',
  'agreed-ad-referendum',
  'agreed',
  'adopted',
  'authenticated',
]
/** Order of the consent axis. */
export const CONSENT_RUNGS: readonly ConsentRung[] = [
  'none',
  'signed-kind-not-known',
  'signed-ad-referendum',
  'signed-subject-to-ratification',
  'consented',
  'in-force',
]

/** By rung; of one rung the solid stands last, then by time. */
export const byRung =
  (order: readonly string[]) =>
  (one: Rung, other: Rung): number =>
    order.indexOf(one.rung) - order.indexOf(other.rung) ||
    Number(other.dashed) - Number(one.dashed) ||
    (one.at < other.at ? -1 : one.at > other.at ? 1 : 0)

/** One rung, as the views show it. */
export const rung = (
  debtor: BodyId,
  of: TextRung | ConsentRung,
  mark: Mark,
  how: Reason,
  { dashed, by }: { readonly dashed: boolean; readonly by: readonly BodyId[] },
): Rung => ({
  debtor,
  rung: of,
  dashed,
  how,
  at: mark.happened.from,
  by,
})

/** Every account of a document, where an entry names one. */
export const accounts = ({ state }: Seen, { names }: Filed) => [...(state.instruments.get(names)?.accounts.values() ?? [])]
