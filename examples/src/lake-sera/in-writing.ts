import type { Step } from '../script.ts'
import { day } from '../time.ts'
import { does, type Line, said, sitting, solemnly, source, spokenBy } from './telling.ts'
import { told } from './told.ts'

// June 2026: what each side asks of the other in writing, through the mediator, and what comes back; the commitments, in words.

const TWENTY_NINTH = day('2026-05-29')

/** What each side makes its word depend on: the two conditions mirror each other. */
const conditions: readonly Line[] = [
  source('SEC/secretary', 'source/conditions', {
    publisher: 'Secretariat of the talks: what both heads of delegation said at the door',
    voice: 'official',
    published: TWENTY_NINTH,
  }),
  said('SEC/secretary', 'said/condition/A', {
    pair: 'two mirrored conditions',
    when: TWENTY_NINTH,
    speaker: spokenBy('A/head'),
    kind: 'undertaking',
    words: told(
      'A keeps the ceasefire on the lake as long as no armed boat of B comes near the markers.',
      'A جھیل پر جنگ بندی برقرار رکھے گا جب تک B کی کوئی مسلح کشتی نشانوں کے قریب نہ آئے۔',
    ),
    about: ['communique/issued', 'issue/fishing'],
    sources: ['source/conditions'],
  }),
  said('SEC/secretary', 'said/condition/B', {
    pair: 'two mirrored conditions',
    when: TWENTY_NINTH,
    speaker: spokenBy('B/head'),
    kind: 'undertaking',
    words: told(
      'B keeps the ceasefire on the lake as long as no net of A is set near the markers.',
      'B جھیل پر جنگ بندی برقرار رکھے گا جب تک A کا کوئی جال نشانوں کے قریب نہ ڈالا جائے۔',
    ),
    about: ['communique/issued', 'issue/fishing'],
    sources: ['source/conditions'],
  }),
]

