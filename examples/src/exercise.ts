import type { Json } from '@paraph/record'

/** Whose device key each body of the exercise holds: raw public keys, 64 hex digits, freshly made by whoever founds it. */
export type ExerciseKeys = { readonly A: string; readonly B: string; readonly C: string }

/**
 * What `paraph init exercise` puts on a new record: the founding act, signed by `by` for `person` with its device key, then `acts` in order,
 * everyday acts of the same body. Nothing in them refers to another act.
 */
export type Exercise = { readonly by: 'C'; readonly person: 'secretary'; readonly founding: Json; readonly acts: readonly Json[] }

const words = (en: string, ur: string) => ({ en, ur })

/** Members who hold a key, by body. Their names are nowhere: in an exercise one person plays them all. */
const memberOf = { A: 'head-of-A', B: 'head-of-B', C: 'secretary' } as const

/** The Lake Sera exercise: two invented parties beside an invented lake, and the secretariat of an invented third. */
export const exercise = ({ host, keys }: { host: { readonly name: string; readonly key: string }; keys: ExerciseKeys }): Exercise => {
  const device = (body: keyof ExerciseKeys) => [{ key: keys[body], kind: 'device', member: memberOf[body] }]
  return {
    by: 'C',
    person: memberOf.C,
    founding: {
      type: 'process.opened',
      v: 1,
      slug: 'lake-sera-exercise',
      title: words('Lake Sera exercise', 'جھیل سیرا مشق'),
      nature: 'exercise',
      host: { name: host.name, key: host.key },
      rules: 'paraph/1',
      solemn: ['device'],
      quorum: 'none',
      languages: ['en', 'ur'],
      bodies: [
        { id: 'A', roles: ['party'], names: words('Alvane', 'الوین'), keys: device('A') },
        { id: 'B', roles: ['party'], names: words('Berisk', 'بیرسک'), keys: device('B') },
        { id: 'C', roles: ['mediator', 'secretariat'], names: words('Corrin', 'کورن'), keys: device('C') },
      ],
      statusClause: words(
        'An exercise: every body, place and event in it is invented. Taking part implies no recognition and changes no legal status.',
        'یہ ایک مشق ہے: اس کا ہر فریق، مقام اور واقعہ فرضی ہے۔ شرکت سے نہ کسی کو تسلیم کرنا لازم آتا ہے، نہ کسی کی قانونی حیثیت بدلتی ہے۔',
      ),
      grounds: { agreement: 'consensus', order: { kind: 'alphabetical', language: 'en' }, graceDays: 14 },
    },
    acts: [
      { type: 'track.opened', track: 'lake', title: words('Talks on the lake', 'جھیل پر مذاکرات'), mediators: ['C'] },
      issue('Water levels and releases', 'پانی کی سطح اور اخراج'),
      issue('Fishing beyond the median line', 'وسطی لکیر کے پار ماہی گیری'),
      issue('Patrols on the lake', 'جھیل پر گشت'),
    ],
  }
}

const issue = (en: string, ur: string): Json => ({ type: 'issue.tabled', title: words(en, ur), track: 'lake' })
