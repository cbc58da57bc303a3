import type { Draft } from '../script.ts'
import { day } from '../time.ts'
import { ariana, asif, mujahid } from './speakers.ts'
import { account, ascribed, ownWord, recorded, said, told } from './telling.ts'

// The Doha document of 19 October: reported, its text not held; two accounts of what it says, a third of who signed; what follows from each.

const NINETEENTH = day('2025-10-19')

const accounts: readonly Draft[] = [
  ascribed('instrument/doha', {
    event: 'E06',
    type: 'instrument.reported',
    when: NINETEENTH,
    to: ['PAK'],
    ground: ownWord('source/khabarkada-doha'),
    fields: (ref) => ({
      title: told('Doha document of 19 October', '19 اکتوبر کی دوحہ دستاویز'),
      parties: ['AFG', 'PAK'],
      character: 'not-known',
      content: told(
        'Attacks from Afghan territory are to stop at once; the two sides are to respect each other’s territory.',
        'افغان سرزمین سے حملے فوراً رکیں گے؛ دونوں فریق ایک دوسرے کی سرزمین کا احترام کریں گے۔',
      ),
      signed: 'not-said',
      round: ref('round/doha'),
    }),
  }),
  ascribed('instrument/doha/afg', {
    event: 'E06',
    type: 'instrument.reported',
    when: NINETEENTH,
    to: ['AFG'],
    ground: ownWord('source/ariana'),
    fields: (ref) => ({
      instrument: ref('instrument/doha'),
      title: told('Doha document of 19 October', '19 اکتوبر کی دوحہ دستاویز'),
      parties: ['AFG', 'PAK'],
      character: 'not-known',
      content: told(
        'Neither side acts against the other, nor backs groups that attack PAK’s government.',
        'کوئی فریق دوسرے کے خلاف اقدام نہیں کرے گا، نہ PAK کی حکومت پر حملہ آور گروہوں کی مدد۔',
      ),
      signed: 'kind-not-known',
      round: ref('round/doha'),
    }),
  }),
  ascribed('instrument/doha/press', {
    event: 'E06',
    type: 'instrument.reported',
    when: NINETEENTH,
    to: ['AFG', 'PAK'],
    ground: account(ariana.who.name!, 'source/ariana'),
    fields: (ref) => ({
      instrument: ref('instrument/doha'),
      title: told('Doha document of 19 October', '19 اکتوبر کی دوحہ دستاویز'),
      parties: ['AFG', 'PAK'],
      character: 'not-known',
      content: told('Who signed it; the text is not given.', 'کس نے دستخط کیے؛ متن نہیں دیا گیا۔'),
      signed: 'kind-not-known',
      by: [
        { body: 'AFG', name: told('Mullah Mohammad Yaqoob', 'ملا محمد یعقوب'), office: told('Minister of Defence', 'وزیرِ دفاع') },
        { body: 'PAK', name: told('Khawaja Asif', 'خواجہ آصف'), office: told('Minister of Defence', 'وزیرِ دفاع') },
        { body: 'QAT', name: told('Representative, not named', 'نمائندہ، نام ظاہر نہیں') },
        { body: 'TUR', name: told('Representative, not named', 'نمائندہ، نام ظاہر نہیں') },
      ],
      round: ref('round/doha'),
    }),
  }),
  said('said/doha/press', {
    event: 'E06',
    when: NINETEENTH,
    speaker: ariana,
    kind: 'assertion',
    words: told(
      'Both ministers of defence put their names to the document, and so did representatives of QAT and TUR.',
      'دستاویز پر دونوں وزرائے دفاع نے دستخط کیے، اور QAT اور TUR کے نمائندوں نے بھی۔',
    ),
    about: ['instrument/doha'],
    reports: ['AFG', 'PAK', 'QAT', 'TUR'],
    sources: ['source/ariana'],
  }),
]

const statements: readonly Draft[] = [
  said('said/doha/afg-targets', {
    event: 'E06',
    when: NINETEENTH,
    speaker: mujahid,
    kind: 'assertion',
    words: told(
      'Under it neither side aims at the forces, the civilians or the installations of the other.',
      'اس کے تحت کوئی فریق دوسرے کی افواج، شہریوں یا تنصیبات کو ہدف نہیں بنائے گا۔',
    ),
    about: ['instrument/doha', 'round/doha'],
    reports: ['PAK'],
    sources: ['source/ariana'],
  }),
  said('said/doha/pak', {
    event: 'E06',
    pair: 'what the Doha document says',
    when: NINETEENTH,
    speaker: asif,
    kind: 'assertion',
    words: told(
      'Attacks from Afghan territory end at once, and each side respects the territory of the other. The two sides meet again on 25 October, in Istanbul.',
      'افغان سرزمین سے حملے فوراً بند ہوں گے، اور ہر فریق دوسرے کی سرزمین کا احترام کرے گا۔ دونوں فریق 25 اکتوبر کو استنبول میں دوبارہ ملیں گے۔',
    ),
    about: ['instrument/doha', 'round/doha'],
    reports: ['AFG'],
    sources: ['source/khabarkada-doha', 'source/ary', 'source/dawn'],
  }),
  said('said/doha/afg', {
    event: 'E06',
    pair: 'what the Doha document says',
    when: NINETEENTH,
    speaker: mujahid,
    kind: 'assertion',
    words: told(
      'A bilateral agreement was signed: peace, mutual respect, good relations as neighbours. Neither side acts against the other or backs groups that attack PAK’s government.',
      'دو طرفہ معاہدے پر دستخط ہوئے: امن، باہمی احترام، اچھی ہمسائیگی۔ کوئی فریق دوسرے کے خلاف اقدام نہیں کرے گا، نہ PAK کی حکومت پر حملہ آور گروہوں کی مدد۔',
    ),
    about: ['instrument/doha', 'round/doha'],
    reports: ['PAK'],
    sources: ['source/ariana', 'source/dawn'],
  }),
]

