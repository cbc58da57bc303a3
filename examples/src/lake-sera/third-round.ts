import type { Step } from '../script.ts'
import { day } from '../time.ts'
import { does, type Line, moves, said, sitting, source, spokenBy, standsNow } from './telling.ts'
import { told } from './told.ts'

// 19 to 21 May 2026, Tessary again: both drafts tabled, a communiqué of four points drafted, agreed and issued, one of them disputed later.

const announced: readonly Line[] = [
  does('C/mediator', 'round/third', 'round.scheduled', () => ({
    track: 'lake',
    place: told('Tessary', 'تیساری'),
    number: [
      { by: 'A', number: 3 },
      { by: 'B', number: 4 },
    ],
    mediators: ['C'],
    mode: 'direct',
    planned: { from: '2026-05-12T08:00:00.000Z', until: '2026-05-15T00:00:00.000Z', zone: 'UTC' },
  })),
]

const movedByAWeek = does('C/mediator', 'round/third/moved', 'round.rescheduled', (ref) => ({
  round: ref('round/third'),
  planned: { from: '2026-05-19T08:00:00.000Z', until: '2026-05-22T00:00:00.000Z', zone: 'UTC' },
  reason: told('Both delegations ask for a week.', 'دونوں وفود ایک ہفتہ مانگتے ہیں۔'),
}))

const firstDay: readonly Line[] = [
  does('C/mediator', 'round/third/opened', 'round.opened', (ref) => ({ round: ref('round/third'), takesPart: ['A', 'B'] })),
  does('C/mediator', 'issue/crews/reopened', 'issue.reopened', (ref) => ({
    issue: ref('issue/crews'),
    reason: told('The lists agree: four people and four people.', 'فہرستیں ایک ہیں: چار افراد اور چار افراد۔'),
  })),
  moves('A/delegate', 'tabled', 'paper/timetable'),
  moves('B/delegate', 'tabled', 'paper/levels'),
  standsNow('A/head', 'position/crews/A/may', {
    pair: 'crews in May',
    of: 'position/crews/A',
    kind: 'offer',
    words: told('All eight on one day, from the pier of Ostrel.', 'آٹھوں ایک ہی دن، اوسترل کے گھاٹ سے۔'),
  }),
  standsNow('B/head', 'position/crews/B/may', {
    pair: 'crews in May',
    of: 'position/crews/B',
    kind: 'offer',
    words: told('All eight on one day, from the pier of Harnel.', 'آٹھوں ایک ہی دن، ہارنل کے گھاٹ سے۔'),
  }),
]

const points = [
  told(
    'Water is released on six dates a year; the mediator may move each by ten days.',
    'پانی سال میں چھ تاریخوں کو چھوڑا جائے گا؛ ثالث ہر ایک کو دس دن آگے پیچھے کر سکتا ہے۔',
  ),
  told(
    'One gauge station stands on Norvet island; both sides read it, and the mediator prints it.',
    'پیمائش کا ایک مرکز جزیرہ نورویٹ پر ہوگا؛ دونوں فریق اسے پڑھیں گے اور ثالث شائع کرے گا۔',
  ),
  told(
    'No armed boat and no net within five hundred metres of the new markers, from 1 June.',
    'یکم جون سے نئے نشانوں کے پانچ سو میٹر کے اندر نہ کوئی مسلح کشتی ہوگی نہ کوئی جال۔',
  ),
  told('The eight people go home on 10 June, from Norvet island.', 'آٹھوں افراد 10 جون کو جزیرہ نورویٹ سے گھر جائیں گے۔'),
]
const title = told('Four points of Tessary', 'تیساری کے چار نکات')

const secondDay: readonly Line[] = [
  does('SEC/secretary', 'communique', 'communique.drafted', () => ({ title, points })),
  standsNow('A/head', 'position/gauge/A/may', {
    pair: 'gauge in May',
    of: 'position/gauge/A',
    kind: 'offer',
    words: told('The island station, printed by the mediator each Monday.', 'جزیرے کا مرکز، ثالث ہر پیر کو شائع کرے۔'),
  }),
  standsNow('B/head', 'position/gauge/B/may', {
    pair: 'gauge in May',
    of: 'position/gauge/B',
    kind: 'offer',
    words: told('The island station, printed by the mediator each morning.', 'جزیرے کا مرکز، ثالث ہر صبح شائع کرے۔'),
  }),
]

