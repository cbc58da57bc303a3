import type { Step } from '../script.ts'
import { day } from '../time.ts'
import { does, type Line, moves, passesOn, said, sitting, source, spokenBy, standsNow } from './telling.ts'
import { told } from './told.ts'

// 10 to 12 March 2026, on the island of Norvet: lists and a non-paper; adjourned. B calls a deadlock and, after a bridge of the mediator's, lifts it.

const announced = does('C/mediator', 'round/second', 'round.scheduled', () => ({
  track: 'lake',
  place: told('Norvet', 'نورویٹ'),
  number: [
    { by: 'A', number: 2 },
    { by: 'B', number: 3 },
  ],
  mediators: ['C'],
  mode: 'shuttle',
  planned: { from: '2026-03-10T08:00:00.000Z', until: '2026-03-13T00:00:00.000Z', zone: 'UTC' },
}))

const round = does('C/mediator', 'round/second/opened', 'round.opened', (ref) => ({
  round: ref('round/second'),
  takesPart: ['A', 'B'],
}))

const list = (of: 'A' | 'B', to: 'A' | 'B'): readonly Line[] => [
  does(`${of}/delegate`, `paper/list/${of}`, 'paper.handed-over', () => ({
    kind: 'list',
    title: told(`List of ${of}’s people who are held`, `${of} کے زیرِ حراست افراد کی فہرست`),
    to: [to],
    through: ['C'],
    reported: told('Four people, by number; names are kept by the mediator alone.', 'چار افراد، نمبر کے ساتھ؛ نام صرف ثالث کے پاس ہیں۔'),
    quotable: false,
  })),
  moves('C/mediator', 'received', `paper/list/${of}`),
  passesOn(`paper/list/${of}`, [to]),
  moves(`${to}/delegate`, 'received', `paper/list/${of}`),
]

const bridge: readonly Line[] = [
  does('C/mediator', 'paper/bridge', 'paper.handed-over', () => ({
    kind: 'non-paper',
    title: told('Non-paper of C on dates and levels', 'تاریخوں اور سطحوں پر C کا غیر رسمی پرچہ'),
    to: ['A', 'B'],
    reported: told(
      'Fixed dates, which the mediator moves by up to ten days when the gauge says so.',
      'مقررہ تاریخیں، جنہیں پیمائش کے مطابق ثالث دس دن تک آگے پیچھے کر سکے۔',
    ),
    quotable: false,
  })),
  moves('A/delegate', 'received', 'paper/bridge'),
  moves('B/delegate', 'received', 'paper/bridge'),
]

/** After the lists, before the pause. */
const crews: readonly Line[] = [
  standsNow('A/head', 'position/crews/A/march', {
    pair: 'crews in March',
    of: 'position/crews/A',
    kind: 'offer',
    words: told('The lists are compared first; then a day is named.', 'پہلے فہرستوں کا موازنہ ہو؛ پھر دن مقرر کیا جائے۔'),
  }),
  standsNow('B/head', 'position/crews/B/march', {
    pair: 'crews in March',
    of: 'position/crews/B',
    kind: 'offer',
    words: told('A day is named first; then the lists are compared.', 'پہلے دن مقرر کیا جائے؛ پھر فہرستوں کا موازنہ ہو۔'),
  }),
]

const lastDay: readonly Line[] = [
  does('C/mediator', 'issue/crews/parked', 'issue.parked', (ref) => ({
    issue: ref('issue/crews'),
    reason: told('Both sides ask for a pause until the lists are compared.', 'دونوں فریق فہرستوں کے موازنے تک وقفہ چاہتے ہیں۔'),
  })),
  moves('B/delegate', 'returned', 'paper/bridge'),
  does('C/mediator', 'round/second/closed', 'round.closed', (ref) => ({
    round: ref('round/second'),
    outcome: 'adjourned',
    words: told('Adjourned without a date.', 'تاریخ مقرر کیے بغیر ملتوی۔'),
  })),
]

const FOURTEENTH = day('2026-03-14')

