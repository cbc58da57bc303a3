import type { Step } from '../script.ts'
import { day } from '../time.ts'
import { does, type Line, moves, passesOn, said, sitting, source, spokenBy, standsNow } from './telling.ts'
import { told } from './told.ts'

// 3 and 4 February 2026, Tessary: papers pass through the mediator; no result; a report that one side disputes.

const round: Line = does('C/mediator', 'round/first/opened', 'round.opened', (ref) => ({
  round: ref('round/first'),
  takesPart: ['A', 'B'],
}))

const papers: readonly Line[] = [
  does('A/delegate', 'paper/timetable', 'paper.handed-over', () => ({
    kind: 'draft',
    title: told('Draft timetable of A', 'A کا مسودۂ نظام الاوقات'),
    to: ['B'],
    through: ['C'],
    reported: told(
      'Six releases from May to October, each with its day and volume.',
      'مئی سے اکتوبر تک چھ اخراج، ہر ایک دن اور مقدار کے ساتھ۔',
    ),
    quotable: true,
  })),
  moves('C/mediator', 'received', 'paper/timetable'),
  passesOn('paper/timetable', ['B']),
  moves('B/delegate', 'received', 'paper/timetable'),
  does('B/delegate', 'paper/levels', 'paper.handed-over', () => ({
    kind: 'draft',
    title: told('Draft rule of levels of B', 'B کا مسودۂ ضابطۂ سطح'),
    to: ['A'],
    through: ['C'],
    reported: told('Four levels of the lake, each with the width of the gate.', 'جھیل کی چار سطحیں، ہر ایک دروازے کی چوڑائی کے ساتھ۔'),
    quotable: true,
  })),
  moves('C/mediator', 'received', 'paper/levels'),
  passesOn('paper/levels', ['A']),
  moves('A/delegate', 'received', 'paper/levels'),
]

const secondDay: readonly Line[] = [
  standsNow('A/head', 'position/gauge/A/february', {
    pair: 'gauge in February',
    of: 'position/gauge/A',
    kind: 'offer',
    words: told('A station on the island, its readings printed by its own office.', 'جزیرے پر ایک مرکز، جس کی پیمائش اس کا دفتر شائع کرے۔'),
  }),
  standsNow('B/head', 'position/gauge/B/february', {
    pair: 'gauge in February',
    of: 'position/gauge/B',
    kind: 'offer',
    words: told('A station on the island, its readings printed by the mediator.', 'جزیرے پر ایک مرکز، جس کی پیمائش ثالث شائع کرے۔'),
  }),
  moves('B/delegate', 'returned', 'paper/timetable'),
  does('C/mediator', 'round/first/closed', 'round.closed', (ref) => ({
    round: ref('round/first'),
    outcome: 'no-result',
    words: told('Two days, two drafts, no common text.', 'دو دن، دو مسودے، کوئی مشترکہ متن نہیں۔'),
  })),
]

const FIFTH = day('2026-02-05')
const SIXTH = day('2026-02-06')

