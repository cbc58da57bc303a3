import type { Step } from '../script.ts'
import { day } from '../time.ts'
import { does, type Line, said, sitting, source, spokenBy, standsNow } from './telling.ts'
import { told } from './told.ts'

// April 2026: A leaves and comes back; high water, for which the mediator suspends the talks; what each side does for the other's people.

const SECOND = day('2026-04-02')
const EIGHTH = day('2026-04-08')

const away: readonly Line[] = [
  does('A/head', 'left/A', 'body.left', () => ({
    reason: told('A boat of A was turned back at the markers with its nets.', 'A کی ایک کشتی جالوں سمیت نشانوں سے واپس کر دی گئی۔'),
  })),
  source('SEC/secretary', 'source/april', {
    publisher: 'Secretariat of the talks: what both delegations told it',
    voice: 'official',
    published: SECOND,
  }),
  said('SEC/secretary', 'said/turned-back/A', {
    pair: 'the boat that was turned back',
    when: SECOND,
    speaker: spokenBy('A/head'),
    kind: 'assertion',
    words: told(
      'The boat lay west of the markers when a patrol of the other side cut its nets.',
      'کشتی نشانوں کے مغرب میں تھی جب دوسرے فریق کے گشت نے اس کے جال کاٹ دیے۔',
    ),
    about: ['left/A', 'issue/fishing'],
    reports: ['B'],
    sources: ['source/april'],
  }),
  said('SEC/secretary', 'said/turned-back/B', {
    pair: 'the boat that was turned back',
    when: SECOND,
    speaker: spokenBy('B/head'),
    kind: 'assertion',
    words: told(
      'The boat lay east of the markers, and a patrol asked it to take its nets home.',
      'کشتی نشانوں کے مشرق میں تھی، اور گشت نے اس سے جال واپس لے جانے کو کہا۔',
    ),
    about: ['left/A', 'issue/fishing'],
    reports: ['A'],
    sources: ['source/april'],
  }),
]

const back: readonly Line[] = [
  does('A/head', 'returned/A', 'body.returned', () => ({
    reason: told('C has offered to mark the line anew.', 'C نے لکیر پر نئے نشان لگانے کی پیشکش کی ہے۔'),
  })),
  standsNow('A/head', 'position/fishing/A/april', {
    pair: 'fishing in April',
    of: 'position/fishing/A',
    kind: 'offer',
    words: told(
      'New markers, laid by C, and no armed boat within sight of them.',
      'C کے لگائے ہوئے نئے نشان، اور ان کے قریب کوئی مسلح کشتی نہیں۔',
    ),
  }),
  standsNow('B/head', 'position/fishing/B/april', {
    pair: 'fishing in April',
    of: 'position/fishing/B',
    kind: 'offer',
    words: told('New markers, laid by C, and no net within reach of them.', 'C کے لگائے ہوئے نئے نشان، اور ان کے قریب کوئی جال نہیں۔'),
  }),
  does('OBS/observer', 'source/observer', 'source.captured', () => ({
    publisher: 'Assembly of Inland Waters: note of its observer',
    voice: 'official',
    language: 'en',
    published: EIGHTH,
    dated: 'printed',
  })),
  said('OBS/observer', 'said/observer', {
    when: EIGHTH,
    speaker: spokenBy('OBS/observer'),
    kind: 'assertion',
    words: told(
      'The old markers had drifted; the observer could not tell on which side of them the boat lay.',
      'پرانے نشان اپنی جگہ سے ہٹ چکے تھے؛ مبصر یہ نہ جان سکا کہ کشتی ان کے کس طرف تھی۔',
    ),
    about: ['issue/fishing'],
    sources: ['source/observer'],
  }),
]

const highWater: readonly Line[] = [
  does('C/mediator', 'process/suspended', 'process.suspended', () => ({
    reason: told(
      'High water: the people who negotiate are needed at the gates.',
      'پانی چڑھا ہوا ہے: مذاکرات کرنے والوں کی دروازوں پر ضرورت ہے۔',
    ),
  })),
  does('A/head', 'measure/boats/A', 'measure.announced', (ref) => ({
    kind: 'humanitarian',
    words: told('Lends six boats to carry families on the other shore.', 'دوسرے ساحل کے خاندانوں کے لیے چھ کشتیاں دیتا ہے۔'),
    answers: [ref('issue/water')],
  })),
  does('B/head', 'measure/boats/B', 'measure.announced', (ref) => ({
    kind: 'humanitarian',
    words: told('Lends six pumps to dry fields on the other shore.', 'دوسرے ساحل کے کھیت خشک کرنے کو چھ پمپ دیتا ہے۔'),
    answers: [ref('issue/water')],
  })),
  does('A/delegate', 'measure/boats/A/taken', 'measure.taken', (ref) => ({
    measure: ref('measure/boats/A'),
    kind: 'humanitarian',
    words: told('The boats have crossed.', 'کشتیاں پار پہنچ گئی ہیں۔'),
  })),
  does('B/delegate', 'measure/boats/B/taken', 'measure.taken', (ref) => ({
    measure: ref('measure/boats/B'),
    kind: 'humanitarian',
    words: told('The pumps have crossed.', 'پمپ پار پہنچ گئے ہیں۔'),
  })),
]

const resumed = does('C/mediator', 'process/resumed', 'process.resumed', () => ({
  reason: told('The water has fallen.', 'پانی اتر گیا ہے۔'),
}))

/** From A's leaving to the end of the high water. */
export const spring: readonly Step[] = [
  ...sitting('2026-04-02T11:00', away),
  ...sitting('2026-04-09T09:00', back),
  ...sitting('2026-04-20T06:00', highWater),
  ...sitting('2026-04-27T09:00', [
    resumed,
    does('A/delegate', 'measure/boats/A/ended', 'measure.ended', (ref) => ({ measure: ref('measure/boats/A') })),
    does('B/delegate', 'measure/boats/B/ended', 'measure.ended', (ref) => ({ measure: ref('measure/boats/B') })),
  ]),
]
