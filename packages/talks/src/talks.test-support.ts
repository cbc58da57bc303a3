import { ascribe, day, reconstruction, type Script, said, type Setting, words } from './script.test-support.ts'

/**
 * Talks of the shape of the example, made up: two rounds that end, a third that ends without result, a call by one party, an account by the
 * other. `caller` calls the deadlock, `other` answers.
 */
export const threeRounds = ({
  caller = 'A',
  other = 'B',
  parties = [caller, other],
  ...setting
}: Setting & { readonly caller?: string; readonly other?: string } = {}): Script => {
  const script = reconstruction({ parties, ...setting })
  const all = [caller, other]
  const of = (label: string, draft: Parameters<typeof ascribe>[2], when: string, more: { of?: string; to?: readonly string[] } = {}) =>
    ascribe(script, label, draft, { to: more.to ?? ['M'], when: day(when), ...(more.of === undefined ? {} : { of: more.of }) })
  of('issue', { type: 'issue.tabled', title: words('Crossings') }, '2025-10-05', { to: [caller] })
  of('round-1', { type: 'round.opened', place: words('Lakeside'), takesPart: all }, '2025-10-18')
  of('round-2', { type: 'round.scheduled', place: words('Hillside'), planned: day('2025-10-25') }, '2025-10-19', { of: caller })
  of('closed-1', { type: 'round.closed', round: '@round-1', outcome: 'agreement' }, '2025-10-19')
  of('opened-2', { type: 'round.opened', round: '@round-2', takesPart: all }, '2025-10-25')
  of('closed-2', { type: 'round.closed', round: '@round-2', outcome: 'adjourned' }, '2025-10-30')
  of('round-3', { type: 'round.scheduled', place: words('Hillside'), planned: day('2025-11-06') }, '2025-10-30')
  of('opened-3', { type: 'round.opened', round: '@round-3', takesPart: all }, '2025-11-06')
  of('closed-3', { type: 'round.closed', round: '@round-3', outcome: 'no-result' }, '2025-11-07', { of: caller })
  script.add('said-caller', said(caller, 'nothing was put in writing', day('2025-11-07'), { about: ['@round-3'] }), { by: 'R' })
  of('call', { type: 'deadlock.called', round: '@round-3', words: words('a complete deadlock'), statement: '@said-caller' }, '2025-11-07', {
    to: [caller],
  })
  of('closed-3b', { type: 'round.closed', round: '@round-3', outcome: 'no-result' }, '2025-11-07', { of: other })
  script.add('said-other', said(other, 'the round gave no result and we keep to our word', day('2025-11-08'), { about: ['@round-3'] }), {
    by: 'R',
  })
  return script
}
