import type { Draft } from '../script.ts'
import { day } from '../time.ts'
import { asif, dar } from './speakers.ts'
import { account, ascribed, ownWord, said, told } from './telling.ts'

// 18 and 19 October, Doha: the round, what the host announced, what one side said of it, the next meeting on that side's word.

const EIGHTEENTH = day('2025-10-18')
const NINETEENTH = day('2025-10-19')

/** How most outlets count: Doha is the first round. */
export const mostOutlets = told('most pages held', 'بیشتر دستیاب صفحات')

const round: readonly Draft[] = [
  ascribed('round/doha', {
    event: 'E06',
    type: 'round.opened',
    when: EIGHTEENTH,
    to: ['QAT', 'TUR'],
    ground: ownWord('source/menafn'),
    fields: () => ({
      track: 'doha',
      place: told('Doha', 'دوحہ'),
      number: [{ by: mostOutlets, number: 1 }],
      mediators: ['QAT', 'TUR'],
      takesPart: ['AFG', 'PAK'],
      heads: [
        { body: 'AFG', name: told('Mullah Mohammad Yaqoob', 'ملا محمد یعقوب'), office: told('Minister of Defence', 'وزیرِ دفاع') },
        { body: 'PAK', name: told('Khawaja Asif', 'خواجہ آصف'), office: told('Minister of Defence', 'وزیرِ دفاع') },
      ],
    }),
  }),
  ascribed('communique/doha', {
    event: 'E06',
    type: 'communique.issued',
    when: NINETEENTH,
    to: ['QAT'],
    ground: ownWord('source/menafn'),
    fields: (ref) => ({
      title: told('Announcement of Qatar’s foreign ministry', 'قطر کی وزارتِ خارجہ کا اعلان'),
      points: [
        told('A ceasefire at once.', 'فوری جنگ بندی۔'),
        told('Mechanisms that make lasting peace and stability firm.', 'دیرپا امن و استحکام کو مضبوط کرنے والے طریقۂ کار۔'),
        told(
          'Further meetings within days, so that the ceasefire lasts and can be verified.',
          'آئندہ دنوں میں مزید اجلاس، تاکہ جنگ بندی دیرپا ہو اور اس کی تصدیق ہو سکے۔',
        ),
      ],
      onBehalfOf: ['QAT'],
      round: ref('round/doha'),
      source: ref('source/menafn'),
    }),
  }),
  ascribed('round/doha/closed', {
    event: 'E06',
    type: 'round.closed',
    when: NINETEENTH,
    to: ['QAT', 'TUR'],
    ground: ownWord('source/menafn'),
    fields: (ref) => ({
      round: ref('round/doha'),
      outcome: 'agreement',
      words: told(
        'After some 13 hours of talks the host announces a ceasefire.',
        'تقریباً 13 گھنٹے کی بات چیت کے بعد میزبان نے جنگ بندی کا اعلان کیا۔',
      ),
    }),
  }),
  ascribed('issue/ceasefire', {
    event: 'E06',
    type: 'issue.tabled',
    when: NINETEENTH,
    to: ['QAT'],
    ground: ownWord('source/menafn'),
    fields: () => ({ title: told('Keeping and verifying the ceasefire', 'جنگ بندی کا قیام اور تصدیق') }),
  }),
]

const statements: readonly Draft[] = [
  said('said/doha/pak-thanks', {
    event: 'E06',
    when: NINETEENTH,
    speaker: asif,
    kind: 'thanks',
    words: told('Thanks QAT and TUR.', 'QAT اور TUR کا شکریہ۔'),
    about: ['round/doha'],
    sources: ['source/khabarkada-doha'],
  }),
  said('said/doha/pak-first-step', {
    event: 'E06',
    when: NINETEENTH,
    speaker: dar,
    kind: 'demand',
    words: told(
      'A first step the right way; asks for monitoring that can be verified.',
      'درست سمت میں پہلا قدم؛ قابلِ تصدیق نگرانی درکار ہے۔',
    ),
    quoted: 'verifiable',
    about: ['round/doha', 'issue/ceasefire'],
    sources: ['source/ary', 'source/dawn'],
  }),
]

/** The next meeting, on the word of one side. */
const next: readonly Draft[] = [
  ascribed('round/istanbul-october', {
    event: 'E06',
    type: 'round.scheduled',
    when: NINETEENTH,
    to: ['QAT', 'TUR'],
    ground: account('PAK', 'source/khabarkada-doha'),
    fields: () => ({
      track: 'istanbul',
      place: told('Istanbul', 'استنبول'),
      mediators: ['TUR', 'QAT'],
      planned: day('2025-10-25'),
    }),
  }),
]

export const dohaRound: readonly Draft[] = [...round, ...statements, ...next]