const TWENTY_FIRST = day('2026-05-21')

const lastDay: readonly Line[] = [
  does('A/head', 'communique/agreed/A', 'communique.agreed', (ref) => ({ communique: ref('communique') })),
  does('B/head', 'communique/agreed/B', 'communique.agreed', (ref) => ({ communique: ref('communique') })),
  does('C/mediator', 'communique/issued', 'communique.issued', (ref) => ({
    communique: ref('communique'),
    title,
    points,
    onBehalfOf: ['A', 'B'],
    round: ref('round/third'),
  })),
  does('C/mediator', 'round/third/closed', 'round.closed', (ref) => ({
    round: ref('round/third'),
    outcome: 'progress',
    words: told('Four points issued; how they are carried out is still open.', 'چار نکات جاری ہوئے؛ ان پر عمل کیسے ہو، یہ ابھی کھلا ہے۔'),
  })),
  source('SEC/secretary', 'source/may', {
    publisher: 'Joint press meeting in Tessary, as the secretariat took it down',
    voice: 'official',
    published: TWENTY_FIRST,
  }),
  said('SEC/secretary', 'said/may/A', {
    pair: 'what the four points are',
    when: TWENTY_FIRST,
    speaker: spokenBy('A/head'),
    kind: 'assertion',
    form: 'direct',
    words: told(
      'The points are a promise in writing; A will count the days of each from now on.',
      'یہ نکات تحریری وعدہ ہیں؛ A اب سے ہر ایک کے دن گنے گا۔',
    ),
    quoted: 'It is written, and from today we count the days',
    about: ['round/third', 'communique'],
    sources: ['source/may'],
  }),
  said('SEC/secretary', 'said/may/B', {
    pair: 'what the four points are',
    when: TWENTY_FIRST,
    speaker: spokenBy('B/head'),
    kind: 'assertion',
    form: 'direct',
    words: told(
      'The points are a beginning in writing; B will read each beside the water from now on.',
      'یہ نکات تحریری آغاز ہیں؛ B اب سے ہر ایک کو پانی کے ساتھ پڑھے گا۔',
    ),
    quoted: 'It is written, and from today we watch the water',
    about: ['round/third', 'communique'],
    sources: ['source/may'],
  }),
]

const disputed: readonly Line[] = [
  does('A/head', 'communique/disputed/A', 'communique.disputed', (ref) => ({
    communique: ref('communique'),
    words: told(
      'Point 3: the distance is counted from each marker, not from a line between them.',
      'نکتہ 3: فاصلہ ہر نشان سے ناپا جاتا ہے، نشانوں کے درمیان کی لکیر سے نہیں۔',
    ),
  })),
  source('SEC/secretary', 'source/point-three', {
    publisher: 'Secretariat of the talks: letters of both delegations on point 3',
    voice: 'official',
    published: day('2026-05-28'),
  }),
  said('SEC/secretary', 'said/point-three/A', {
    pair: 'how point 3 is counted',
    when: day('2026-05-28'),
    speaker: spokenBy('A/head'),
    kind: 'assertion',
    words: told(
      'The text says markers, so the water between two of them is open to nets.',
      'متن میں نشان لکھا ہے، اس لیے دو نشانوں کے بیچ کا پانی جالوں کے لیے کھلا ہے۔',
    ),
    about: ['communique', 'issue/fishing'],
    sources: ['source/point-three'],
  }),
  said('SEC/secretary', 'said/point-three/B', {
    pair: 'how point 3 is counted',
    when: day('2026-05-28'),
    speaker: spokenBy('B/head'),
    kind: 'assertion',
    words: told(
      'The markers make a line, so the water between two of them is closed to nets.',
      'نشان مل کر لکیر بناتے ہیں، اس لیے دو نشانوں کے بیچ کا پانی جالوں کے لیے بند ہے۔',
    ),
    about: ['communique', 'issue/fishing'],
    sources: ['source/point-three'],
  }),
]

/** From the announcement of the third round to the dispute about one point. */
export const thirdRound: readonly Step[] = [
  ...sitting('2026-04-28T10:00', announced),
  ...sitting('2026-05-08T10:00', [movedByAWeek]),
  ...sitting('2026-05-19T08:00', firstDay),
  ...sitting('2026-05-20T10:00', secondDay),
  ...sitting('2026-05-21T09:00', lastDay),
  ...sitting('2026-05-28T09:00', disputed),
]
