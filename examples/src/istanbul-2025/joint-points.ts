import type { Draft } from '../script.ts'
import { day } from '../time.ts'
import { asif, mujahid, tarar } from './speakers.ts'
import { ascribed, ownWord, recorded, said, told } from './telling.ts'

// 30 October: the points issued by Türkiye's ministry on behalf of four, the date of the next meeting, and the commitments in them.

const THIRTIETH = day('2025-10-30')
const SIXTH_OF_NOVEMBER = day('2025-11-06')
const four = ['AFG', 'PAK', 'QAT', 'TUR']

const points: readonly Draft[] = [
  ascribed('communique/points', {
    event: 'E11',
    type: 'communique.issued',
    when: THIRTIETH,
    to: ['TUR'],
    ground: ownWord('source/trt-points'),
    fields: (ref) => ({
      title: told('Points of 30 October, issued by Türkiye’s foreign ministry', '30 اکتوبر کے نکات، اجرا از وزارتِ خارجہ ترکیہ'),
      points: [
        told('Every party has agreed that the ceasefire goes on.', 'ہر فریق نے جنگ بندی جاری رکھنے پر اتفاق کیا ہے۔'),
        told(
          'How it is carried out will be looked into and settled at a meeting of principals on 6 November 2025, in Istanbul.',
          'عمل درآمد کا طریقہ 6 نومبر 2025 کو استنبول میں اعلیٰ سطحی اجلاس میں دیکھا اور طے کیا جائے گا۔',
        ),
        told(
          'Every party has agreed to set up monitoring and verification, which is to keep the peace and to penalise whoever violates it.',
          'ہر فریق نے نگرانی اور تصدیق کا طریقۂ کار قائم کرنے پر اتفاق کیا ہے، جو امن برقرار رکھے اور خلاف ورزی کرنے والے پر تاوان عائد کرے۔',
        ),
        told(
          'The mediators thank both parties and remain at their disposal.',
          'ثالث دونوں فریقوں کے شکر گزار ہیں اور تعاون کے لیے تیار ہیں۔',
        ),
      ],
      onBehalfOf: four,
      round: ref('round/istanbul-october'),
      source: ref('source/trt-points'),
    }),
  }),
  ascribed('round/istanbul-october/closed', {
    event: 'E11',
    type: 'round.closed',
    when: THIRTIETH,
    to: ['QAT', 'TUR'],
    ground: ownWord('source/trt-points'),
    fields: (ref) => ({
      round: ref('round/istanbul-october'),
      outcome: 'adjourned',
      words: told(
        'The joint text dates the talks 25 to 30 October and sets the next meeting.',
        'مشترکہ متن کے مطابق مذاکرات 25 سے 30 اکتوبر تک ہوئے؛ اگلا اجلاس مقرر ہے۔',
      ),
    }),
  }),
  ascribed('round/istanbul-november', {
    event: 'E11',
    type: 'round.scheduled',
    when: THIRTIETH,
    to: ['QAT', 'TUR'],
    ground: ownWord('source/trt-points'),
    fields: () => ({
      track: 'istanbul',
      place: told('Istanbul', 'استنبول'),
      mediators: ['TUR', 'QAT'],
      planned: SIXTH_OF_NOVEMBER,
      level: told('Principals', 'اعلیٰ سطح'),
    }),
  }),
]

const statements: readonly Draft[] = [
  said('said/points/afg', {
    event: 'E11',
    pair: 'on the points of 30 October',
    when: THIRTIETH,
    speaker: mujahid,
    kind: 'assertion',
    words: told(
      'The talks were complex; both sides will meet again on what remains. Wishes for mutual respect, no interference, and no threat to any side.',
      'مذاکرات پیچیدہ تھے؛ باقی امور پر دونوں فریق دوبارہ ملیں گے۔ باہمی احترام، عدمِ مداخلت اور ہر فریق کے لیے خطرے سے پاک تعلقات چاہتا ہے۔',
    ),
    about: ['communique/points', 'round/istanbul-october'],
    sources: ['source/caliber', 'source/ilkha'],
  }),
  said('said/points/pak-penalty', {
    event: 'E11',
    pair: 'on the points of 30 October',
    when: THIRTIETH,
    speaker: tarar,
    kind: 'assertion',
    words: told(
      'A penalty for violations belongs to what was agreed; evidence goes to the joint forum.',
      'خلاف ورزی پر تاوان معاہدے کا حصہ ہے؛ شواہد مشترکہ فورم کو دیے جائیں گے۔',
    ),
    about: ['communique/points', 'round/istanbul-october'],
    sources: ['source/groundzero'],
  }),
  said('said/points/pak', {
    event: 'E11',
    pair: 'on the points of 30 October',
    when: THIRTIETH,
    speaker: asif,
    kind: 'assertion',
    words: told('Gave peace one more chance as QAT and TUR asked.', 'QAT اور TUR کے کہنے پر امن کو ایک اور موقع دیا۔'),
    about: ['communique/points', 'round/istanbul-october'],
    reports: ['QAT', 'TUR'],
    sources: ['source/groundzero', 'source/hurriyet'],
  }),
]

const commitments: readonly Draft[] = [
  recorded('commitment/meeting', {
    event: 'E11',
    type: 'commitment.recorded',
    when: THIRTIETH,
    fields: (ref) => ({
      title: told('Meeting of principals', 'اعلیٰ سطحی اجلاس'),
      words: told(
        'Meet at the level of principals in Istanbul and settle how the ceasefire is carried out.',
        'استنبول میں اعلیٰ سطح پر ملنا اور جنگ بندی پر عمل درآمد کا طریقہ طے کرنا۔',
      ),
      debtors: four,
      creditors: four,
      from: [ref('communique/points')],
      due: { words: told('6 November 2025', '6 نومبر 2025'), by: SIXTH_OF_NOVEMBER },
      leftOpen: [told('Who counts as a principal.', 'اعلیٰ سطح سے کون مراد ہے۔')],
    }),
  }),
  recorded('commitment/mechanism', {
    event: 'E11',
    type: 'commitment.recorded',
    when: THIRTIETH,
    fields: (ref) => ({
      title: told('Monitoring and verification, with penalties', 'نگرانی اور تصدیق، تاوان کے ساتھ'),
      words: told(
        'Set up a mechanism of monitoring and verification that keeps the peace and penalises whoever violates it.',
        'نگرانی اور تصدیق کا ایسا طریقۂ کار قائم کرنا جو امن برقرار رکھے اور خلاف ورزی کرنے والے پر تاوان عائد کرے۔',
      ),
      debtors: four,
      creditors: four,
      from: [ref('communique/points')],
      due: { words: told('no date is stated', 'کوئی تاریخ درج نہیں') },
      leftOpen: [
        told('By when.', 'کب تک۔'),
        told('Who makes it up.', 'اس میں کون شامل ہوگا۔'),
        told('What counts as a violation.', 'خلاف ورزی کی تعریف۔'),
        told('Which penalty, and who imposes it.', 'کون سا تاوان، اور کون عائد کرے گا۔'),
      ],
    }),
  }),
]

export const jointPoints: readonly Draft[] = [...points, ...statements, ...commitments]