const commitments: readonly Line[] = [
  does('SEC/secretary', 'commitment/ceasefire', 'commitment.recorded', (ref) => ({
    title: told('Fishing ceasefire at the markers', 'نشانوں پر ماہی گیری کی جنگ بندی'),
    words: told(
      'No armed boat and no net within five hundred metres of the new markers.',
      'نئے نشانوں کے پانچ سو میٹر کے اندر نہ کوئی مسلح کشتی، نہ کوئی جال۔',
    ),
    debtors: ['A', 'B'],
    creditors: ['A', 'B'],
    from: [ref('communique/issued'), ref('said/condition/A'), ref('said/condition/B')],
    due: { words: told('from 1 June', 'یکم جون سے'), by: day('2026-06-01') },
    ends: { words: told('No end is stated', 'کوئی اختتام درج نہیں') },
    conditions: [
      {
        words: told('as long as no armed boat of B comes near the markers', 'جب تک B کی کوئی مسلح کشتی نشانوں کے قریب نہ آئے'),
        on: 'B',
        stated: [ref('said/condition/A')],
      },
      {
        words: told('as long as no net of A is set near the markers', 'جب تک A کا کوئی جال نشانوں کے قریب نہ ڈالا جائے'),
        on: 'A',
        stated: [ref('said/condition/B')],
      },
    ],
    leftOpen: [
      told('From what the distance is counted: each side says otherwise.', 'فاصلہ کہاں سے ناپا جائے: ہر فریق کچھ اور کہتا ہے۔'),
      told('Who establishes whether a condition is met.', 'شرط پوری ہوئی یا نہیں، یہ کون طے کرے گا۔'),
    ],
  })),
  does('SEC/secretary', 'commitment/water', 'commitment.recorded', (ref) => ({
    title: told('Releases by dates', 'تاریخوں کے مطابق اخراج'),
    words: told('Water is released on six dates a year.', 'پانی سال میں چھ تاریخوں کو چھوڑا جائے گا۔'),
    debtors: ['A'],
    creditors: ['B'],
    from: [ref('communique/issued')],
    due: { words: told('the first on 15 June', 'پہلا 15 جون کو'), by: day('2026-06-15') },
    leftOpen: [told('How much water on each date.', 'ہر تاریخ کو کتنا پانی۔')],
  })),
  does('SEC/secretary', 'commitment/readings', 'commitment.recorded', (ref) => ({
    title: told('Readings by dates', 'تاریخوں کے مطابق پیمائش'),
    words: told('Readings of the lower shore are handed over before each release.', 'نچلے ساحل کی پیمائش ہر اخراج سے پہلے دی جائے گی۔'),
    debtors: ['B'],
    creditors: ['A'],
    from: [ref('communique/issued')],
    due: { words: told('the first on 12 June', 'پہلی 12 جون کو'), by: day('2026-06-12') },
    leftOpen: [told('How many readings on each date.', 'ہر تاریخ کو کتنی پیمائشیں۔')],
  })),
  does('SEC/secretary', 'commitment/gauge', 'commitment.recorded', (ref) => ({
    title: told('Gauge station on Norvet island', 'جزیرہ نورویٹ پر پیمائش کا مرکز'),
    words: told('Both sides build the station and read it together.', 'دونوں فریق مرکز بنائیں گے اور مل کر پڑھیں گے۔'),
    debtors: ['A', 'B'],
    creditors: ['A', 'B'],
    from: [ref('communique/issued')],
    leftOpen: [told('By when: the text has no date.', 'کب تک: متن میں تاریخ نہیں۔'), told('Who pays for it.', 'خرچ کون اٹھائے گا۔')],
  })),
  does('SEC/secretary', 'commitment/crews', 'commitment.recorded', (ref) => ({
    title: told('Release of eight people', 'آٹھ افراد کی رہائی'),
    words: told('The eight people go home from Norvet island.', 'آٹھوں افراد جزیرہ نورویٹ سے گھر جائیں گے۔'),
    debtors: ['A', 'B'],
    creditors: ['A', 'B'],
    from: [ref('communique/issued')],
    due: { words: told('on 10 June', '10 جون کو'), by: day('2026-06-10') },
    protectsPersons: true,
  })),
]

type Asking = {
  readonly label: string
  readonly from: 'A' | 'B'
  readonly of: 'A' | 'B'
  readonly words: ReturnType<typeof told>
  readonly inSameForm: ReturnType<typeof told>
  readonly commitment: string
}

const asks = ({ label, from, of, words, inSameForm, commitment }: Asking): readonly Line[] => [
  {
    ...does(`${from}/head`, `assurance/${label}`, 'assurance.asked', (ref) => ({
      audience: 'plenary',
      of,
      words,
      inSameForm,
      commitment: ref(commitment),
    })),
    pair: 'what is asked in writing',
  },
  does('C/mediator', `assurance/${label}/passed-on`, 'assurance.passed-on', (ref) => ({
    audience: 'plenary',
    assurance: ref(`assurance/${label}`),
  })),
]

const answers = (
  by: 'A' | 'B',
  label: string,
  { answer, words, where }: { answer: string; words: ReturnType<typeof told>; where?: string },
): Line => ({
  ...solemnly(`${by}/head`, `assurance/${label}/answered`, 'assurance.answered', (ref) => ({
    audience: 'plenary',
    assurance: ref(`assurance/${label}`),
    answer,
    words,
    ...(where === undefined ? {} : { where: ref(where) }),
  })),
  pair: 'what is answered in writing',
})

