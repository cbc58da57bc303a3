import type { Draft } from '../script.ts'
import { day, days } from '../time.ts'
import { afg, pak, pakMilitary } from './speakers.ts'
import { ascribed, ownWord, recorded, said, told } from './telling.ts'

// 9 to 15 October: what happened before the first truce. The first two issues are open from the first day on.

const NINTH = day('2025-10-09')
const BORDER_NIGHT = days('2025-10-11', '2025-10-12', { as: 'overnight' })
const FIFTEENTH = day('2025-10-15')

const ninth: readonly Draft[] = [
  recorded('incident/kabul', {
    event: 'E01',
    type: 'incident.opened',
    when: NINTH,
    fields: (ref) => ({
      title: told('Explosions in Kabul', 'کابل میں دھماکے'),
      place: told('Kabul', 'کابل'),
      confirmation: told('That there were explosions: yes. Who caused them: disputed.', 'دھماکے ہوئے: ہاں۔ کس نے کیے: متنازع۔'),
      sources: [ref('source/hurriyet'), ref('source/bizonews')],
    }),
  }),
  said('said/kabul/afg', {
    event: 'E01',
    pair: 'explosions of 9 October',
    when: NINTH,
    speaker: afg,
    kind: 'assertion',
    words: told(
      'Says that PAK caused the explosions in Kabul, and that this infringes its sovereignty.',
      'کہنا ہے کہ کابل میں دھماکے PAK نے کیے، اور یہ اس کی خودمختاری کے منافی ہے۔',
    ),
    about: ['incident/kabul'],
    reports: ['PAK'],
    sources: ['source/hurriyet', 'source/bizonews'],
  }),
  said('said/kabul/pak', {
    event: 'E01',
    pair: 'explosions of 9 October',
    when: NINTH,
    speaker: pak,
    kind: 'assertion',
    words: told(
      'Leaves responsibility unconfirmed; claims a right to act against militants steered, it says, from Afghan territory.',
      'ذمہ داری کی تصدیق نہیں کی؛ افغان سرزمین سے چلائے جانے والے مبینہ عسکریت پسندوں کے خلاف کارروائی کا حق جتایا۔',
    ),
    about: ['incident/kabul'],
    sources: ['source/hurriyet', 'source/bizonews'],
  }),
  ascribed('issue/territory', {
    event: 'E01',
    type: 'issue.tabled',
    when: NINTH,
    to: ['PAK'],
    ground: ownWord('source/bizonews'),
    fields: () => ({ title: told('Use of territory for attacks', 'حملوں کے لیے سرزمین کا استعمال') }),
  }),
  ascribed('issue/sovereignty', {
    event: 'E01',
    type: 'issue.tabled',
    when: NINTH,
    to: ['AFG'],
    ground: ownWord('source/bizonews'),
    fields: () => ({ title: told('Respect for airspace, territory and sovereignty', 'فضائی حدود، سرزمین اور خودمختاری کا احترام') }),
  }),
]

const fighting: readonly Draft[] = [
  recorded('incident/border', {
    event: 'E02',
    type: 'incident.opened',
    when: BORDER_NIGHT,
    fields: (ref) => ({
      title: told('Fighting between the two forces at the border, overnight', 'سرحد پر دونوں افواج کے درمیان رات بھر لڑائی'),
      place: told(
        'Several points: Kunar, Nangarhar, Paktika, Helmand; Khyber Pakhtunkhwa, Balochistan',
        'کئی مقامات: کنڑ، ننگرہار، پکتیکا، ہلمند؛ خیبر پختونخوا، بلوچستان',
      ),
      confirmation: told(
        'None independent: the figures contradict each other.',
        'کوئی آزادانہ تصدیق نہیں: اعداد و شمار ایک دوسرے کے خلاف ہیں۔',
      ),
      sources: [ref('source/alexa'), ref('source/nowtrending')],
    }),
  }),
  said('said/border/pak', {
    event: 'E02',
    pair: 'losses of 11 and 12 October',
    when: BORDER_NIGHT,
    speaker: pakMilitary,
    kind: 'assertion',
    words: told(
      'Counts 23 of its soldiers dead and 29 hurt, over 200 dead on the other side, and 21 positions held for a while.',
      'اپنے 23 فوجی ہلاک اور 29 زخمی، دوسری طرف 200 سے زائد ہلاکتیں، اور 21 چوکیوں پر کچھ دیر قبضہ بتایا۔',
    ),
    about: ['incident/border'],
    reports: ['AFG'],
    sources: ['source/alexa', 'source/nowtrending'],
  }),
  said('said/border/afg', {
    event: 'E02',
    pair: 'losses of 11 and 12 October',
    when: BORDER_NIGHT,
    speaker: afg,
    kind: 'assertion',
    words: told(
      'Counts 58 soldiers dead on the other side and nine of its own; holds that its operation was a retaliation, and justified.',
      'دوسری طرف کے 58 اور اپنے نو فوجی ہلاک بتائے؛ مؤقف ہے کہ اس کی کارروائی جوابی اور جائز تھی۔',
    ),
    about: ['incident/border'],
    reports: ['PAK'],
    sources: ['source/alexa', 'source/nowtrending'],
  }),
  recorded('incident/chaman', {
    event: 'E03',
    type: 'incident.opened',
    when: FIFTEENTH,
    fields: (ref) => ({
      title: told('New clashes and strikes, earlier on the day of the first truce', 'پہلی جنگ بندی کے دن اس سے قبل نئی جھڑپیں اور حملے'),
      place: told('Spin Boldak and Chaman; Kabul; Kandahar', 'سپین بولدک اور چمن؛ کابل؛ قندھار'),
      confirmation: told('None independent.', 'کوئی آزادانہ تصدیق نہیں۔'),
      sources: [ref('source/particle'), ref('source/twf')],
    }),
  }),
  said('said/chaman/afg', {
    event: 'E03',
    pair: 'strikes of 15 October',
    when: FIFTEENTH,
    speaker: afg,
    kind: 'assertion',
    words: told(
      'Speaks of no fewer than 12 civilians killed in Kandahar province, 15 in other reports, and of more than 100 hurt.',
      'صوبہ قندھار میں کم از کم 12 شہری ہلاک، دیگر اطلاعات میں 15، اور 100 سے زائد زخمی بتائے۔',
    ),
    about: ['incident/chaman'],
    reports: ['PAK'],
    sources: ['source/particle', 'source/twf'],
  }),
  said('said/chaman/pak', {
    event: 'E03',
    pair: 'strikes of 15 October',
    when: FIFTEENTH,
    speaker: pak,
    kind: 'assertion',
    words: told(
      'Speaks of precise strikes and denies aiming at civilians; one report gives six soldiers dead and some 20 wounded.',
      'درست نشانے کے حملوں کا ذکر، شہریوں کو ہدف بنانے کی تردید؛ ایک رپورٹ میں چھ فوجی ہلاک، کوئی 20 زخمی۔',
    ),
    about: ['incident/chaman'],
    sources: ['source/particle', 'source/twf'],
  }),
]

export const beforeTheTruce: readonly Draft[] = [...ninth, ...fighting]
