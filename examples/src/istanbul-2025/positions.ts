import type { Draft } from '../script.ts'
import { day, days, type Time } from '../time.ts'
import { account, ascribed, type Grounding, ownWord, type Told, told } from './telling.ts'

// What each side holds on each issue, in its public words or in a draft as reported. A demand reported without a request through the mediator
// is a position, never an assurance. A later position of one side stands beside its earlier one: that it replaces it nobody said.

const sundayGuardian = account(told('The Sunday Guardian', 'دی سنڈے گارڈین'), 'source/sundayguardian')

type Stand = {
  readonly event: string
  readonly of: 'AFG' | 'PAK'
  readonly on: Time
  readonly issue: string
  readonly kind: 'demand' | 'offer' | 'explanation' | 'refusal'
  readonly ground: Grounding
  readonly words: Told
  readonly sayings?: readonly string[]
}

const stand = (label: string, { event, of, on, issue, kind, ground, words, sayings }: Stand): Draft =>
  ascribed(label, {
    event,
    type: 'position.tabled',
    when: on,
    to: [of],
    ground,
    fields: (ref) => ({
      issue: ref(issue),
      kind,
      words,
      ...(sayings === undefined ? {} : { sayings: sayings.map(ref) }),
    }),
  })

export const positions: readonly Draft[] = [
  stand('position/sovereignty/pak-right', {
    event: 'E01',
    of: 'PAK',
    on: day('2025-10-09'),
    issue: 'issue/sovereignty',
    kind: 'explanation',
    ground: ownWord('source/hurriyet'),
    words: told(
      'May act against militants steered from the other side.',
      'دوسری طرف سے چلائے جانے والے عسکریت پسندوں کے خلاف کارروائی کا حق۔',
    ),
    sayings: ['said/kabul/pak'],
  }),
  stand('position/sovereignty/pak', {
    event: 'E06',
    of: 'PAK',
    on: day('2025-10-19'),
    issue: 'issue/sovereignty',
    kind: 'offer',
    ground: ownWord('source/khabarkada-doha'),
    words: told('Each side respects the territory of the other.', 'ہر فریق دوسرے کی سرزمین کا احترام کرے گا۔'),
    sayings: ['said/doha/pak'],
  }),
  stand('position/sovereignty/afg', {
    event: 'E08',
    of: 'AFG',
    on: day('2025-10-26', { as: 'at about 02:00' }),
    issue: 'issue/sovereignty',
    kind: 'demand',
    ground: sundayGuardian,
    words: told(
      'Its airspace and territory stay unviolated, and no group operates against it from PAK’s soil.',
      'اس کی فضائی حدود اور سرزمین محفوظ رہیں، اور PAK کی زمین سے کوئی گروہ اس کے خلاف سرگرم نہ ہو۔',
    ),
  }),
  stand('position/ceasefire/pak-verifiable', {
    event: 'E06',
    of: 'PAK',
    on: day('2025-10-19'),
    issue: 'issue/ceasefire',
    kind: 'demand',
    ground: ownWord('source/ary'),
    words: told('Monitoring that can be verified.', 'ایسی نگرانی جس کی تصدیق ہو سکے۔'),
    sayings: ['said/doha/pak-first-step'],
  }),
  stand('position/ceasefire/afg', {
    event: 'E08',
    of: 'AFG',
    on: day('2025-10-26', { as: 'at about 02:00' }),
    issue: 'issue/ceasefire',
    kind: 'demand',
    ground: sundayGuardian,
    words: told(
      'Four parties watch together for violations and share information about them.',
      'چار فریق مل کر خلاف ورزیوں پر نظر رکھیں اور ان کی معلومات بانٹیں۔',
    ),
  }),
  stand('position/ceasefire/pak', {
    event: 'E11',
    of: 'PAK',
    on: day('2025-10-30'),
    issue: 'issue/ceasefire',
    kind: 'demand',
    ground: ownWord('source/groundzero'),
    words: told('A penalty for violations, and evidence to the joint forum.', 'خلاف ورزی پر تاوان، اور شواہد مشترکہ فورم کو۔'),
    sayings: ['said/points/pak-penalty'],
  }),
  stand('position/territory/pak', {
    event: 'E13',
    of: 'PAK',
    on: day('2025-11-07'),
    issue: 'issue/territory',
    kind: 'demand',
    ground: ownWord('source/htn'),
    words: told(
      'Afghan territory serves no operations against it; it asks nothing else.',
      'افغان سرزمین اس کے خلاف استعمال نہ ہو؛ اور کوئی مطالبہ نہیں۔',
    ),
    sayings: ['said/demand/pak'],
  }),
  stand('position/territory/afg', {
    event: 'E14',
    of: 'AFG',
    on: day('2025-11-08'),
    issue: 'issue/territory',
    kind: 'explanation',
    ground: ownWord('source/ndtv'),
    words: told('Nobody may use its territory against another country.', 'کوئی اس کی سرزمین دوسرے ملک کے خلاف استعمال نہیں کر سکتا۔'),
    sayings: ['said/territory/afg'],
  }),
  stand('position/writing/pak', {
    event: 'E13',
    of: 'PAK',
    on: day('2025-11-07'),
    issue: 'issue/writing',
    kind: 'demand',
    ground: ownWord('source/htn'),
    words: told('Clear commitments, written down.', 'واضح وعدے، تحریری صورت میں۔'),
    sayings: ['said/writing/pak'],
  }),
  stand('position/writing/afg', {
    event: 'E14',
    of: 'AFG',
    on: day('2025-11-08'),
    issue: 'issue/writing',
    kind: 'explanation',
    ground: ownWord('source/ndtv'),
    words: told('The other side sought to shift all responsibility to Kabul.', 'دوسرے فریق نے ساری ذمہ داری کابل پر ڈالنا چاہی۔'),
    sayings: ['said/responsibility/afg'],
  }),
  stand('position/ruling/pak', {
    event: 'E14b',
    of: 'PAK',
    on: days('2025-11-08', '2025-11-12'),
    issue: 'issue/ruling',
    kind: 'demand',
    ground: account('AFG', 'source/newsx'),
    words: told('A religious ruling against attacks in Pakistan.', 'پاکستان میں حملوں کے خلاف مذہبی فتویٰ۔'),
  }),
  stand('position/ruling/afg', {
    event: 'E14b',
    of: 'AFG',
    on: days('2025-11-08', '2025-11-12'),
    issue: 'issue/ruling',
    kind: 'explanation',
    ground: ownWord('source/newsx'),
    words: told('A written request to the body that gives rulings.', 'فتویٰ دینے والے ادارے کو تحریری درخواست۔'),
    sayings: ['said/ruling/afg'],
  }),
  stand('position/crossings/pak', {
    event: 'E15',
    of: 'PAK',
    on: day('2025-11-09'),
    issue: 'issue/crossings',
    kind: 'demand',
    ground: ownWord('source/khabarkada-ministry'),
    words: told('Assurances before trade resumes.', 'تجارت کی بحالی سے پہلے یقین دہانیاں۔'),
  }),
]
