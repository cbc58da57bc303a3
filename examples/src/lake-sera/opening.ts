import type { Step } from '../script.ts'
import { day } from '../time.ts'
import { amended, described, joining, opened } from './founding.ts'
import { does, type Line, said, sitting, source, spokenBy, stands } from './telling.ts'
import { told } from './told.ts'

// January 2026: the process is opened, everybody joins and is recognised, the agenda and the first positions are tabled.

const issue = (label: string, en: string, ur: string): Line =>
  does('C/mediator', `issue/${label}`, 'issue.tabled', () => ({ title: told(en, ur), track: 'lake' }))

const agenda: readonly Line[] = [
  does('C/mediator', 'track/lake', 'track.opened', () => ({
    track: 'lake',
    title: told('Talks on the lake', 'جھیل پر مذاکرات'),
    mediators: ['C'],
  })),
  issue('water', 'Timetable of water releases', 'پانی کے اخراج کا نظام الاوقات'),
  issue('gauge', 'Joint gauge station', 'پانی ناپنے کا مشترکہ مرکز'),
  issue('fishing', 'Fishing ceasefire on the lake', 'جھیل پر ماہی گیری کی جنگ بندی'),
  issue('crews', 'Release of detained crews', 'زیرِ حراست عملے کی رہائی'),
]

const SIXTEENTH = day('2026-01-16')

const openingStatements: readonly Line[] = [
  source('SEC/secretary', 'source/opening', {
    publisher: 'Secretariat of the talks: opening statements as handed out',
    voice: 'official',
    published: SIXTEENTH,
  }),
  said('SEC/secretary', 'said/opening/A', {
    pair: 'why each side came',
    when: SIXTEENTH,
    speaker: spokenBy('A/head'),
    kind: 'assertion',
    form: 'direct',
    words: told(
      'A comes so that its shore has water in the dry months and its crews come home.',
      'A اس لیے آیا ہے کہ خشک مہینوں میں اس کے ساحل کو پانی ملے اور اس کا عملہ گھر لوٹے۔',
    ),
    quoted: 'We are here for water in the dry months, and for our crews',
    about: ['track/lake'],
    sources: ['source/opening'],
  }),
  said('SEC/secretary', 'said/opening/B', {
    pair: 'why each side came',
    when: SIXTEENTH,
    speaker: spokenBy('B/head'),
    kind: 'assertion',
    form: 'direct',
    words: told(
      'B comes so that its fields are safe from sudden floods and its crews come home.',
      'B اس لیے آیا ہے کہ اس کے کھیت اچانک سیلاب سے محفوظ رہیں اور اس کا عملہ گھر لوٹے۔',
    ),
    quoted: 'We are here for fields without floods, and for our crews',
    about: ['track/lake'],
    sources: ['source/opening'],
  }),
]

