import { type Told, told } from './told.ts'

/** Somebody who plays in the exercise: the body acted for, the member's token, and how the body describes them. */
export type Player = { readonly body: string; readonly member: string; readonly name: Told; readonly office: Told }

const head = told('Head of delegation', 'سربراہِ وفد')
const delegate = told('Delegate', 'مندوب')

/**
 * Everybody who holds a key, by its label: the key is SHA-256(`paraph/example/lake-sera/<label>`), so whoever knows the label can act. All
 * names are invented, and none is of any real place or people.
 */
export const cast = {
  'A/head': { body: 'A', member: 'A-head', name: told('Ilen Dorr', 'ایلن ڈور'), office: head },
  'A/delegate': { body: 'A', member: 'A-delegate', name: told('Mave Sorrin', 'میو سورن'), office: delegate },
  'B/head': { body: 'B', member: 'B-head', name: told('Tavi Brenn', 'تاوی برین'), office: head },
  'B/delegate': { body: 'B', member: 'B-delegate', name: told('Orsa Kell', 'اورسا کیل'), office: delegate },
  'C/mediator': { body: 'C', member: 'mediator', name: told('Nerin Ashe', 'نیرن ایش'), office: told('Mediator', 'ثالث') },
  'SEC/secretary': { body: 'SEC', member: 'secretary', name: told('Pell Ardane', 'پیل آرڈین'), office: told('Secretary', 'سیکرٹری') },
  'OBS/observer': { body: 'OBS', member: 'observer', name: told('Rhoe Vintar', 'رو ونٹار'), office: told('Observer', 'مبصر') },
} as const satisfies Readonly<Record<string, Player>>

/** The label of a key, which is also who acts. */
export type Role = keyof typeof cast
