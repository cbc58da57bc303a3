import type { Mark } from './kind.ts'

/** What a rapporteur does in its own name: founding, covering, capturing, naming. All else that it puts down is about others. */
const OF_THE_RAPPORTEUR = ['process.', 'source.', 'member.', 'key.', 'body.']

/**
 * Whether an act is its doer's own: not ascribed, and in a process rebuilt from sources not about somebody else. There a commitment or an incident
 * is signed by who collected it, and showing it as *own* would lend it the weight of a party's act.
 */
export const isOwn = (mark: Pick<Mark, 'ground' | 'type'>, nature: string | undefined): boolean =>
  mark.ground === undefined && (nature !== 'reconstruction' || OF_THE_RAPPORTEUR.some((noun) => mark.type.startsWith(noun)))