// The document as a whole stands apart from what either account says is in it: that it was signed is reported of the whole, and neither
// side's description may pass for the other's word.
const commitments: readonly Draft[] = [
  recorded('commitment/document', {
    event: 'E06',
    type: 'commitment.recorded',
    when: NINETEENTH,
    fields: (ref) => ({
      title: told('Keep to the Doha document', 'دوحہ دستاویز کی پابندی'),
      words: told(
        'Keep to what the document of 19 October says; each side describes it differently.',
        '19 اکتوبر کی دستاویز میں جو درج ہے اس کی پابندی؛ ہر فریق اسے مختلف بیان کرتا ہے۔',
      ),
      debtors: ['AFG', 'PAK'],
      creditors: ['AFG', 'PAK'],
      from: [ref('instrument/doha')],
      leftOpen: [
        told(
          'What it says: the text is not held, and the two accounts differ.',
          'اس میں کیا درج ہے: متن دستیاب نہیں، اور دونوں بیانات مختلف ہیں۔',
        ),
        told('Of which kind the signatures are.', 'دستخط کس نوعیت کے ہیں۔'),
      ],
    }),
  }),
  recorded('commitment/no-attacks', {
    event: 'E06',
    type: 'commitment.recorded',
    when: NINETEENTH,
    fields: (ref) => ({
      title: told('Attacks from Afghan territory stop', 'افغان سرزمین سے حملے رکیں'),
      words: told('Attacks from Afghan territory stop at once.', 'افغان سرزمین سے حملے فوراً رک جائیں گے۔'),
      debtors: ['AFG'],
      creditors: ['PAK'],
      from: [ref('said/doha/pak')],
      leftOpen: [
        told('The text is not public: this is one side’s account of it.', 'متن عام نہیں: یہ ایک فریق کا بیان ہے۔'),
        told('Whether it means a result, or doing what is in one’s power.', 'مراد نتیجہ ہے یا حتی المقدور کوشش۔'),
      ],
    }),
  }),
  recorded('commitment/respect', {
    event: 'E06',
    type: 'commitment.recorded',
    when: NINETEENTH,
    fields: (ref) => ({
      title: told('Respect for each other’s territory', 'ایک دوسرے کی سرزمین کا احترام'),
      words: told('Each side respects the territory of the other.', 'ہر فریق دوسرے کی سرزمین کا احترام کرے گا۔'),
      debtors: ['AFG', 'PAK'],
      creditors: ['AFG', 'PAK'],
      from: [ref('said/doha/pak')],
      leftOpen: [
        told('The text is not public: this is one side’s account of it.', 'متن عام نہیں: یہ ایک فریق کا بیان ہے۔'),
        told('Which line and which airspace are meant.', 'کون سی لکیر اور کون سی فضائی حدود مراد ہیں۔'),
      ],
    }),
  }),
  recorded('commitment/not-against', {
    event: 'E06',
    type: 'commitment.recorded',
    when: NINETEENTH,
    fields: (ref) => ({
      title: told('Not act against each other', 'ایک دوسرے کے خلاف اقدام نہ کرنا'),
      words: told(
        'Neither side acts against the other, aims at its forces, civilians or installations, or backs groups that attack PAK’s government.',
        'کوئی فریق دوسرے کے خلاف اقدام نہیں کرے گا، نہ اس کی افواج، شہریوں یا تنصیبات کو ہدف بنائے گا، نہ PAK کی حکومت پر حملہ آور گروہوں کی مدد کرے گا۔',
      ),
      debtors: ['AFG', 'PAK'],
      creditors: ['AFG', 'PAK'],
      from: [ref('said/doha/afg'), ref('said/doha/afg-targets')],
      leftOpen: [
        told('The text is not public: this is one side’s account of it.', 'متن عام نہیں: یہ ایک فریق کا بیان ہے۔'),
        told('What backing a group means.', 'گروہ کی مدد سے کیا مراد ہے۔'),
      ],
    }),
  }),
]

export const dohaDocument: readonly Draft[] = [...accounts, ...statements, ...commitments]
