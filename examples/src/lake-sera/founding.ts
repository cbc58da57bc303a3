import { LOG_KEY } from '../script.ts'
import { cast, type Role } from './cast.ts'
import { does, type Line, solemnly } from './telling.ts'
import { told } from './told.ts'

/** Name of the host in the origin of the exercise's record. */
export const EXERCISE_HOST = 'paraph-examples'

const bodies = {
  A: told('Alvane', 'الوین'),
  B: told('Berisk', 'بیرسک'),
  C: told('Corrin', 'کورن'),
  SEC: told('Secretariat of the talks', 'مذاکرات کا سیکرٹریٹ'),
  OBS: told('Assembly of Inland Waters', 'اسمبلی برائے اندرونی آبی ذخائر'),
}
const rolesOf = { A: ['party'], B: ['party'], C: ['mediator'], SEC: ['secretariat'], OBS: ['observer'] } as const
type Body = keyof typeof bodies

const keysOf = (body: Body): readonly Role[] => (Object.keys(cast) as Role[]).filter((role) => cast[role].body === body)

/** The founding act: an exercise, whose keys are public. */
export const opened = solemnly('SEC/secretary', 'process/opened', 'process.opened', (_ref, publicKeyOf) => ({
  v: 1,
  slug: 'lake-sera',
  title: told('Lake Sera talks, 2026: an exercise', 'جھیل سیرا مذاکرات، 2026: ایک مشق'),
  nature: 'exercise',
  host: { name: EXERCISE_HOST, key: publicKeyOf(LOG_KEY) },
  rules: 'paraph/1',
  solemn: ['device'],
  quorum: 'none',
  languages: ['en', 'ur'],
  bodies: (Object.keys(bodies) as Body[]).map((id) => ({
    id,
    roles: rolesOf[id],
    names: bodies[id],
    keys: id === 'SEC' ? keysOf(id).map((role) => ({ key: publicKeyOf(role), kind: 'device', member: cast[role].member })) : [],
  })),
  statusClause: told(
    'An exercise: every body, person, place and event in it is invented, and resembles none that exists. Its keys are public, so that one person can play every role; nothing in it binds anybody. Taking part implies no recognition and changes no legal status.',
    'یہ ایک مشق ہے: اس کا ہر فریق، شخص، مقام اور واقعہ فرضی ہے اور کسی حقیقی سے مشابہ نہیں۔ اس کی کلیدیں عام ہیں تاکہ ایک شخص ہر کردار ادا کر سکے؛ اس کی کوئی بات کسی کو پابند نہیں کرتی۔ شرکت سے نہ کسی کو تسلیم کرنا لازم آتا ہے، نہ کسی کی قانونی حیثیت بدلتی ہے۔',
  ),
  grounds: { agreement: 'consensus', order: { kind: 'alphabetical', language: 'en' }, graceDays: 14, quietDays: 30 },
  keysArePublic: true,
}))

/** A body joins with the keys of everybody who acts for it. */
const joins = (as: Role): Line => {
  const id = cast[as].body as Body
  return solemnly(as, `joined/${id}`, 'body.joined', (_ref, publicKeyOf) => ({
    body: {
      id,
      roles: rolesOf[id],
      names: bodies[id],
      keys: keysOf(id).map((role) => ({ key: publicKeyOf(role), kind: 'device', member: cast[role].member })),
    },
    head: cast[as].member,
  }))
}

const recognises = (as: Role, id: Body): Line =>
  solemnly(as, `recognised/${id}/${cast[as].body}`, 'consent.given', (ref) => ({ to: ref(`joined/${id}`) }))

/** Each body joins, and is recognised by every party that was there. */
export const joining: readonly Line[] = [
  joins('A/head'),
  joins('B/head'),
  recognises('A/head', 'B'),
  joins('C/mediator'),
  recognises('A/head', 'C'),
  recognises('B/head', 'C'),
  joins('OBS/observer'),
  recognises('A/head', 'OBS'),
  recognises('B/head', 'OBS'),
]

/** Each body describes its own members. */
export const described: readonly Line[] = (Object.keys(cast) as Role[]).map((role) =>
  does(role, `member/${role}`, 'member.described', () => ({
    member: cast[role].member,
    name: cast[role].name,
    office: cast[role].office,
  })),
)

/** What both parties agree to add to the ground rules. */
export const amended: readonly Line[] = [
  solemnly('SEC/secretary', 'process/amended', 'process.amended', () => ({
    grounds: {
      openRequests: 3,
      confidentiality: told(
        'Talk is off the record until the body that spoke puts it on.',
        'گفتگو ریکارڈ سے باہر ہے جب تک بولنے والا فریق اسے خود درج نہ کرے۔',
      ),
    },
  })),
  solemnly('A/head', 'process/amended/A', 'consent.given', (ref) => ({ to: ref('process/amended') })),
  solemnly('B/head', 'process/amended/B', 'consent.given', (ref) => ({ to: ref('process/amended') })),
]