const asked: readonly Line[] = [
  ...asks({
    label: 'dates',
    from: 'B',
    of: 'A',
    words: told('That the first release is on 15 June.', 'کہ پہلا اخراج 15 جون کو ہوگا۔'),
    inSameForm: told('The readings, three days before.', 'پیمائش، تین دن پہلے۔'),
    commitment: 'commitment/water',
  }),
  ...asks({
    label: 'readings',
    from: 'A',
    of: 'B',
    words: told('That the first readings come on 12 June.', 'کہ پہلی پیمائش 12 جون کو آئے گی۔'),
    inSameForm: told('The release, three days after.', 'اخراج، تین دن بعد۔'),
    commitment: 'commitment/readings',
  }),
  ...asks({
    label: 'nets',
    from: 'B',
    of: 'A',
    words: told('That no net is set between two markers.', 'کہ دو نشانوں کے بیچ کوئی جال نہ ڈالا جائے گا۔'),
    inSameForm: told('No patrol there by night.', 'وہاں رات کو کوئی گشت نہیں۔'),
    commitment: 'commitment/ceasefire',
  }),
  ...asks({
    label: 'patrols',
    from: 'A',
    of: 'B',
    words: told('That no patrol passes between two markers.', 'کہ دو نشانوں کے بیچ سے کوئی گشت نہ گزرے گا۔'),
    inSameForm: told('No lamp boat there by night.', 'وہاں رات کو چراغ والی کوئی کشتی نہیں۔'),
    commitment: 'commitment/ceasefire',
  }),
  ...asks({
    label: 'cost/A',
    from: 'B',
    of: 'A',
    words: told('That it bears half the cost of the station.', 'کہ وہ مرکز کا آدھا خرچ اٹھائے گا۔'),
    inSameForm: told('The other half.', 'باقی آدھا۔'),
    commitment: 'commitment/gauge',
  }),
  ...asks({
    label: 'cost/B',
    from: 'A',
    of: 'B',
    words: told('That it bears half the cost of the station.', 'کہ وہ مرکز کا آدھا خرچ اٹھائے گا۔'),
    inSameForm: told('The other half.', 'باقی آدھا۔'),
    commitment: 'commitment/gauge',
  }),
]

const answered: readonly Line[] = [
  answers('A', 'dates', { answer: 'confirmed', words: told('On 15 June, if the readings are there.', '15 جون کو، اگر پیمائش مل جائے۔') }),
  answers('B', 'readings', { answer: 'confirmed', words: told('On 12 June, by the mediator’s boat.', '12 جون کو، ثالث کی کشتی سے۔') }),
  answers('A', 'nets', {
    answer: 'not-in-this-form',
    words: told('What is agreed is in the points; no letter beside them.', 'جو طے ہے وہ نکات میں ہے؛ ان کے ساتھ کوئی خط نہیں۔'),
  }),
  answers('B', 'patrols', {
    answer: 'amended',
    words: told(
      'None by night; by day one, unarmed, to look after the markers.',
      'رات کو کوئی نہیں؛ دن میں ایک، بغیر ہتھیار، نشانوں کی دیکھ بھال کو۔',
    ),
  }),
  answers('A', 'cost/A', {
    answer: 'not-ours-to-give',
    words: told('Money is for its treasury to promise.', 'رقم کا وعدہ اس کا خزانہ کرے گا۔'),
  }),
  answers('B', 'cost/B', {
    answer: 'elsewhere',
    words: told('It stands in the points: both sides build it.', 'یہ نکات میں ہے: دونوں فریق بنائیں گے۔'),
    where: 'communique/issued',
  }),
]

const linked: readonly Line[] = [
  does('SEC/secretary', 'commitment/water/linked', 'commitment.linked', (ref) => ({
    commitment: ref('commitment/water'),
    debtor: 'A',
    to: [ref('assurance/dates/answered')],
  })),
  does('SEC/secretary', 'commitment/readings/linked', 'commitment.linked', (ref) => ({
    commitment: ref('commitment/readings'),
    debtor: 'B',
    to: [ref('assurance/readings/answered')],
  })),
]

/** From the two conditions to the answers. */
export const inWriting: readonly Step[] = [
  ...sitting('2026-05-29T09:00', [...conditions, ...commitments]),
  ...sitting('2026-06-01T09:00', asked),
  ...sitting('2026-06-03T09:00', answered),
  ...sitting('2026-06-03T15:00', linked),
]
