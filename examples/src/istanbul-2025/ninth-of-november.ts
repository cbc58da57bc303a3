import type { Draft } from '../script.ts'
import { day } from '../time.ts'
import { erdogan, pakForeignMinistry } from './speakers.ts'
import { ascribed, ownWord, recorded, said, told } from './telling.ts'

// 9 November: a ministry's statement with the measure that it announces, and a mediator's own word about the mediation.

const NINTH = day('2025-11-09')

const ministry: readonly Draft[] = [
  said('said/ministry/pak', {
    event: 'E15',
    when: NINTH,
    speaker: pakForeignMinistry,
    kind: 'assertion',
    words: told(
      'Regrets that no concrete step came against named groups; AFG dwelt on prolonging the ceasefire, not the core question.',
      'افسوس ہے کہ نامزد گروہوں کے خلاف ٹھوس قدم نہ اٹھا؛ AFG کی توجہ اصل مسئلے کی جگہ جنگ بندی بڑھانے پر رہی۔',
    ),
    about: ['round/istanbul-november'],
    reports: ['AFG'],
    sources: ['source/khabarkada-ministry'],
  }),
  said('said/ministry/pak-dialogue', {
    event: 'E15',
    when: NINTH,
    speaker: pakForeignMinistry,
    kind: 'undertaking',
    words: told(
      'Stays with dialogue; force comes last; the ceasefire holds; welcomes TUR and QAT.',
      'بات چیت پر قائم؛ طاقت آخری راستہ؛ جنگ بندی برقرار؛ TUR اور QAT کا خیر مقدم۔',
    ),
    about: ['communique/points'],
    sources: ['source/khabarkada-ministry'],
  }),
  ascribed('issue/crossings', {
    event: 'E15',
    type: 'issue.tabled',
    when: NINTH,
    to: ['PAK'],
    ground: ownWord('source/khabarkada-ministry'),
    fields: () => ({ title: told('Crossings closed to trade', 'تجارت کے لیے بند گزرگاہیں') }),
  }),
  ascribed('measure/crossings', {
    event: 'E15',
    type: 'measure.announced',
    when: NINTH,
    to: ['PAK'],
    ground: ownWord('source/khabarkada-ministry'),
    fields: (ref) => ({
      kind: 'restrictive',
      words: told(
        'The crossings at Torkham and Chaman stay closed to trade until assurances are given.',
        'طورخم اور چمن کی گزرگاہیں یقین دہانیوں تک تجارت کے لیے بند رہیں گی۔',
      ),
      answers: [ref('issue/territory')],
    }),
  }),
]

const mediator: readonly Draft[] = [
  said('said/mission/tur', {
    event: 'E15b',
    when: NINTH,
    speaker: erdogan,
    kind: 'undertaking',
    words: told(
      'His ministers of foreign affairs and of defence and his chief of intelligence will travel to Islamabad, for a lasting ceasefire and peace.',
      'ان کے وزیرِ خارجہ، وزیرِ دفاع اور انٹیلی جنس سربراہ مستقل جنگ بندی اور امن کے لیے اسلام آباد جائیں گے۔',
    ),
    about: ['round/istanbul-november'],
    sources: ['source/pakistantoday', 'source/trt-mission'],
  }),
  said('said/hopes/tur', {
    event: 'E15b',
    when: NINTH,
    speaker: erdogan,
    kind: 'assertion',
    words: told(
      'Follows the process from close by, hopes for results, and sees the mediation on the right course.',
      'عمل پر قریب سے نظر ہے، نتائج کی امید ہے، اور ثالثی درست سمت میں ہے۔',
    ),
    about: ['round/istanbul-november'],
    sources: ['source/trt-mission'],
  }),
  ascribed('measure/mission', {
    event: 'E15b',
    type: 'measure.announced',
    when: NINTH,
    to: ['TUR'],
    ground: ownWord('source/trt-mission'),
    fields: (ref) => ({
      kind: 'other',
      words: told('A mission to Islamabad; whether it took place is not known.', 'اسلام آباد کے لیے مشن؛ ہوا یا نہیں، معلوم نہیں۔'),
      answers: [ref('issue/ceasefire')],
    }),
  }),
  recorded('commitment/mission', {
    event: 'E15b',
    type: 'commitment.recorded',
    when: NINTH,
    fields: (ref) => ({
      title: told('Mission to Islamabad', 'اسلام آباد کے لیے مشن'),
      words: told('Send two ministers and the chief of intelligence to Islamabad.', 'دو وزراء اور انٹیلی جنس سربراہ کو اسلام آباد بھیجنا۔'),
      debtors: ['TUR'],
      creditors: ['AFG', 'PAK'],
      from: [ref('said/mission/tur')],
      due: { words: told('next week', 'اگلے ہفتے') },
      leftOpen: [told('Whether it took place is not known.', 'یہ ہوا یا نہیں، معلوم نہیں۔')],
    }),
  }),
]

export const ninthOfNovember: readonly Draft[] = [...ministry, ...mediator]
