import type { Draft } from '../script.ts'
import { day, type Time } from '../time.ts'
import { type Told, told } from './telling.ts'

type Page = {
  readonly address: string
  readonly publisher: string
  readonly voice?: 'state-media'
  /** the day, where the address itself carries it */
  readonly on?: string
  readonly origin?: string
  readonly note?: Told
}

/** A step that captures a page, and the dated events that the page was listed for. No page is held, only its address: no snapshot. */
const page = (name: string, events: readonly string[], { address, publisher, voice, on, origin, note }: Page): Draft => ({
  label: `source/${name}`,
  events,
  act: () => ({
    type: 'source.captured',
    address,
    publisher,
    voice: voice ?? 'outlet',
    language: 'en',
    ...(on === undefined ? {} : { published: day(on) as Time }),
    dated: on === undefined ? 'not-known' : 'in-address',
    ...(origin === undefined ? {} : { origin }),
    ...(note === undefined ? {} : { note }),
  }),
})

const october: readonly Draft[] = [
  page('hurriyet', ['E01', 'E10', 'E11'], {
    address: 'https://www.hurriyetdailynews.com/turkiye-says-pakistan-afghanistan-talks-to-resume-215217',
    publisher: 'Hürriyet Daily News',
  }),
  page('bizonews', ['E01'], {
    address: 'https://bizonews.com/2025/10/15/explosions-in-kabul-and-exchanges-of-fire-pakistan-announces-temporary-ceasefire',
    publisher: 'Bizo News',
    on: '2025-10-15',
  }),
  page('alexa', ['E02'], { address: 'https://www.alexa.ng/2025/10/deadly-border-clashes-claim-dozens-of.html', publisher: 'Alexa.ng' }),
  page('nowtrending', ['E02'], {
    address: 'https://nowtrending.live/article.php?id=afghanistan-pakistan-agree-to-ceasefire-after-deadly-border-clashes',
    publisher: 'Now Trending',
  }),
  page('particle', ['E03', 'E04'], {
    address: 'https://particle.news/story/fresh-pakistanafghanistan-border-clashes-kill-dozens-shut-key-crossings',
    publisher: 'Particle News',
  }),
  page('twf', ['E03', 'E04'], {
    address:
      'https://twfindia.in/public/index.php/news/pakistan-afghanistan-agree-to-48-hour-ceasefire-after-deadly-border-clashes/details',
    publisher: 'TWF India',
  }),
  page('cna', ['E04a', 'E05a', 'E05b'], {
    address: 'https://www.channelnewsasia.com/world/pakistan-afghanistan-extend-ceasefire-doha-talks-set-begin-5410011',
    publisher: 'CNA',
  }),
  page('blinknews', ['E04a'], {
    address: 'https://blinknews.blog/pakistan-afghanistan-extend-ceasefire-doha-talks-7-soldiers-killed-17-october-2025',
    publisher: 'Blink News',
    on: '2025-10-17',
    note: told('The day in the address may be that of the events.', 'پتے میں درج تاریخ واقعات کی بھی ہو سکتی ہے۔'),
  }),
  page('anewz', ['E05a'], {
    address: 'https://anewz.tv/world/world-news/14375/pakistan-afghanistan-ceasefire-extended-until-end-of-doha/news',
    publisher: 'AnewZ',
  }),
  page('thenews', ['E05a'], {
    address: 'https://www.thenews.com.pk/latest/1351792-islamabad-kabul-extend-ceasefire-ahead-of-doha-peace-talks',
    publisher: 'The News International',
  }),
  page('mscoz', ['E05a'], { address: 'https://mscoz.com/pakistan-and-afghanistan-ceasefire-extended/', publisher: 'Mscoz' }),
  page('republicpolicy', ['E05b'], { address: 'https://republicpolicy.com/?p=109481', publisher: 'Republic Policy' }),
  page('usmuslims', ['E05'], {
    address: 'https://usmuslims.com/pakistan-afghanistan-agree-to-immediate-ceasefire-in-doha-talks-says-qatar-320248h.htm',
    publisher: 'US Muslims',
  }),
  page('news24', ['E05'], {
    address:
      'https://news24online.com/world/qatar-says-pakistan-and-afghanistan-agree-to-immediate-ceasefire-plan-follow-up-talks-to-sustain-peace/653225',
    publisher: 'News24',
  }),
  page('menafn', ['E06'], {
    address: 'https://menafn.com/1110215738/Qatari-Foreign-Ministry-Announces-Ceasefire-Between-Pakistan-Afghanistan',
    publisher: 'MENAFN',
  }),
  page('ary', ['E06'], {
    address: 'https://arynews.tv/pakistan-afghanistan-agree-to-ceasefire-in-doha-talks-qatar.amp',
    publisher: 'ARY News',
  }),
  page('khabarkada-doha', ['E06'], {
    address:
      'https://khabarkada.com/pakistan-afghanistan-reach-ceasefire-deal-in-doha-pledge-to-respect-sovereignty-meet-again-in-istanbul-on-oct-25',
    publisher: 'Khabarkada',
  }),
  page('ariana', ['E06'], {
    address: 'https://www.ariananews.af/afghanistan-and-pakistan-agree-to-immediate-ceasefire-after-doha-talks/amp',
    publisher: 'Ariana News',
  }),
  page('dawn', ['E06'], { address: 'https://www.dawn.com/news/1950026/turkiye-qatar-help-seal-truce-on-western-front', publisher: 'Dawn' }),
  page('brecorder', ['E07'], {
    address: 'https://www.brecorder.com/news/40389285/istanbul-talks-continue-between-pakistan-and-afghanistan',
    publisher: 'Business Recorder',
  }),
  page('sundayguardian', ['E08'], {
    address:
      'https://sundayguardianlive.com/news/afghanistan-pakistan-resume-istanbul-talks-to-finalize-ceasefire-border-mechanism-158217/amp',
    publisher: 'The Sunday Guardian',
  }),
  page('devdiscourse', ['E09'], {
    address: 'https://www.devdiscourse.com/article/politics/3675128-stalemate-in-istanbul-pakistan-and-afghanistans-peace-talks-extend',
    publisher: 'Devdiscourse',
  }),
  page('diplomacypakistan', ['E10'], { address: 'https://www.diplomacypakistan.com/?p=28585', publisher: 'Diplomacy Pakistan' }),
  page('didpress', ['E10'], { address: 'https://en.didpress.com/?p=20728', publisher: 'Did Press Agency' }),
  page('trt-points', ['E11'], {
    address: 'https://www.trtworld.com/article/d9c19645a415/amp',
    publisher: 'TRT World',
    voice: 'state-media',
  }),
  page('caliber', ['E11'], {
    address: 'https://caliber.az/en/post/official-afghanistan-pakistan-agree-to-follow-up-talks-in-istanbul',
    publisher: 'Caliber.Az',
  }),
  page('ilkha', ['E11'], {
    address: 'https://www.ilkha.com/english/world/afghanistan-pakistan-talks-in-istanbul-end-with-agreement-to-reconvene-488409',
    publisher: 'ILKHA',
  }),
  page('groundzero', ['E11'], { address: 'https://groundzero.pk/?p=7171', publisher: 'Ground Zero' }),
]

