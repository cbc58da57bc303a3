import type { Draft } from '../script.ts'
import { day, instant } from '../time.ts'
import { afg, afgInQatar, mujahid, pak, pakDiplomat, pakOffices, particle } from './speakers.ts'
import { account, ascribed, recorded, said, told } from './telling.ts'

// 15 to 17 October: the first truce, its exact end, its extension to an end without a date, and what was reported meanwhile.

const FIFTEENTH = day('2025-10-15')
const TRUCE_BEGINS = instant('2025-10-15T13:00:00.000Z', { as: '18:00 Pakistan time', zone: 'Asia/Karachi' })
const SEVENTEENTH = day('2025-10-17')
const LATE_ON_FRIDAY = day('2025-10-17', { as: 'late on Friday' })

const truce: readonly Draft[] = [
  said('said/truce/reported', {
    event: 'E04',
    when: TRUCE_BEGINS,
    speaker: particle,
    kind: 'assertion',
    words: told(
      'A truce of 48 hours between the two sides begins at 18:00, Pakistan time.',
      'دونوں فریقوں میں 48 گھنٹے کی جنگ بندی پاکستان کے وقت کے مطابق 18:00 بجے شروع ہوئی۔',
    ),
    reports: ['AFG', 'PAK'],
    sources: ['source/particle', 'source/twf'],
  }),
  recorded('commitment/truce', {
    event: 'E04',
    type: 'commitment.recorded',
    when: TRUCE_BEGINS,
    fields: (ref) => ({
      title: told('48-hour truce', '48 گھنٹے کی جنگ بندی'),
      words: told('Cease fire for 48 hours.', '48 گھنٹے کے لیے جنگ بندی۔'),
      debtors: ['AFG', 'PAK'],
      creditors: ['AFG', 'PAK'],
      from: [ref('said/truce/reported')],
      ends: {
        words: told('48 hours after it began', 'آغاز کے 48 گھنٹے بعد'),
        at: instant('2025-10-17T13:00:00.000Z', { as: '18:00 Pakistan time', zone: 'Asia/Karachi' }),
      },
      leftOpen: [told('Who asked for it: each side names the other.', 'کس نے مانگی: ہر فریق دوسرے کا نام لیتا ہے۔')],
    }),
  }),
  said('said/truce/pak', {
    event: 'E04',
    pair: 'who asked for the truce of 15 October',
    when: FIFTEENTH,
    speaker: pak,
    kind: 'assertion',
    words: told('The truce came about because Kabul asked for it.', 'یہ جنگ بندی کابل کی درخواست پر عمل میں آئی۔'),
    about: ['commitment/truce'],
    reports: ['AFG'],
    sources: ['source/particle', 'source/twf'],
  }),
  said('said/truce/afg', {
    event: 'E04',
    pair: 'who asked for the truce of 15 October',
    when: FIFTEENTH,
    speaker: afg,
    kind: 'assertion',
    words: told('The truce came about because Islamabad asked for it.', 'یہ جنگ بندی اسلام آباد کی درخواست پر عمل میں آئی۔'),
    about: ['commitment/truce'],
    reports: ['PAK'],
    sources: ['source/particle', 'source/twf'],
  }),
  said('said/truce/pak-efforts', {
    event: 'E04',
    when: FIFTEENTH,
    speaker: pak,
    kind: 'undertaking',
    words: told(
      'Both sides, by talking, will try in earnest to settle a hard but solvable question.',
      'دونوں فریق بات چیت سے مشکل مگر قابلِ حل مسئلہ سلجھانے کی سنجیدہ کوشش کریں گے۔',
    ),
    about: ['commitment/truce'],
    reports: ['AFG'],
    sources: ['source/particle', 'source/twf'],
  }),
]

