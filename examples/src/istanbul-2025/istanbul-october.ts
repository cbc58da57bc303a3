import type { Draft } from '../script.ts'
import { day, days } from '../time.ts'
import { mostOutlets } from './doha.ts'
import { afgBroadcaster, devdiscourse, mujahid, recorder, tarar } from './speakers.ts'
import { account, ascribed, said, told } from './telling.ts'

// 25 to 29 October, Istanbul: the round opens, drafts pass through the mediators, two statements on the fourth day.

const OPENING = {
  from: '2025-10-25T11:30:00.000Z',
  until: '2025-10-25T11:45:00.000Z',
  as: 'about 14:30 local, more than eight hours',
  zone: 'Europe/Istanbul',
}
const TWENTY_SEVENTH = day('2025-10-27')
const FOURTH_DAY = days('2025-10-28', '2025-10-29')

const round: readonly Draft[] = [
  ascribed('round/istanbul-october/opened', {
    event: 'E07',
    type: 'round.opened',
    when: OPENING,
    to: ['QAT', 'TUR'],
    ground: account(recorder.who.name!, 'source/brecorder'),
    fields: (ref) => ({
      round: ref('round/istanbul-october'),
      track: 'istanbul',
      place: told('Istanbul', 'استنبول'),
      number: [{ by: mostOutlets, number: 2 }],
      mediators: ['TUR', 'QAT'],
      takesPart: ['AFG', 'PAK'],
      heads: [{ body: 'AFG', name: told('Rahmatullah Najib', 'رحمت اللہ نجیب') }],
    }),
  }),
  said('said/istanbul-october/press', {
    event: 'E07',
    when: day('2025-10-25'),
    speaker: recorder,
    kind: 'assertion',
    words: told(
      'Names six members of AFG’s delegation, Najib leading. PAK sent senior officers of its ministries of foreign affairs and defence, whose names were not disclosed.',
      'AFG کے وفد کے چھ ارکان کے نام دیے، سربراہ نجیب۔ PAK نے وزارتِ خارجہ اور وزارتِ دفاع کے اعلیٰ افسر بھیجے، نام ظاہر نہیں کیے گئے۔',
    ),
    about: ['round/istanbul-october'],
    reports: ['AFG', 'PAK'],
    sources: ['source/brecorder'],
  }),
]

const papers: readonly Draft[] = [
  ascribed('paper/afg', {
    event: 'E08',
    type: 'paper.handed-over',
    when: day('2025-10-26', { as: 'at about 02:00' }),
    to: ['AFG'],
    ground: account(told('The Sunday Guardian', 'دی سنڈے گارڈین'), 'source/sundayguardian'),
    fields: () => ({
      kind: 'draft',
      title: told('Draft of AFG', 'AFG کا مسودہ'),
      to: ['PAK'],
      through: ['QAT', 'TUR'],
      reported: told(
        'PAK does not violate AFG’s airspace and territory; no group operates against AFG from PAK’s soil; a mechanism of four parties watches for violations and shares information.',
        'PAK اس کی فضائی حدود اور سرزمین کی خلاف ورزی نہ کرے؛ PAK کی زمین سے کوئی گروہ AFG کے خلاف سرگرم نہ ہو؛ چار فریقی طریقۂ کار خلاف ورزیوں پر نظر رکھے اور معلومات بانٹے۔',
      ),
    }),
  }),
  ascribed('paper/pak', {
    event: 'E08',
    type: 'paper.handed-over',
    when: day('2025-10-26', { as: 'at about 06:00' }),
    to: ['PAK'],
    ground: account(told('The Sunday Guardian', 'دی سنڈے گارڈین'), 'source/sundayguardian'),
    // Its content is not reported: the field stays away rather than empty.
    fields: () => ({
      kind: 'draft',
      title: told('Revised draft of PAK', 'PAK کا نظرِ ثانی شدہ مسودہ'),
      to: ['AFG'],
      through: ['QAT', 'TUR'],
    }),
  }),
]

const talking: readonly Draft[] = [
  said('said/third-day/press', {
    event: 'E09',
    when: TWENTY_SEVENTH,
    speaker: devdiscourse,
    kind: 'assertion',
    words: told(
      'The third day ends without agreement; AFG’s delegation consults Kabul.',
      'تیسرا دن اتفاق کے بغیر گزرا؛ AFG کا وفد کابل سے مشورہ کر رہا ہے۔',
    ),
    about: ['round/istanbul-october'],
    reports: ['AFG'],
    sources: ['source/devdiscourse'],
  }),
  said('said/third-day/afg', {
    event: 'E09',
    when: TWENTY_SEVENTH,
    speaker: mujahid,
    kind: 'assertion',
    words: told(
      'The talks between the two delegations go on, into this third day.',
      'دونوں وفود کے درمیان مذاکرات اس تیسرے روز بھی جاری ہیں۔',
    ),
    about: ['round/istanbul-october'],
    sources: ['source/devdiscourse'],
  }),
  said('said/fourth-day/pak-assurances', {
    event: 'E10',
    when: FOURTH_DAY,
    speaker: tarar,
    kind: 'assertion',
    words: told(
      'It gave no assurances, though it and the hosts acknowledged evidence; PAK acts to protect its people.',
      'اس نے یقین دہانی نہ کرائی، گو اس نے اور میزبانوں نے شواہد تسلیم کیے؛ PAK اپنے لوگوں کا تحفظ کرے گا۔',
    ),
    about: ['round/istanbul-october', 'issue/territory'],
    reports: ['AFG', 'QAT', 'TUR'],
    sources: ['source/diplomacypakistan', 'source/hurriyet'],
  }),
  said('said/fourth-day/pak', {
    event: 'E10',
    pair: 'why four days brought no result',
    when: FOURTH_DAY,
    speaker: tarar,
    kind: 'assertion',
    words: told(
      'Four days gave nothing workable, because the other side stayed away from the core question.',
      'چار دنوں میں قابلِ عمل نتیجہ نہ نکلا، کیونکہ دوسرا فریق اصل مسئلے سے کتراتا رہا۔',
    ),
    about: ['round/istanbul-october'],
    reports: ['AFG'],
    sources: ['source/diplomacypakistan', 'source/hurriyet'],
  }),
  said('said/fourth-day/afg', {
    event: 'E10',
    pair: 'why four days brought no result',
    when: FOURTH_DAY,
    speaker: afgBroadcaster,
    kind: 'assertion',
    words: told(
      'The cause of it was that the side of PAK had come with demands beyond reason.',
      'اس کا سبب یہ تھا کہ PAK کی طرف سے ایسے مطالبات آئے جو معقول نہ تھے۔',
    ),
    about: ['round/istanbul-october'],
    reports: ['PAK'],
    sources: ['source/didpress', 'source/hurriyet'],
  }),
]

export const istanbulInOctober: readonly Draft[] = [...round, ...papers, ...talking]
