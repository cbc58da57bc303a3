import type { Draft } from '../script.ts'
import { LOG_KEY } from '../script.ts'
import { day } from '../time.ts'
import { account, ascribed, ownWord, told } from './telling.ts'

/** The body that records everything here, its one key and the member who holds it. */
export const RAPPORTEUR = 'RAP'
export const RAPPORTEUR_KEY = 'RAP/device'
export const RAPPORTEUR_MEMBER = 'rapporteur'

/** Name of the host in the origin of every example's record. */
export const EXAMPLE_HOST = 'paraph-examples'

const opened: Draft = {
  label: 'process/opened',
  events: [],
  person: RAPPORTEUR_MEMBER,
  act: (_ref, publicKeyOf) => ({
    type: 'process.opened',
    v: 1,
    slug: 'istanbul-2025',
    title: told('Istanbul talks, 2025', 'استنبول مذاکرات، 2025'),
    nature: 'reconstruction',
    host: { name: EXAMPLE_HOST, key: publicKeyOf(LOG_KEY) },
    rules: 'paraph/1',
    solemn: ['device'],
    quorum: 'none',
    languages: ['en', 'ur'],
    bodies: [
      {
        id: 'AFG',
        roles: ['party'],
        names: told('Islamic Emirate of Afghanistan', 'امارتِ اسلامیہ افغانستان'),
        keys: [],
      },
      {
        id: 'PAK',
        roles: ['party'],
        names: told('Islamic Republic of Pakistan', 'اسلامی جمہوریہ پاکستان'),
        keys: [],
      },
      { id: 'QAT', roles: ['mediator'], names: told('State of Qatar', 'ریاستِ قطر'), keys: [] },
      { id: 'KSA', roles: ['mediator'], names: told('Kingdom of Saudi Arabia', 'مملکتِ سعودی عرب'), keys: [] },
      { id: 'TUR', roles: ['mediator'], names: told('Republic of Türkiye', 'جمہوریہ ترکیہ'), keys: [] },
      {
        id: RAPPORTEUR,
        roles: ['rapporteur'],
        names: told('Rapporteur of this reconstruction', 'اس تشکیلِ نو کا روداد نویس'),
        keys: [{ key: publicKeyOf(RAPPORTEUR_KEY), kind: 'device', member: RAPPORTEUR_MEMBER }],
      },
    ],
    statusClause: told(
      'A reconstruction from public sources, not an official record. No body named here has joined it, seen it or approved it; everything is recorded about them, with its ground. Each designation is that body’s own: “Islamic Emirate of Afghanistan” and “Islamic Republic of Pakistan” alike are self-designations. Labels, designations, and the recording of anybody’s words imply no recognition, change no legal status, and take no side.',
      'یہ عوامی ماخذ سے تشکیلِ نو ہے، سرکاری ریکارڈ نہیں۔ جن فریقوں کا یہاں ذکر ہے ان میں سے کوئی اس میں شامل نہیں ہوا، نہ کسی نے اسے دیکھا یا منظور کیا؛ سب کچھ ان کے بارے میں بنیاد کے ساتھ درج ہے۔ ہر نام متعلقہ فریق کا اپنا اختیار کردہ ہے: ”امارتِ اسلامیہ افغانستان“ اور ”اسلامی جمہوریہ پاکستان“ دونوں خود اختیار کردہ نام ہیں۔ مختصر نشانات، ناموں اور کسی کے الفاظ کے اندراج سے نہ کسی کو تسلیم کرنا لازم آتا ہے، نہ کسی کی قانونی حیثیت بدلتی ہے، نہ کسی کی طرف داری ہوتی ہے۔',
    ),
    grounds: { agreement: 'consensus', order: { kind: 'alphabetical', language: 'en' }, graceDays: 14 },
    keysArePublic: true,
  }),
}