const called: readonly Line[] = [
  source('SEC/secretary', 'source/march/A', { publisher: 'Press office of the delegation of A', voice: 'official', published: FOURTEENTH }),
  source('SEC/secretary', 'source/march/B', { publisher: 'Press office of the delegation of B', voice: 'official', published: FOURTEENTH }),
  said('SEC/secretary', 'said/march/B', {
    pair: 'where the talks stood in March',
    when: FOURTEENTH,
    speaker: spokenBy('B/head'),
    kind: 'assertion',
    form: 'direct',
    words: told(
      'On water and on fishing there is a complete standstill; B waits for a text with levels in it.',
      'پانی اور ماہی گیری پر مکمل تعطل ہے؛ B ایسے متن کا منتظر ہے جس میں سطحیں درج ہوں۔',
    ),
    quoted: 'On water and on fishing, nothing moves any more',
    about: ['round/second'],
    sources: ['source/march/B'],
  }),
  does('B/head', 'deadlock/B', 'deadlock.called', (ref) => ({
    track: 'lake',
    issues: [ref('issue/water'), ref('issue/fishing')],
    round: ref('round/second'),
    words: told('a complete standstill on water and on fishing', 'پانی اور ماہی گیری پر مکمل تعطل'),
    statement: ref('said/march/B'),
  })),
  said('SEC/secretary', 'said/march/A', {
    pair: 'where the talks stood in March',
    when: FOURTEENTH,
    speaker: spokenBy('A/head'),
    kind: 'assertion',
    form: 'direct',
    words: told(
      'The round was adjourned and not broken off; A has read the paper of C and will answer it.',
      'دور ملتوی ہوا ہے، ختم نہیں؛ A نے C کا پرچہ پڑھ لیا ہے اور اس کا جواب دے گا۔',
    ),
    quoted: 'This is a pause. We are reading, and we will answer',
    about: ['round/second'],
    sources: ['source/march/A'],
  }),
]

const triedAndLifted: readonly Line[] = [
  does('C/mediator', 'move/appeal', 'deadlock.move-tried', (ref) => ({
    call: ref('deadlock/B'),
    move: 'mediators-appeal',
    words: told(
      'Asks both capitals to leave the door open until the end of the month.',
      'دونوں دارالحکومتوں سے مہینے کے آخر تک دروازہ کھلا رکھنے کی درخواست۔',
    ),
  })),
  does('C/mediator', 'move/trial', 'deadlock.move-tried', (ref) => ({
    call: ref('deadlock/B'),
    move: 'trial-period',
    words: told('One season by dates, with levels as the reason to move them.', 'ایک موسم تاریخوں کے مطابق، اور سطح انہیں بدلنے کی وجہ۔'),
  })),
]

const revised: readonly Line[] = [
  standsNow('A/head', 'position/water/A/march', {
    pair: 'water in March',
    of: 'position/water/A',
    kind: 'offer',
    words: told('Fixed dates, moved by up to ten days when the lake is high.', 'مقررہ تاریخیں، جھیل کی سطح بلند ہو تو دس دن تک آگے پیچھے۔'),
  }),
  standsNow('B/head', 'position/water/B/march', {
    pair: 'water in March',
    of: 'position/water/B',
    kind: 'offer',
    words: told(
      'Fixed dates, moved as far as needed when the lake is high.',
      'مقررہ تاریخیں، جھیل کی سطح بلند ہو تو ضرورت کے مطابق آگے پیچھے۔',
    ),
  }),
  does('B/head', 'deadlock/B/lifted', 'deadlock.lifted', (ref) => ({
    call: ref('deadlock/B'),
    words: told('Levels are in the text now.', 'سطحیں اب متن میں ہیں۔'),
  })),
]

const TWENTY_SEVENTH = day('2026-03-27')

const saidThen: readonly Line[] = [
  source('SEC/secretary', 'source/late-march', {
    publisher: 'Secretariat of the talks: what both heads of delegation told the press',
    voice: 'official',
    published: TWENTY_SEVENTH,
  }),
  said('SEC/secretary', 'said/late-march/A', {
    pair: 'where the talks stood at the end of March',
    when: TWENTY_SEVENTH,
    speaker: spokenBy('A/head'),
    kind: 'assertion',
    words: told(
      'A has moved towards levels, and waits to be met halfway.',
      'A سطحوں کی طرف بڑھا ہے، اور منتظر ہے کہ دوسرا بھی آدھا راستہ طے کرے۔',
    ),
    about: ['round/second'],
    sources: ['source/late-march'],
  }),
  said('SEC/secretary', 'said/late-march/B', {
    pair: 'where the talks stood at the end of March',
    when: TWENTY_SEVENTH,
    speaker: spokenBy('B/head'),
    kind: 'assertion',
    words: told(
      'B has moved towards dates, and no longer speaks of a standstill.',
      'B تاریخوں کی طرف بڑھا ہے، اور اب تعطل کی بات نہیں کرتا۔',
    ),
    about: ['round/second'],
    sources: ['source/late-march'],
  }),
]

/** From the announcement of the second round to the lifting of the call. */
export const secondRound: readonly Step[] = [
  ...sitting('2026-02-25T10:00', [announced]),
  ...sitting('2026-03-10T08:00', [round, ...list('A', 'B'), ...list('B', 'A')]),
  ...sitting('2026-03-11T09:00', [...bridge, ...crews]),
  ...sitting('2026-03-12T15:00', lastDay),
  ...sitting('2026-03-14T12:00', called),
  ...sitting('2026-03-18T10:00', triedAndLifted),
  ...sitting('2026-03-27T09:00', [...revised, ...saidThen]),
]
