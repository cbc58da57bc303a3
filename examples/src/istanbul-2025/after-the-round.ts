import type { Draft } from '../script.ts'
import { day, days } from '../time.ts'
import { SEVENTH } from './istanbul-november.ts'
import { chaudhryOfState, mujahid, najib } from './speakers.ts'
import { account, ascribed, said, told } from './telling.ts'

// 8 to 12 November: the other side's account of the round, and a demand of the round told by both.

const EIGHTH = day('2025-11-08')
const EIGHTH_TO_TWELFTH = days('2025-11-08', '2025-11-12')

const eighth: readonly Draft[] = [
  ascribed('round/istanbul-november/closed/afg', {
    event: 'E14',
    type: 'round.closed',
    when: SEVENTH,
    to: ['QAT', 'TUR'],
    ground: account('AFG', 'source/ndtv'),
    fields: (ref) => ({
      round: ref('round/istanbul-november'),
      outcome: 'no-result',
      words: told('The round yielded nothing.', 'دور سے کچھ حاصل نہ ہوا۔'),
    }),
  }),
  said('said/good-faith/afg', {
    event: 'E14',
    pair: 'how the round of 6 and 7 November ended',
    when: EIGHTH,
    speaker: mujahid,
    kind: 'assertion',
    words: told('Its delegation attended honestly, and with powers.', 'اس کا وفد نیک نیتی اور اختیار کے ساتھ شریک ہوا۔'),
    quoted: 'in good faith and with appropriate authority',
    about: ['round/istanbul-november'],
    sources: ['source/ndtv', 'source/afintl'],
  }),
  said('said/responsibility/afg', {
    event: 'E14',
    pair: 'written assurance',
    when: EIGHTH,
    speaker: mujahid,
    kind: 'assertion',
    words: told(
      'PAK tried to put all responsibility for its own security on Kabul, and was not willing to carry any of it itself.',
      'PAK نے اپنی سلامتی کی ساری ذمہ داری کابل پر ڈالنا چاہی، اور خود کوئی ذمہ داری لینے پر آمادہ نہ تھا۔',
    ),
    about: ['issue/writing'],
    reports: ['PAK'],
    sources: ['source/ndtv', 'source/afintl'],
  }),
  said('said/territory/afg', {
    event: 'E14',
    pair: 'use of territory',
    when: EIGHTH,
    speaker: mujahid,
    kind: 'undertaking',
    words: told(
      'Lets nobody use its territory against another country, and lets no country act against its sovereignty.',
      'کسی کو اپنی سرزمین دوسرے ملک کے خلاف استعمال نہ کرنے دے گا، نہ کسی ملک کو اپنی خودمختاری کے خلاف اقدام کرنے دے گا۔',
    ),
    about: ['issue/territory', 'issue/sovereignty'],
    sources: ['source/ndtv', 'source/afintl'],
  }),
  said('said/thanks/afg', {
    event: 'E14',
    pair: 'thanks to the mediators',
    when: EIGHTH,
    speaker: mujahid,
    kind: 'thanks',
    words: told(
      'Thanks TUR and QAT, which hosted and mediated between the two sides in these talks.',
      'TUR اور QAT کا شکریہ، جنہوں نے ان مذاکرات میں دونوں فریقوں کے درمیان میزبانی اور ثالثی کی۔',
    ),
    about: ['round/istanbul-november'],
    sources: ['source/ndtv'],
  }),
  said('said/old-question/afg', {
    event: 'E14',
    pair: 'armed groups',
    when: EIGHTH,
    speaker: mujahid,
    kind: 'assertion',
    words: told(
      'The matter of the TTP is not a new one: by its account it dates from 2002.',
      'ٹی ٹی پی کا معاملہ نیا نہیں: اس کے بقول یہ 2002 سے ہے۔',
    ),
    about: ['issue/territory'],
    sources: ['source/afintl'],
  }),
  said('said/attitude/afg', {
    event: 'E14',
    pair: 'how the round of 6 and 7 November ended',
    when: EIGHTH,
    speaker: mujahid,
    kind: 'assertion',
    words: told('PAK’s attitude left it without result.', 'PAK کے رویے سے یہ بے نتیجہ رہا۔'),
    quoted: 'irresponsible and non-cooperative attitude',
    about: ['round/istanbul-november'],
    reports: ['PAK'],
    sources: ['source/ndtv', 'source/afintl'],
  }),
  // The last of the day's words about the round, without a quotation that would stand for the whole: it holds the account against the call.
  said('said/no-result/afg', {
    event: 'E14',
    pair: 'how the round of 6 and 7 November ended',
    when: EIGHTH,
    speaker: mujahid,
    kind: 'assertion',
    words: told(
      'The round gave no result; AFG came in good faith, has not broken the ceasefire and keeps it.',
      'دور بے نتیجہ رہا؛ AFG نیک نیتی سے آیا، جنگ بندی نہیں توڑی اور اس پر قائم ہے۔',
    ),
    about: ['round/istanbul-november', 'communique/points'],
    sources: ['source/ndtv', 'source/afintl', 'source/econotimes'],
  }),
]

const ruling: readonly Draft[] = [
  ascribed('issue/ruling', {
    event: 'E14b',
    type: 'issue.tabled',
    when: EIGHTH_TO_TWELFTH,
    to: ['PAK'],
    ground: account('AFG', 'source/newsx'),
    fields: () => ({ title: told('A religious ruling against attacks', 'حملوں کے خلاف مذہبی فتویٰ'), track: 'istanbul' }),
  }),
  said('said/ruling/afg', {
    event: 'E14b',
    pair: 'a religious ruling',
    when: EIGHTH_TO_TWELFTH,
    speaker: najib,
    kind: 'offer',
    words: told(
      'The leader issues orders, not rulings; a request in writing may go to the body that gives rulings, which would look into it.',
      'رہبر احکام دیتے ہیں، فتوے نہیں؛ تحریری درخواست فتویٰ دینے والے ادارے کو بھیجی جا سکتی ہے، جو اس پر غور کرے گا۔',
    ),
    about: ['issue/ruling'],
    sources: ['source/newsx', 'source/gvs', 'source/indiatoday'],
  }),
  said('said/ruling/pak', {
    event: 'E14b',
    pair: 'a religious ruling',
    when: EIGHTH_TO_TWELFTH,
    speaker: chaudhryOfState,
    kind: 'view-of-anothers-mind',
    words: told(
      'The other side has no will to have such a ruling issued, because, in his view, it makes use of those groups.',
      'دوسرا فریق ایسا فتویٰ جاری کرانے کا ارادہ نہیں رکھتا، کیونکہ ان کی رائے میں وہ انہی گروہوں سے کام لیتا ہے۔',
    ),
    about: ['issue/ruling'],
    reports: ['AFG'],
    sources: ['source/newsx', 'source/gvs', 'source/indiatoday'],
  }),
]

export const accountOfTheEighth: readonly Draft[] = eighth
export const rulingAskedFor: readonly Draft[] = ruling
