import type { Step } from '../script.ts'
import { day } from '../time.ts'
import { does, type Line, said, sitting, source, spokenBy } from './telling.ts'
import { told } from './told.ts'

// June 2026 on the water: one incident told in two ways, what each side reports of itself, and what each does about it.

const EIGHTH = day('2026-06-08')

const incident: readonly Line[] = [
  source('SEC/secretary', 'source/marker-seven', {
    publisher: 'Secretariat of the talks: accounts of both delegations on marker 7',
    voice: 'official',
    published: day('2026-06-09'),
  }),
  does('SEC/secretary', 'incident/marker-seven', 'incident.opened', (ref) => ({
    when: { ...EIGHTH, as: 'in the night to 8 June' },
    title: told('Marker 7, in the night to 8 June', 'نشان 7، 8 جون کی رات'),
    place: told('Marker 7, east of Norvet island', 'نشان 7، جزیرہ نورویٹ کے مشرق میں'),
    confirmation: told(
      'Told by both sides, in two ways; confirmed by nobody else.',
      'دونوں فریقوں نے دو طرح بتایا؛ کسی اور نے تصدیق نہیں کی۔',
    ),
    sources: [ref('source/marker-seven')],
  })),
  said('SEC/secretary', 'said/marker-seven/A', {
    pair: 'marker 7',
    when: day('2026-06-09'),
    speaker: spokenBy('A/head'),
    kind: 'assertion',
    words: told(
      'An armed boat of B passed the marker twice, and a shot was heard from it.',
      'B کی ایک مسلح کشتی نشان کے پاس سے دو بار گزری، اور اس سے گولی کی آواز آئی۔',
    ),
    about: ['incident/marker-seven'],
    reports: ['B'],
    sources: ['source/marker-seven'],
  }),
  said('SEC/secretary', 'said/marker-seven/B', {
    pair: 'marker 7',
    when: day('2026-06-09'),
    speaker: spokenBy('B/head'),
    kind: 'assertion',
    words: told(
      'A net of A lay at the marker, and a flare was lit to see it.',
      'نشان کے پاس A کا ایک جال پڑا تھا، اور اسے دیکھنے کو روشنی چھوڑی گئی۔',
    ),
    about: ['incident/marker-seven'],
    reports: ['A'],
    sources: ['source/marker-seven'],
  }),
  does('B/head', 'said/marker-seven/A/disputed', 'statement.disputed', (ref) => ({
    statement: ref('said/marker-seven/A'),
    words: told('No shot was fired from any boat of this side.', 'اس فریق کی کسی کشتی سے گولی نہیں چلی۔'),
  })),
  does('A/head', 'said/marker-seven/B/disputed', 'statement.disputed', (ref) => ({
    statement: ref('said/marker-seven/B'),
    words: told('No net was set from any boat of this side.', 'اس فریق کی کسی کشتی سے جال نہیں ڈالا گیا۔'),
  })),
]

/** What each side reports of itself. */
const ofThemselves: readonly Line[] = [
  does('A/head', 'incident/late-release', 'incident.self-reported', () => ({
    title: told('Release of 15 June began late', '15 جون کا اخراج دیر سے شروع ہوا'),
    words: told('The gate stuck; water came four hours late.', 'دروازہ اٹک گیا؛ پانی چار گھنٹے دیر سے آیا۔'),
    place: told('Velm sluice', 'ویلم کے دروازے'),
  })),
  does('B/head', 'incident/late-readings', 'incident.self-reported', () => ({
    title: told('Readings of 12 June came late', '12 جون کی پیمائش دیر سے آئی'),
    words: told('The boat broke down; readings came four hours late.', 'کشتی خراب ہو گئی؛ پیمائش چار گھنٹے دیر سے آئی۔'),
    place: told('Harnel pier', 'ہارنل کا گھاٹ'),
  })),
]

