import { type Act, wordsOf } from './acts.ts'

/** Acts that one act publishes, and erases, at most: what the record takes. */
export const PUBLISH_LIMIT = 200

/** What is chosen for publication: acts by their entry hashes. */
export type PublishDraft = { readonly acts: readonly string[] }
export const EMPTY_PUBLISH: PublishDraft = { acts: [] }

/** Of what is offered: an act, and the other owners it needs. */
export type Offered = { readonly shown: { readonly act: { readonly hash: string } }; readonly asks: readonly string[] }

/** Everybody whom publishing these acts asks, each once, in the order in which bodies stand. */
export const askedFor = (chosen: readonly Offered[], order: readonly string[]): readonly string[] => {
  const needed = new Set(chosen.flatMap(({ asks }) => asks))
  return order.filter((body) => needed.has(body))
}

/** `publication.decided`, to publish; nothing while nothing is chosen, or too much. */
export const publishAct = (chosen: readonly Offered[], order: readonly string[]): Act | null => {
  if (chosen.length === 0 || chosen.length > PUBLISH_LIMIT) return null
  const asks = askedFor(chosen, order)
  return {
    type: 'publication.decided',
    decision: 'publish',
    acts: chosen.map(({ shown }) => shown.act.hash),
    ...(asks.length === 0 ? {} : { asks }),
  }
}

/** `publication.decided`, to take back. */
export const withdrawAct = (acts: readonly string[]): Act => ({ type: 'publication.decided', decision: 'withdraw', acts })

/** `consent.given`, to one joint act. */
export const consentAct = (to: string): Act => ({ type: 'consent.given', to })

/** A reason, as it is typed. */
export type ReasonDraft = { readonly en: string; readonly ur: string }
export const EMPTY_REASON: ReasonDraft = { en: '', ur: '' }

/** `consent.withheld`, with its reason; nothing without one. */
export const withholdAct = (draft: ReasonDraft, { to, language }: { to: string; language: string }): Act | null => {
  const reason = wordsOf({ en: draft.en, ur: draft.ur }, language)
  return reason === null ? null : { type: 'consent.withheld', to, reason }
}

/** `erasure.made` of one act, asking everybody whom it must; its reason may stay empty. */
export const eraseAct = (draft: ReasonDraft, { act, asks, language }: { act: string; asks: readonly string[]; language: string }): Act => {
  const reason = wordsOf({ en: draft.en, ur: draft.ur }, language)
  return { type: 'erasure.made', acts: [act], ...(asks.length === 0 ? {} : { asks }), ...(reason === null ? {} : { reason }) }
}
