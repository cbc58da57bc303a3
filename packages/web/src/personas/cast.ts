import type { ProcessView, Words } from '../process/seen.ts'

/** Somebody whom the reader may play: the body acted for, and how that body describes them on the record. */
export type Persona = { readonly label: string; readonly body: string; readonly name: Words; readonly office: Words }

/** The exercise whose rule of keys this page knows: SHA-256(`paraph/example/<slug>/<label>`). */
export const PLAYED = 'lake-sera'

const head: Words = { en: 'Head of delegation', ur: 'سربراہِ وفد' }
const delegate: Words = { en: 'Delegate', ur: 'مندوب' }

/** Everybody of the exercise, in the order of its bodies. Names are invented. */
export const PERSONAS: readonly Persona[] = [
  { label: 'A/head', body: 'A', name: { en: 'Ilen Dorr', ur: 'ایلن ڈور' }, office: head },
  { label: 'A/delegate', body: 'A', name: { en: 'Mave Sorrin', ur: 'میو سورن' }, office: delegate },
  { label: 'B/head', body: 'B', name: { en: 'Tavi Brenn', ur: 'تاوی برین' }, office: head },
  { label: 'B/delegate', body: 'B', name: { en: 'Orsa Kell', ur: 'اورسا کیل' }, office: delegate },
  { label: 'C/mediator', body: 'C', name: { en: 'Nerin Ashe', ur: 'نیرن ایش' }, office: { en: 'Mediator', ur: 'ثالث' } },
  { label: 'SEC/secretary', body: 'SEC', name: { en: 'Pell Ardane', ur: 'پیل آرڈین' }, office: { en: 'Secretary', ur: 'سیکرٹری' } },
  { label: 'OBS/observer', body: 'OBS', name: { en: 'Rhoe Vintar', ur: 'رو ونٹار' }, office: { en: 'Observer', ur: 'مبصر' } },
]

/**
 * Whom a reader may play here: somebody only where the founding act says *exercise* and that its keys are public, and the bodies are those of
 * the cast; nobody in a reconstruction, whose keys are public too, nor in any real process.
 */
export const personasOf = ({
  nature,
  keysArePublic,
  slug,
  bodies,
}: Pick<ProcessView, 'nature' | 'keysArePublic' | 'slug'> & {
  readonly bodies: readonly { readonly id: string }[]
}): readonly Persona[] => {
  const exercise = nature === 'exercise' && keysArePublic && (slug === PLAYED || /^lake-sera-\d+$/.test(slug))
  return exercise && PERSONAS.every(({ body }) => bodies.some(({ id }) => id === body)) ? PERSONAS : []
}