const seventeenth: readonly Draft[] = [
  recorded('incident/waziristan', {
    event: 'E04a',
    type: 'incident.opened',
    when: SEVENTEENTH,
    fields: (ref) => ({
      title: told('Attack on a military camp', 'فوجی کیمپ پر حملہ'),
      place: told('North Waziristan', 'شمالی وزیرستان'),
      confirmation: told('By officials of one side.', 'ایک فریق کے حکام کی طرف سے۔'),
      sources: [ref('source/cna'), ref('source/blinknews')],
    }),
  }),
  said('said/waziristan/pak', {
    event: 'E04a',
    when: SEVENTEENTH,
    speaker: pakOffices,
    kind: 'assertion',
    words: told(
      'Militants attacked with a vehicle bomb and guns; seven soldiers dead, thirteen wounded, six attackers killed (four in other reports).',
      'عسکریت پسندوں کا بارود بھری گاڑی اور اسلحے سے حملہ؛ سات فوجی ہلاک، تیرہ زخمی، تمام چھ حملہ آور (بعض اطلاعات میں چار) ہلاک۔',
    ),
    about: ['incident/waziristan'],
    sources: ['source/cna', 'source/blinknews'],
  }),
  ascribed('commitment/truce/extended', {
    event: 'E05a',
    type: 'commitment.extended',
    when: SEVENTEENTH,
    to: ['AFG', 'PAK'],
    ground: account(
      told(
        'officials of both sides, not named; neither government confirmed it then',
        'دونوں فریقوں کے حکام، نام ظاہر نہیں؛ اس وقت کسی حکومت نے تصدیق نہیں کی',
      ),
      'source/cna',
    ),
    fields: (ref) => ({
      commitment: ref('commitment/truce'),
      ends: { words: told('When the talks in Doha conclude; no date is given', 'دوحہ مذاکرات کے اختتام پر؛ کوئی تاریخ نہیں دی گئی') },
    }),
  }),
  said('said/extension/pak', {
    event: 'E05a',
    pair: 'who asked for the extension of 17 October',
    when: SEVENTEENTH,
    speaker: pakDiplomat,
    kind: 'assertion',
    words: told('It was Kabul that asked for the extension.', 'توسیع کی درخواست کابل نے کی تھی۔'),
    about: ['commitment/truce/extended'],
    reports: ['AFG'],
    sources: ['source/cna', 'source/thenews', 'source/mscoz'],
  }),
  said('said/extension/afg', {
    event: 'E05a',
    pair: 'who asked for the extension of 17 October',
    when: SEVENTEENTH,
    speaker: afgInQatar,
    kind: 'assertion',
    words: told('It was Islamabad that asked for the extension.', 'توسیع کی درخواست اسلام آباد نے کی تھی۔'),
    about: ['commitment/truce/extended'],
    reports: ['PAK'],
    sources: ['source/anewz', 'source/cna'],
  }),
  said('said/condition/afg', {
    event: 'E05b',
    pair: 'two mirrored conditions',
    when: SEVENTEENTH,
    speaker: mujahid,
    kind: 'undertaking',
    words: told(
      'Its forces have orders to keep the ceasefire for as long as PAK does not attack.',
      'اس کی افواج کو حکم ہے کہ جب تک PAK حملہ نہ کرے جنگ بندی پر قائم رہیں۔',
    ),
    about: ['commitment/truce'],
    sources: ['source/cna', 'source/republicpolicy'],
  }),
  recorded('commitment/truce/afg', {
    event: 'E05b',
    type: 'commitment.linked',
    when: SEVENTEENTH,
    fields: (ref) => ({ commitment: ref('commitment/truce'), debtor: 'AFG', to: [ref('said/truce/afg'), ref('said/condition/afg')] }),
  }),
  recorded('commitment/truce/pak', {
    event: 'E04',
    type: 'commitment.linked',
    when: FIFTEENTH,
    fields: (ref) => ({ commitment: ref('commitment/truce'), debtor: 'PAK', to: [ref('said/truce/pak'), ref('said/truce/pak-efforts')] }),
  }),
  recorded('incident/paktika', {
    event: 'E05',
    type: 'incident.opened',
    when: LATE_ON_FRIDAY,
    fields: (ref) => ({
      title: told('Air strikes reported as officials travelled to Doha', 'حکام کے دوحہ جاتے ہوئے فضائی حملوں کی اطلاع'),
      place: told('Paktika province: Argun, Barmal', 'صوبہ پکتیکا: ارگون، برمل'),
      confirmation: told('None independent; the hour is not known.', 'کوئی آزادانہ تصدیق نہیں؛ وقت معلوم نہیں۔'),
      sources: [ref('source/usmuslims'), ref('source/news24')],
    }),
  }),
  said('said/paktika/afg', {
    event: 'E05',
    when: LATE_ON_FRIDAY,
    speaker: afg,
    kind: 'assertion',
    words: told(
      'Civilians died, 17 by reports of Tolo News, three cricketers among them; in its view the strikes broke the truce.',
      'شہری ہلاک ہوئے، طلوع نیوز کی اطلاعات میں 17، جن میں تین کرکٹ کھلاڑی تھے؛ اس کی رائے میں حملوں نے جنگ بندی توڑی۔',
    ),
    about: ['incident/paktika'],
    reports: ['PAK'],
    sources: ['source/usmuslims', 'source/news24'],
  }),
]

export const truceAndExtension: readonly Draft[] = [...truce, ...seventeenth]