const measures: readonly Line[] = [
  does('A/head', 'measure/ferry', 'measure.taken', (ref) => ({
    kind: 'restrictive',
    words: told('Its ferry stays in harbour at night.', 'اس کی مسافر کشتی رات کو بندرگاہ میں رہے گی۔'),
    answers: [ref('incident/marker-seven')],
  })),
  does('B/head', 'measure/market', 'measure.taken', (ref) => ({
    kind: 'restrictive',
    words: told('Its fish market stays closed on Sundays.', 'اس کی مچھلی منڈی اتوار کو بند رہے گی۔'),
    answers: [ref('incident/marker-seven')],
  })),
  does('A/head', 'measure/visits/A', 'measure.announced', (ref) => ({
    kind: 'confidence-building',
    words: told('Opens the sluice house to visits each month.', 'دروازوں کا مرکز ہر ماہ دوروں کے لیے کھلا ہوگا۔'),
    answers: [ref('issue/water')],
  })),
  does('B/head', 'measure/visits/B', 'measure.announced', (ref) => ({
    kind: 'confidence-building',
    words: told('Opens the patrol pier to visits each month.', 'گشت کا گھاٹ ہر ماہ دوروں کے لیے کھلا ہوگا۔'),
    answers: [ref('issue/fishing')],
  })),
]

const TENTH = day('2026-06-10')

const home: readonly Line[] = [
  source('OBS/observer', 'source/norvet', {
    publisher: 'Assembly of Inland Waters: note of its observer on Norvet island',
    voice: 'official',
    published: TENTH,
  }),
  said('SEC/secretary', 'said/home/A', {
    pair: 'the eight people',
    when: TENTH,
    speaker: spokenBy('A/head'),
    kind: 'thanks',
    words: told('Four people of A are home, and it thanks all who rowed.', 'A کے چار افراد گھر پہنچ گئے، اور سب کشتی رانوں کا شکریہ۔'),
    about: ['issue/crews', 'commitment/crews'],
    sources: ['source/norvet'],
  }),
  said('SEC/secretary', 'said/home/B', {
    pair: 'the eight people',
    when: TENTH,
    speaker: spokenBy('B/head'),
    kind: 'thanks',
    words: told('Four people of B are home, and it thanks all who waited.', 'B کے چار افراد گھر پہنچ گئے، اور سب منتظرین کا شکریہ۔'),
    about: ['issue/crews', 'commitment/crews'],
    sources: ['source/norvet'],
  }),
  said('OBS/observer', 'said/home/OBS', {
    when: TENTH,
    speaker: spokenBy('OBS/observer'),
    kind: 'assertion',
    words: told('Eight people left Norvet island, four by each boat.', 'آٹھ افراد جزیرہ نورویٹ سے روانہ ہوئے، ہر کشتی میں چار۔'),
    about: ['issue/crews', 'commitment/crews'],
    sources: ['source/norvet'],
  }),
]

const last: readonly Line[] = [
  does('SEC/secretary', 'commitment/crews/retired', 'commitment.retired', (ref) => ({
    commitment: ref('commitment/crews'),
    reason: told('Both sides say that it is done.', 'دونوں فریق کہتے ہیں کہ یہ پورا ہو گیا۔'),
  })),
  does('C/mediator', 'issue/crews/closed', 'issue.closed', (ref) => ({
    issue: ref('issue/crews'),
    reason: told('Everybody is home.', 'سب گھر پہنچ گئے ہیں۔'),
  })),
  does('A/head', 'measure/ferry/ended', 'measure.ended', (ref) => ({ measure: ref('measure/ferry') })),
  does('B/head', 'measure/market/ended', 'measure.ended', (ref) => ({ measure: ref('measure/market') })),
]

/** From the night at marker 7 to the end of June: from here on nobody has changed a position or a form. */
export const markers: readonly Step[] = [
  ...sitting('2026-06-09T10:00', incident),
  ...sitting('2026-06-10T12:00', home),
  ...sitting('2026-06-12T09:00', measures),
  ...sitting('2026-06-16T09:00', ofThemselves),
  ...sitting('2026-06-24T09:00', last),
]