const firstPositions: readonly Line[] = [
  stands('A/head', 'position/water/A', {
    pair: 'water in January',
    issue: 'issue/water',
    kind: 'demand',
    words: told(
      'The Velm sluice opens by a fixed timetable, printed a season ahead.',
      'ویلم کے دروازے مقررہ نظام الاوقات کے مطابق کھلیں، جو ایک موسم پہلے شائع ہو۔',
    ),
  }),
  stands('B/head', 'position/water/B', {
    pair: 'water in January',
    issue: 'issue/water',
    kind: 'demand',
    words: told(
      'The Velm sluice opens by the level of the lake, told two days ahead.',
      'ویلم کے دروازے جھیل کی سطح کے مطابق کھلیں، جس کی اطلاع دو دن پہلے دی جائے۔',
    ),
  }),
  stands('A/head', 'position/gauge/A', {
    pair: 'gauge in January',
    issue: 'issue/gauge',
    kind: 'offer',
    words: told(
      'One station on its own shore, open to visits of the other side.',
      'اس کے اپنے ساحل پر ایک مرکز، جو دوسرے فریق کے دوروں کے لیے کھلا ہو۔',
    ),
  }),
  stands('B/head', 'position/gauge/B', {
    pair: 'gauge in January',
    issue: 'issue/gauge',
    kind: 'offer',
    words: told(
      'One station on the island, read by people of both sides.',
      'جزیرے پر ایک مرکز، جس کی پیمائش دونوں فریقوں کے لوگ مل کر پڑھیں۔',
    ),
  }),
  stands('A/head', 'position/fishing/A', {
    pair: 'fishing in January',
    issue: 'issue/fishing',
    kind: 'demand',
    words: told(
      'No armed boat of the other side beyond the line of markers.',
      'نشانوں کی لکیر کے پار دوسرے فریق کی کوئی مسلح کشتی نہ آئے۔',
    ),
  }),
  stands('B/head', 'position/fishing/B', {
    pair: 'fishing in January',
    issue: 'issue/fishing',
    kind: 'demand',
    words: told('No net of the other side beyond the line of markers.', 'نشانوں کی لکیر کے پار دوسرے فریق کا کوئی جال نہ ڈالا جائے۔'),
  }),
  stands('A/head', 'position/crews/A', {
    pair: 'crews in January',
    issue: 'issue/crews',
    kind: 'demand',
    words: told('Its four people go home first; the others follow at once.', 'اس کے چار افراد پہلے گھر جائیں؛ باقی فوراً بعد۔'),
  }),
  stands('B/head', 'position/crews/B', {
    pair: 'crews in January',
    issue: 'issue/crews',
    kind: 'demand',
    words: told('All eight people go home on one day, from one pier.', 'آٹھوں افراد ایک ہی دن، ایک ہی گھاٹ سے گھر جائیں۔'),
  }),
]

/** An older paper that both sides speak of and neither has laid before the talks. */
const olderNotes: readonly Line[] = [
  does('A/head', 'instrument/notes', 'instrument.reported', () => ({
    title: told('Exchange of notes of 2009 on the sluice', 'دروازوں پر 2009 کے مراسلوں کا تبادلہ'),
    parties: ['A', 'B'],
    character: 'exchange-of-notes',
    content: told('The sluice is opened each spring for six weeks.', 'ہر بہار میں دروازے چھ ہفتوں کے لیے کھولے جاتے ہیں۔'),
    signed: 'definitive',
  })),
  does('B/head', 'instrument/notes/B', 'instrument.reported', (ref) => ({
    instrument: ref('instrument/notes'),
    title: told('Exchange of notes of 2009 on the sluice', 'دروازوں پر 2009 کے مراسلوں کا تبادلہ'),
    parties: ['A', 'B'],
    character: 'political-commitment',
    content: told('The sluice is opened in spring as the level allows.', 'بہار میں دروازے اتنے کھولے جاتے ہیں جتنی سطح اجازت دے۔'),
    signed: 'kind-not-known',
  })),
]

const firstRoundAnnounced = does('C/mediator', 'round/first', 'round.scheduled', () => ({
  track: 'lake',
  place: told('Tessary', 'تیساری'),
  number: [
    { by: 'A', number: 1 },
    // B counts the opening meeting of January as the first.
    { by: 'B', number: 2 },
  ],
  mediators: ['C'],
  mode: 'proximity',
  planned: { from: '2026-02-03T08:00:00.000Z', until: '2026-02-05T00:00:00.000Z', zone: 'UTC' },
}))

/** Until the first round is announced. */
export const opening: readonly Step[] = [
  ...sitting('2026-01-12T09:00', [opened, ...joining]),
  ...sitting('2026-01-13T09:00', described),
  ...sitting('2026-01-16T09:00', [...agenda, ...openingStatements]),
  ...sitting('2026-01-19T09:00', [...firstPositions, ...olderNotes]),
  ...sitting('2026-01-21T10:00', amended),
  ...sitting('2026-01-22T10:00', [firstRoundAnnounced]),
]
