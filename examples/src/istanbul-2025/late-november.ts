import type { Draft } from '../script.ts'
import { day, days } from '../time.ts'
import { afgOfficial, chaudhryOfTheMilitary, mujahid, pakOfficial, pakPresident, pakTelevision } from './speakers.ts'
import { account, ascribed, recorded, said, told } from './telling.ts'

// 24 November to 3 December: two incidents, each told as far as a side speaks, and the contacts in Riyadh by officials who were not named.

const TWENTY_FOURTH = day('2025-11-24')
const NIGHT = days('2025-11-24', '2025-11-25', { as: 'overnight' })
const RIYADH_OPENS = day('2025-11-30', { as: '30 November to 3 December' })
const RIYADH_ENDS = day('2025-12-03', { as: '30 November to 3 December' })
const unnamedOfficials = told('officials of both sides, not named, to Reuters', 'دونوں فریقوں کے حکام، نام ظاہر نہیں، رائٹرز سے')

const peshawar: readonly Draft[] = [
  recorded('incident/peshawar', {
    event: 'E15c',
    type: 'incident.opened',
    when: TWENTY_FOURTH,
    fields: (ref) => ({
      title: told('Attack on the headquarters of the Federal Constabulary', 'فیڈرل کانسٹیبلری کے صدر دفتر پر حملہ'),
      place: told('Peshawar', 'پشاور'),
      confirmation: told(
        'The attack: yes; three officers dead, eleven wounded. One page reports a claim by a splinter group, others report none. Origin disputed.',
        'حملہ: ہاں؛ تین اہلکار ہلاک، گیارہ زخمی۔ ایک صفحے میں ایک ذیلی گروہ کے دعوے کا ذکر ہے، دوسروں میں نہیں۔ حملہ آوروں کی نسبت متنازع۔',
      ),
      sources: [ref('source/globalsecurity'), ref('source/nationalherald')],
    }),
  }),
  said('said/peshawar/pak-television', {
    event: 'E15c',
    when: TWENTY_FOURTH,
    speaker: pakTelevision,
    kind: 'assertion',
    words: told('The attackers were Afghan nationals.', 'حملہ آور افغان شہری تھے۔'),
    about: ['incident/peshawar'],
    sources: ['source/globalsecurity'],
  }),
  said('said/peshawar/pak-president', {
    event: 'E15c',
    when: TWENTY_FOURTH,
    speaker: pakPresident,
    kind: 'assertion',
    words: told('Militants with foreign backing did it.', 'یہ غیر ملکی حمایت یافتہ عسکریت پسندوں کا کام ہے۔'),
    about: ['incident/peshawar'],
    sources: ['source/globalsecurity', 'source/nationalherald'],
  }),
]

const khost: readonly Draft[] = [
  recorded('incident/khost', {
    event: 'E15d',
    type: 'incident.opened',
    when: NIGHT,
    fields: (ref) => ({
      title: told('Strikes reported overnight', 'رات کو حملوں کی اطلاع'),
      place: told('Khost (Gorbuz); Kunar; Paktika', 'خوست (گربز)؛ کنڑ؛ پکتیکا'),
      confirmation: told(
        'Reporters saw damage and burials. Who struck: disputed.',
        'نامہ نگاروں نے نقصان اور تدفین دیکھی۔ حملہ کس نے کیا: متنازع۔',
      ),
      sources: [ref('source/thenational'), ref('source/shafaq'), ref('source/evrimagaci')],
    }),
  }),
  said('said/khost/afg', {
    event: 'E15d',
    pair: 'strikes of 25 November',
    when: NIGHT,
    speaker: mujahid,
    kind: 'assertion',
    words: told(
      'PAK’s forces bombed a civilian’s house, a violation; an answer comes at the proper time.',
      'PAK کی افواج نے ایک شہری کے گھر پر بمباری کی، یہ خلاف ورزی ہے؛ مناسب وقت پر جواب دیا جائے گا۔',
    ),
    about: ['incident/khost'],
    reports: ['PAK'],
    sources: ['source/thenational', 'source/shafaq'],
  }),
  said('said/khost/pak', {
    event: 'E15d',
    pair: 'strikes of 25 November',
    when: NIGHT,
    speaker: chaudhryOfTheMilitary,
    kind: 'assertion',
    words: told(
      'The military in Rawalpindi does not accept that account: civilians, it says, are not its target.',
      'راولپنڈی میں فوج اس بیان کو قبول نہیں کرتی: اس کا کہنا ہے کہ وہ شہریوں کو نشانہ نہیں بناتی۔',
    ),
    about: ['incident/khost'],
    reports: ['AFG'],
    sources: ['source/evrimagaci', 'source/shafaq'],
  }),
  said('said/khost/afg-losses', {
    event: 'E15d',
    when: NIGHT,
    speaker: mujahid,
    kind: 'assertion',
    words: told(
      'By its count nine children and one woman died in Khost, and four persons were wounded elsewhere.',
      'اس کے بقول خوست میں نو بچے اور ایک خاتون ہلاک ہوئے، اور دیگر مقامات پر چار افراد زخمی ہوئے۔',
    ),
    about: ['incident/khost'],
    sources: ['source/thenational', 'source/shafaq'],
  }),
]

const riyadh: readonly Draft[] = [
  ascribed('round/riyadh', {
    event: 'E16',
    type: 'round.opened',
    when: RIYADH_OPENS,
    to: ['KSA'],
    ground: account(unnamedOfficials, 'source/almayadeen'),
    fields: () => ({
      track: 'riyadh',
      place: told('Riyadh', 'ریاض'),
      mediators: ['KSA'],
      takesPart: ['AFG', 'PAK'],
    }),
  }),
  ascribed('round/riyadh/closed', {
    event: 'E16',
    type: 'round.closed',
    when: RIYADH_ENDS,
    to: ['KSA'],
    ground: account(unnamedOfficials, 'source/almayadeen'),
    fields: (ref) => ({
      round: ref('round/riyadh'),
      outcome: 'no-result',
      words: told('No breakthrough, by their account.', 'ان کے بقول کوئی بڑی پیش رفت نہیں۔'),
    }),
  }),
  said('said/riyadh/afg', {
    event: 'E16',
    pair: 'the contacts in Riyadh',
    when: RIYADH_ENDS,
    speaker: afgOfficial,
    kind: 'undertaking',
    words: told(
      'No breakthrough came; both sides agreed to keep the ceasefire.',
      'کوئی بڑی پیش رفت نہ ہوئی؛ دونوں فریق جنگ بندی قائم رکھنے پر متفق ہوئے۔',
    ),
    about: ['round/riyadh'],
    reports: ['PAK'],
    sources: ['source/almayadeen', 'source/lokmat'],
  }),
  said('said/riyadh/pak', {
    event: 'E16',
    pair: 'the contacts in Riyadh',
    when: RIYADH_ENDS,
    speaker: pakOfficial,
    kind: 'undertaking',
    words: told(
      'No breakthrough came; both sides agreed to keep the ceasefire.',
      'کوئی بڑی پیش رفت نہ ہوئی؛ دونوں فریق جنگ بندی قائم رکھنے پر متفق ہوئے۔',
    ),
    about: ['round/riyadh'],
    reports: ['AFG'],
    sources: ['source/almayadeen', 'source/lokmat'],
  }),
]

export const lateNovember: readonly Draft[] = [...peshawar, ...khost]
export const riyadhContacts: readonly Draft[] = riyadh