/** What was searched, and what the pages held leave unanswered, each gap named. */
const covered: Draft = {
  label: 'process/covered',
  events: ['E04a', 'E05', 'E06', 'E08', 'E09', 'E10', 'E12', 'E13', 'E15b', 'E15c', 'E16'],
  act: () => ({
    type: 'process.covered',
    from: '2025-10-09T00:00:00.000Z',
    until: '2025-12-04T00:00:00.000Z',
    zone: 'UTC',
    gaps: [
      told(
        'No page on these talks dated after the first days of December 2025 was found.',
        'دسمبر 2025 کے ابتدائی دنوں کے بعد ان مذاکرات پر کوئی صفحہ نہیں ملا۔',
      ),
      told(
        'The text of the Doha document of 19 October is not public in the pages held; each side describes it, and the descriptions differ.',
        '19 اکتوبر کی دوحہ دستاویز کا متن دستیاب صفحات میں عام نہیں؛ ہر فریق نے اپنا بیان دیا ہے اور یہ بیانات مختلف ہیں۔',
      ),
      told(
        'For the exchange of drafts on 26 October one page was found and no second; the content of PAK’s draft is not reported, nor the zone of the hours.',
        '26 اکتوبر کو مسودوں کے تبادلے پر ایک ہی صفحہ ملا، دوسرا نہیں؛ PAK کے مسودے کا مضمون اور اوقات کا منطقہ مذکور نہیں۔',
      ),
      told(
        'No statement of PAK on the strikes of 17 October in Paktika was found.',
        'پکتیکا میں 17 اکتوبر کے حملوں پر PAK کا کوئی بیان نہیں ملا۔',
      ),
      told(
        'No statement of AFG on the attack of 17 October in North Waziristan, nor on that of 24 November in Peshawar, was found.',
        'شمالی وزیرستان میں 17 اکتوبر اور پشاور میں 24 نومبر کے حملوں پر AFG کا کوئی بیان نہیں ملا۔',
      ),
      told(
        'On 28 and 29 October AFG is heard through its state broadcaster only; its officials made no comment that day, as the pages say.',
        '28 اور 29 اکتوبر کو AFG کا مؤقف صرف سرکاری نشریاتی ادارے سے ملتا ہے؛ صفحات کے مطابق اس روز حکام نے تبصرہ نہیں کیا۔',
      ),
      told(
        'The hour of the Paktika strikes is not known: before or after 13:00 UTC cannot be determined. By both accounts of that day the truce had been extended.',
        'پکتیکا کے حملوں کا وقت معلوم نہیں: 13:00 UTC سے پہلے یا بعد، یہ طے نہیں ہو سکتا۔ اس دن کے دونوں بیانات کے مطابق جنگ بندی میں توسیع ہو چکی تھی۔',
      ),
      told(
        'How each side numbers the rounds is not in the pages held; numbers are those of outlets.',
        'ہر فریق دوروں کا شمار کیسے کرتا ہے، یہ صفحات میں نہیں؛ نمبر اخبارات کے ہیں۔',
      ),
      told(
        'Pages differ on who led AFG’s delegation on 6 November; one alone names the head of PAK’s. The hour at which the round ended is not known.',
        'صفحات متفق نہیں کہ 6 نومبر کو AFG کے وفد کا سربراہ کون تھا؛ PAK کے سربراہ کا نام صرف ایک میں ہے۔ دور کے ختم ہونے کا وقت معلوم نہیں۔',
      ),
      told(
        'On the exchange of fire of 6 November no side’s statement is in the pages held.',
        '6 نومبر کی فائرنگ پر کسی فریق کا بیان دستیاب صفحات میں نہیں۔',
      ),
      told(
        'Whether the mission that TUR announced on 9 November took place is not known.',
        'TUR نے 9 نومبر کو جس مشن کا اعلان کیا وہ ہوا یا نہیں، معلوم نہیں۔',
      ),
      told(
        'The Riyadh contacts rest on officials who were not named; the days are a span, and no government confirmed them at the time.',
        'ریاض کے رابطے ایسے حکام کے حوالے سے ہیں جن کے نام ظاہر نہیں؛ دن ایک مدت کے طور پر دیے گئے، اور اس وقت کسی حکومت نے تصدیق نہیں کی۔',
      ),
      told(
        'Several pages are secondary outlets; official pages were not among those held.',
        'کئی صفحات ثانوی اداروں کے ہیں؛ سرکاری صفحات دستیاب نہیں تھے۔',
      ),
    ],
  }),
}

/** Three tracks; Istanbul continues Doha, Riyadh stands alone. They open where their first meeting is told. */
const tracks: readonly Draft[] = [
  ascribed('track/doha', {
    event: 'E06',
    type: 'track.opened',
    when: day('2025-10-18'),
    to: ['QAT', 'TUR'],
    ground: ownWord('source/menafn'),
    fields: () => ({ track: 'doha', title: told('Doha', 'دوحہ'), mediators: ['QAT', 'TUR'] }),
  }),
  ascribed('track/istanbul', {
    event: 'E06',
    type: 'track.opened',
    when: day('2025-10-19'),
    to: ['QAT', 'TUR'],
    ground: account('PAK', 'source/khabarkada-doha'),
    fields: () => ({ track: 'istanbul', title: told('Istanbul', 'استنبول'), mediators: ['TUR', 'QAT'] }),
  }),
  ascribed('track/linked', {
    event: 'E06',
    type: 'track.linked',
    when: day('2025-10-19'),
    to: ['QAT', 'TUR'],
    ground: account('PAK', 'source/khabarkada-doha'),
    fields: () => ({ tracks: ['doha', 'istanbul'] }),
  }),
  ascribed('track/riyadh', {
    event: 'E16',
    type: 'track.opened',
    when: day('2025-11-30'),
    to: ['KSA'],
    ground: account(told('officials of both sides, not named', 'دونوں فریقوں کے حکام، نام ظاہر نہیں'), 'source/almayadeen'),
    fields: () => ({ track: 'riyadh', title: told('Riyadh', 'ریاض'), mediators: ['KSA'] }),
  }),
]

/** Founding and coverage come before the sources, tracks after them. */
export const founding: readonly Draft[] = [opened, covered]
export const tracksOpened: readonly Draft[] = tracks