/** The minister's account that the project began with. It has no address; its stray marks stay as printed. */
const seed: Draft = {
  label: 'source/htn',
  events: ['E13'],
  act: () => ({
    type: 'source.captured',
    publisher: 'HTN World',
    voice: 'outlet',
    language: 'en',
    published: day('2025-11-07', { as: 'November 7, 2025' }),
    dated: 'by-content',
    note: told(
      "No address held. The dateline has no date; the day is that of a post of the outlet's own which it embeds, cut short after “He further stated…” before a picture link. A stray full stop stands after “waning”. The minister's words are quoted in the post; elsewhere the outlet retells them and adds inferences of its own.",
      'پتہ دستیاب نہیں۔ خبر کی سطرِ مقام پر تاریخ نہیں؛ دن ادارے کی اپنی شامل کردہ پوسٹ کا ہے جو تصویر کے ربط سے پہلے “He further stated…” پر کٹ جاتی ہے۔ “waning” کے بعد ایک زائد نقطہ ہے۔ وزیر کے الفاظ پوسٹ میں منقول ہیں؛ باقی جگہ ادارہ انہیں اپنے لفظوں میں دہراتا ہے اور اپنے قیاس شامل کرتا ہے۔',
    ),
  }),
}

const november: readonly Draft[] = [
  page('econotimes', ['E12', 'E14'], {
    address: 'https://econotimes.com/Afghanistan-Pakistan-Peace-Talks-Collapse-but-Ceasefire-Holds-Amid-Rising-Tensions-1725483',
    publisher: 'EconoTimes',
  }),
  page('afintl', ['E12', 'E14'], {
    address: 'https://www.afintl.com/en/202511083179',
    publisher: 'Afghanistan International',
    on: '2025-11-08',
  }),
  page('pakistantoday', ['E12', 'E15b'], {
    address:
      'https://www.pakistantoday.com.pk/2025/11/09/turkiyes-top-officials-to-visit-pakistan-next-week-over-tensions-with-afghanistan-president-erdogan',
    publisher: 'Pakistan Today',
    on: '2025-11-09',
  }),
  seed,
  page('eranews', ['E13'], {
    address: 'https://eranewshd.com/pakistan/pakistan-afghanistan-istanbul-talks-hit-deadlock',
    publisher: 'Era News HD',
  }),
  page('ndtv', ['E14'], {
    address: 'https://www.ndtv.com/world-news/ready-for-war-taliban-warns-pakistan-after-istanbul-talks-collapse-again-9599593',
    publisher: 'NDTV',
  }),
  page('newsx', ['E14b'], {
    address:
      'https://www.newsx.com/world/a-fatwa-demand-that-taliban-rejected-led-to-collapse-of-pakistan-afghanistan-peace-talks-what-we-know-109349/',
    publisher: 'NewsX',
  }),
  page('gvs', ['E14b'], {
    address: 'https://www.globalvillagespace.com/afghan-taliban-rejects-pakistan-demand-for-fatwa-against-militants-but-why',
    publisher: 'Global Village Space',
  }),
  page('indiatoday', ['E14b'], {
    address:
      'https://www.indiatoday.in/amp/world/story/pakistan-afghanistan-talks-taliban-snub-islamabad-amir-akhundzada-isnt-mullah-after-pak-ttp-fatwa-2818303-2025-11-12',
    publisher: 'India Today',
    on: '2025-11-12',
  }),
  page('khabarkada-ministry', ['E15'], {
    address: 'https://khabarkada.com/pakistan-calls-for-concrete-taliban-action-against-cross-border-terrorism-following-istanbul-talks',
    publisher: 'Khabarkada',
  }),
  page('trt-mission', ['E15b'], {
    address: 'https://www.trtworld.com/article/77a984030061',
    publisher: 'TRT World',
    voice: 'state-media',
  }),
]