const afterwards: readonly Line[] = [
  source('SEC/secretary', 'source/february/A', {
    publisher: 'Press office of the delegation of A',
    voice: 'official',
    published: FIFTH,
  }),
  source('SEC/secretary', 'source/february/B', {
    publisher: 'Press office of the delegation of B',
    voice: 'official',
    published: FIFTH,
  }),
  said('SEC/secretary', 'said/thanks/A', {
    pair: 'thanks to the mediator',
    when: FIFTH,
    speaker: spokenBy('A/head'),
    kind: 'thanks',
    words: told('Thanks C for its patience and its house.', 'C کے صبر اور اس کی میزبانی کا شکریہ۔'),
    about: ['round/first'],
    sources: ['source/february/A'],
  }),
  said('SEC/secretary', 'said/thanks/B', {
    pair: 'thanks to the mediator',
    when: FIFTH,
    speaker: spokenBy('B/head'),
    kind: 'thanks',
    words: told('Thanks C for its work and its fairness.', 'C کی محنت اور غیر جانب داری کا شکریہ۔'),
    about: ['round/first'],
    sources: ['source/february/B'],
  }),
  said('SEC/secretary', 'said/february/A', {
    pair: 'how the first round ended',
    when: FIFTH,
    speaker: spokenBy('A/head'),
    kind: 'assertion',
    words: told(
      'The round gave no result; A brought days and volumes, and got back a draft without a single date.',
      'دور بے نتیجہ رہا؛ A دن اور مقداریں لایا، اور جواب میں ایسا مسودہ ملا جس میں ایک بھی تاریخ نہ تھی۔',
    ),
    about: ['round/first'],
    reports: ['B'],
    sources: ['source/february/A'],
  }),
  said('SEC/secretary', 'said/february/B', {
    pair: 'how the first round ended',
    when: FIFTH,
    speaker: spokenBy('B/head'),
    kind: 'assertion',
    words: told(
      'The round gave no result; B brought a rule for every level, and got back dates that no rain will keep.',
      'دور بے نتیجہ رہا؛ B ہر سطح کا ضابطہ لایا، اور جواب میں ایسی تاریخیں ملیں جن کی پابندی کوئی بارش نہیں کرے گی۔',
    ),
    about: ['round/first'],
    reports: ['A'],
    sources: ['source/february/B'],
  }),
]

/** What a newspaper has from people it does not name: one such report on each side, and each side's answer. */
const reports: readonly Line[] = [
  source('OBS/observer', 'source/courier', {
    publisher: 'Sera Shore Courier',
    voice: 'outlet',
    published: SIXTH,
    note: told('Two officials, one of each side, are cited without names.', 'دو حکام کا حوالہ ناموں کے بغیر دیا گیا ہے، ہر فریق سے ایک۔'),
  }),
  said('SEC/secretary', 'said/courier/A', {
    pair: 'what unnamed officials said',
    when: SIXTH,
    speaker: { who: { body: 'A', office: told('Official, not named', 'عہدیدار، نام ظاہر نہیں کیا گیا') }, voice: 'unnamed-official' },
    kind: 'assertion',
    form: 'hearsay',
    words: told('A would accept the island, if asked for it in writing.', 'اگر تحریری طور پر کہا جائے تو A جزیرے کو مان لے گا۔'),
    about: ['issue/gauge'],
    sources: ['source/courier'],
  }),
  said('SEC/secretary', 'said/courier/B', {
    pair: 'what unnamed officials said',
    when: SIXTH,
    speaker: { who: { body: 'B', office: told('Official, not named', 'عہدیدار، نام ظاہر نہیں کیا گیا') }, voice: 'unnamed-official' },
    kind: 'assertion',
    form: 'hearsay',
    words: told(
      'B would accept fixed dates, if rain may move them.',
      'اگر بارش سے تاریخیں آگے پیچھے ہو سکیں تو B مقررہ تاریخیں مان لے گا۔',
    ),
    about: ['issue/water'],
    sources: ['source/courier'],
  }),
  does('B/head', 'said/courier/B/disputed', 'statement.disputed', (ref) => ({
    statement: ref('said/courier/B'),
    words: told('Nobody of this delegation said that to a newspaper.', 'اس وفد کے کسی شخص نے اخبار سے یہ نہیں کہا۔'),
  })),
  does('A/head', 'said/february/A/owned', 'statement.owned', (ref) => ({ statement: ref('said/february/A') })),
  does('B/head', 'said/february/B/owned', 'statement.owned', (ref) => ({ statement: ref('said/february/B') })),
  does('A/head', 'said/courier/A/clarified', 'statement.clarified', (ref) => ({
    statement: ref('said/courier/A'),
    words: told(
      'The island was named in the round; nothing depends on a letter.',
      'جزیرے کا ذکر دور میں ہوا تھا؛ یہ کسی خط پر موقوف نہیں۔',
    ),
  })),
]

/** From the first round to the days after it. */
export const firstRound: readonly Step[] = [
  ...sitting('2026-02-03T08:00', [round, ...papers]),
  ...sitting('2026-02-04T09:00', secondDay),
  ...sitting('2026-02-05T15:00', afterwards),
  ...sitting('2026-02-07T09:00', reports),
]
