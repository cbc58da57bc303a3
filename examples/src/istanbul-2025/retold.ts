import type { Draft } from '../script.ts'
import { SEVENTH } from './istanbul-november.ts'
import { asif, htn, tarar } from './speakers.ts'
import { said, told } from './telling.ts'

// 7 November, the minister's account as one outlet retells it, a second minister, and what the outlet says in its own voice.

/** The same minister, as the outlet retells him. */
const retold: readonly Draft[] = [
  said('said/thanks/pak', {
    event: 'E13',
    pair: 'thanks to the mediators',
    when: SEVENTH,
    speaker: asif,
    kind: 'thanks',
    words: told(
      'Thanks TUR and QAT for sincere mediation; both, it says, upheld its position throughout.',
      'TUR اور QAT کی مخلصانہ ثالثی کا شکریہ؛ بقول اس کے دونوں نے برابر اس کے مؤقف کی تائید کی۔',
    ),
    about: ['round/istanbul-november'],
    reports: ['QAT', 'TUR'],
    sources: ['source/htn'],
  }),
  said('said/writing/pak', {
    event: 'E13',
    pair: 'written assurance',
    when: SEVENTH,
    speaker: asif,
    kind: 'demand',
    words: told(
      'In international negotiations what is finally agreed goes on paper; asks for clear written commitments.',
      'بین الاقوامی مذاکرات میں حتمی اتفاق تحریر میں آتا ہے؛ واضح تحریری وعدے چاہتا ہے۔',
    ),
    about: ['issue/writing'],
    sources: ['source/htn', 'source/eranews'],
  }),
  said('said/aloud/pak', {
    event: 'E13',
    pair: 'written assurance',
    when: SEVENTH,
    speaker: asif,
    kind: 'assertion',
    words: told(
      'The other delegation agreed aloud and would not confirm it in writing.',
      'دوسرے وفد نے زبانی اتفاق کیا مگر تحریری تصدیق نہ کی۔',
    ),
    about: ['issue/writing'],
    reports: ['AFG'],
    sources: ['source/htn', 'source/eranews'],
  }),
  said('said/condition/pak', {
    event: 'E13',
    pair: 'two mirrored conditions',
    when: SEVENTH,
    speaker: asif,
    kind: 'undertaking',
    words: told(
      'Keeps the ceasefire for as long as Afghan territory is not used for attacks.',
      'جب تک افغان سرزمین حملوں کے لیے استعمال نہ ہو جنگ بندی پر قائم رہے گا۔',
    ),
    about: ['communique/points'],
    sources: ['source/htn', 'source/eranews'],
  }),
  said('said/demand/pak', {
    event: 'E13',
    pair: 'use of territory',
    when: SEVENTH,
    speaker: asif,
    kind: 'demand',
    words: told(
      'Its only demand: no operations against it from Afghan territory.',
      'واحد مطالبہ: افغان سرزمین اس کے خلاف کارروائیوں کے لیے استعمال نہ ہو۔',
    ),
    about: ['issue/territory'],
    sources: ['source/htn'],
  }),
  said('said/warning/pak', {
    event: 'E13',
    pair: 'use of territory',
    when: SEVENTH,
    speaker: asif,
    kind: 'warning',
    words: told(
      'Any violation from across the border will be answered firmly.',
      'سرحد پار سے ہونے والی ہر خلاف ورزی کا سخت جواب دیا جائے گا۔',
    ),
    about: ['communique/points'],
    sources: ['source/htn', 'source/eranews'],
  }),
  said('said/pledges/pak', {
    event: 'E13',
    pair: 'armed groups',
    when: SEVENTH,
    speaker: tarar,
    kind: 'assertion',
    words: told(
      'AFG is to keep its pledges on terrorism; bears the Afghan people no ill will.',
      'دہشت گردی سے متعلق وعدے AFG پورے کرے؛ افغان عوام سے بدخواہی نہیں۔',
    ),
    about: ['issue/territory'],
    reports: ['AFG'],
    sources: ['source/eranews'],
  }),
]

/** What the outlet says in its own voice: hearsay of the other delegation, its own inferences. */
const outlet: readonly Draft[] = [
  said('said/aloud/htn', {
    event: 'E13',
    when: SEVENTH,
    speaker: htn,
    kind: 'assertion',
    form: 'hearsay',
    words: told(
      'By report, AFG’s delegation went along with PAK’s position in speech and declined to confirm it in writing.',
      'اطلاع کے مطابق AFG کے وفد نے زبانی طور پر PAK کے مؤقف سے اتفاق کیا اور تحریری تصدیق سے گریز کیا۔',
    ),
    quoted: 'reportedly agreed',
    about: ['issue/writing'],
    reports: ['AFG'],
    sources: ['source/htn'],
  }),
  said('said/inference/htn', {
    event: 'E13',
    when: SEVENTH,
    speaker: htn,
    kind: 'view-of-anothers-mind',
    form: 'reported',
    words: told(
      'Infers that trust in AFG’s commitment is fading, among the mediators too; has the minister warn that mediation has limits.',
      'قیاس ہے کہ AFG کے عزم پر اعتماد ثالثوں میں بھی کم ہو رہا ہے؛ وزیر کی یہ تنبیہ نقل کی کہ ثالثی کی حدود ہیں۔',
    ),
    about: ['round/istanbul-november'],
    reports: ['QAT', 'TUR'],
    sources: ['source/htn'],
  }),
  said('said/round/htn', {
    event: 'E13',
    when: SEVENTH,
    speaker: htn,
    kind: 'assertion',
    words: told(
      'Calls it the third round of Istanbul talks, ended without progress.',
      'اسے استنبول مذاکرات کا تیسرا دور کہا، جو پیش رفت کے بغیر ختم ہوا۔',
    ),
    about: ['round/istanbul-november'],
    sources: ['source/htn'],
  }),
]

export const retoldOnTheSeventh: readonly Draft[] = [...retold, ...outlet]