const fromLateNovember: readonly Draft[] = [
  page('globalsecurity', ['E15c'], {
    address: 'https://www.globalsecurity.org/military/library/news/2025/11/mil-251125-presstv02.htm',
    publisher: 'GlobalSecurity.org',
    voice: 'state-media',
    on: '2025-11-25',
    origin: 'Press TV',
  }),
  page('nationalherald', ['E15c'], {
    address:
      'https://www.nationalheraldindia.com/international/afghanistan-accuses-pakistan-of-deadly-overnight-airstrikes-that-killed-nine-children',
    publisher: 'National Herald',
  }),
  page('thenational', ['E15d'], {
    address: 'https://www.thenationalnews.com/news/asia/2025/11/25/at-least-10-killed-after-pakistan-bombs-afghanistan-province/',
    publisher: 'The National',
    on: '2025-11-25',
  }),
  page('shafaq', ['E15d'], {
    address: 'https://www.shafaq.com/en/World/Pakistani-strikes-kill-10-civilians-in-Afghanistan',
    publisher: 'Shafaq News',
  }),
  page('evrimagaci', ['E15d'], {
    address: 'https://evrimagaci.org/gpt/deadly-afghan-airstrike-claims-spark-cross-border-crisis-517705',
    publisher: 'Evrim Ağacı',
  }),
  page('almayadeen', ['E16'], {
    address: 'https://english.almayadeen.net/news/politics/afghanistan--pakistan-hold-saudi-mediated-peace-talks',
    publisher: 'Al Mayadeen',
    origin: 'Reuters',
  }),
  page('lokmat', ['E16'], {
    address: 'https://www.lokmattimes.com/international/saudi-arabia-mediated-pak-afghan-truce-talk-fails-in-riyadh-report',
    publisher: 'Lokmat Times',
    origin: 'Reuters',
  }),
]

/** Every page that the reconstruction rests on. Titles are the outlets' own wording and are left out; addresses stand as found. */
export const sources: readonly Draft[] = [...october, ...november, ...fromLateNovember]
