import type { Draft } from '../script.ts'
import { day } from '../time.ts'
import { recorded, told } from './telling.ts'

// Commitments that rest on words of more than one day: the ceasefire with its two mirrored conditions; territory, by one side's claim and by
// the other's own word.

const THIRTIETH = day('2025-10-30')
const SEVENTH = day('2025-11-07')
const EIGHTH = day('2025-11-08')

/** Recorded after both conditions were stated; it happened on the day of the joint points. */
export const ceasefire: readonly Draft[] = [
  recorded('commitment/ceasefire', {
    event: 'E11',
    type: 'commitment.recorded',
    when: THIRTIETH,
    fields: (ref) => ({
      title: told('Continue the ceasefire', 'جنگ بندی جاری رکھنا'),
      words: told('The ceasefire agreed in Doha goes on.', 'دوحہ میں طے شدہ جنگ بندی جاری رہے گی۔'),
      debtors: ['AFG', 'PAK'],
      creditors: ['AFG', 'PAK'],
      from: [ref('communique/points')],
      ends: { words: told('No end is stated', 'کوئی اختتام درج نہیں') },
      conditions: [
        {
          words: told('as long as PAK does not attack', 'جب تک PAK حملہ نہ کرے'),
          on: 'PAK',
          stated: [ref('said/condition/afg')],
        },
        {
          words: told('as long as Afghan territory is not used for attacks', 'جب تک افغان سرزمین حملوں کے لیے استعمال نہ ہو'),
          on: 'AFG',
          stated: [ref('said/condition/pak')],
        },
      ],
      leftOpen: [
        told(
          'What “as long as” means: each side states its own condition, and no reading is agreed.',
          '”جب تک“ کا مفہوم: ہر فریق اپنی شرط بتاتا ہے، کوئی مفہوم طے نہیں۔',
        ),
        told('Who establishes whether a condition is met.', 'شرط پوری ہوئی یا نہیں، یہ کون طے کرے گا۔'),
        told('How it is carried out: left to the meeting of 6 November.', 'عمل درآمد کا طریقہ: 6 نومبر کے اجلاس پر چھوڑا گیا۔'),
      ],
    }),
  }),
  recorded('commitment/ceasefire/pak', {
    event: 'E13',
    type: 'commitment.linked',
    when: SEVENTH,
    fields: (ref) => ({ commitment: ref('commitment/ceasefire'), debtor: 'PAK', to: [ref('said/condition/pak')] }),
  }),
  recorded('commitment/agreed-aloud', {
    event: 'E13',
    type: 'commitment.recorded',
    when: SEVENTH,
    fields: (ref) => ({
      title: told('Agreed aloud, by one side’s account', 'ایک فریق کے بقول زبانی اتفاق'),
      words: told(
        'PAK’s position: that Afghan territory serve no operations against it.',
        'PAK کا مؤقف: افغان سرزمین اس کے خلاف کارروائیوں کے لیے استعمال نہ ہو۔',
      ),
      debtors: ['AFG'],
      creditors: ['PAK'],
      from: [ref('said/aloud/pak'), ref('said/aloud/htn')],
      leftOpen: [
        told('What exactly was agreed aloud is not in the pages held.', 'زبانی طور پر ٹھیک کیا طے پایا، یہ صفحات میں نہیں۔'),
        told('By when, verified by whom, what follows if not.', 'کب تک، تصدیق کون کرے، اور نہ ہو تو کیا۔'),
      ],
    }),
  }),
]

/** After the statement of 8 November. */
export const territory: readonly Draft[] = [
  recorded('commitment/ceasefire/afg', {
    event: 'E14',
    type: 'commitment.linked',
    when: EIGHTH,
    fields: (ref) => ({ commitment: ref('commitment/ceasefire'), debtor: 'AFG', to: [ref('said/no-result/afg')] }),
  }),
  recorded('commitment/territory', {
    event: 'E14',
    type: 'commitment.recorded',
    when: EIGHTH,
    fields: (ref) => ({
      title: told('Territory not used against another country', 'سرزمین کسی دوسرے ملک کے خلاف استعمال نہ ہو'),
      words: told(
        'Let nobody use its territory against another country.',
        'کسی کو اپنی سرزمین کسی دوسرے ملک کے خلاف استعمال نہ کرنے دینا۔',
      ),
      debtors: ['AFG'],
      from: [ref('said/territory/afg')],
      leftOpen: [
        told('To whom it is owed.', 'یہ کس سے وعدہ ہے۔'),
        told('Verified by whom, what follows if not.', 'تصدیق کون کرے، اور نہ ہو تو کیا۔'),
      ],
    }),
  }),
]

/** After the words of unnamed officials about the contacts in Riyadh. */
export const keptInRiyadh: readonly Draft[] = (['AFG', 'PAK'] as const).map((debtor) =>
  recorded(`commitment/ceasefire/riyadh-${debtor.toLowerCase()}`, {
    event: 'E16',
    type: 'commitment.linked',
    when: day('2025-12-03'),
    fields: (ref) => ({ commitment: ref('commitment/ceasefire'), debtor, to: [ref(`said/riyadh/${debtor.toLowerCase()}`)] }),
  }),
)
