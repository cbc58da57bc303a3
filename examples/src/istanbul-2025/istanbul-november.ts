import type { Draft } from '../script.ts'
import { day } from '../time.ts'
import { mostOutlets } from './doha.ts'
import { asif } from './speakers.ts'
import { account, ascribed, ownWord, recorded, said, told } from './telling.ts'

// 6 and 7 November, Istanbul: the round, who led it by whose account, and what one side says at its end. Order within 7 November is unknown.

const SIXTH = day('2025-11-06')
export const SEVENTH = day('2025-11-07')

const opening = {
  track: 'istanbul',
  place: told('Istanbul', 'استنبول'),
  mediators: ['TUR', 'QAT'],
  takesPart: ['AFG', 'PAK'],
}

const round: readonly Draft[] = [
  ascribed('round/istanbul-november/opened', {
    event: 'E12',
    type: 'round.opened',
    when: SIXTH,
    to: ['QAT', 'TUR'],
    ground: account(told('several pages; for PAK’s head one alone', 'کئی صفحات؛ PAK کے سربراہ کے لیے صرف ایک'), 'source/pakistantoday'),
    fields: (ref) => ({
      round: ref('round/istanbul-november'),
      ...opening,
      number: [
        { by: mostOutlets, number: 3 },
        {
          by: told('HTN World, which speaks of Istanbul talks alone', 'ایچ ٹی این ورلڈ، جو صرف استنبول مذاکرات کا ذکر کرتا ہے'),
          number: 3,
        },
      ],
      heads: [
        { body: 'AFG', name: told('Abdul Haq Waseq', 'عبدالحق واثق') },
        { body: 'PAK', name: told('Asim Malik', 'عاصم ملک'), office: told('Lieutenant General', 'لیفٹیننٹ جنرل') },
      ],
    }),
  }),
  ascribed('round/istanbul-november/other-head', {
    event: 'E12',
    type: 'round.opened',
    when: SIXTH,
    to: ['QAT', 'TUR'],
    ground: account(told('other pages', 'دیگر صفحات'), 'source/afintl'),
    fields: (ref) => ({
      round: ref('round/istanbul-november'),
      ...opening,
      heads: [{ body: 'AFG', name: told('Rahmatullah Najib', 'رحمت اللہ نجیب') }],
    }),
  }),
  recorded('incident/border-fire', {
    event: 'E12',
    type: 'incident.opened',
    when: SIXTH,
    fields: (ref) => ({
      title: told('Brief exchange of fire at the border', 'سرحد پر مختصر فائرنگ کا تبادلہ'),
      place: told('Border; no place named', 'سرحد؛ مقام مذکور نہیں'),
      confirmation: told('Reported by outlets; none independent.', 'اخباری اطلاع؛ کوئی آزادانہ تصدیق نہیں۔'),
      sources: [ref('source/econotimes')],
    }),
  }),
]

const ending: readonly Draft[] = [
  ascribed('round/istanbul-november/closed', {
    event: 'E13',
    type: 'round.closed',
    when: SEVENTH,
    to: ['QAT', 'TUR'],
    ground: account('PAK', 'source/htn'),
    fields: (ref) => ({
      round: ref('round/istanbul-november'),
      outcome: 'no-result',
      words: told('PAK’s delegation returned with nothing in hand.', 'PAK کا وفد خالی ہاتھ لوٹا۔'),
    }),
  }),
  ascribed('issue/writing', {
    event: 'E13',
    type: 'issue.tabled',
    when: SEVENTH,
    to: ['PAK'],
    ground: ownWord('source/htn'),
    fields: () => ({ title: told('Whether what is said is put in writing', 'زبانی بات تحریر میں آئے یا نہیں'), track: 'istanbul' }),
  }),
]

/** The minister himself, as the outlet's post quotes him. */
const minister: readonly Draft[] = [
  said('said/deadlock/pak', {
    event: 'E13',
    pair: 'how the round of 6 and 7 November ended',
    when: SEVENTH,
    speaker: asif,
    kind: 'assertion',
    form: 'direct',
    words: told(
      'Calls the talks wholly deadlocked; a next round has no date.',
      'مذاکرات کو مکمل تعطل کا شکار کہا؛ اگلے دور کی کوئی تاریخ نہیں۔',
    ),
    quoted: 'complete deadlock',
    about: ['round/istanbul-november'],
    sources: ['source/htn', 'source/eranews'],
  }),
  ascribed('deadlock/pak', {
    event: 'E13',
    type: 'deadlock.called',
    when: SEVENTH,
    to: ['PAK'],
    ground: ownWord('source/htn'),
    fields: (ref) => ({
      track: 'istanbul',
      round: ref('round/istanbul-november'),
      issues: [ref('issue/territory'), ref('issue/writing')],
      words: told('a complete deadlock, with no date for a next round', 'مکمل تعطل، اگلے دور کی کوئی تاریخ نہیں'),
      quoted: { language: 'en', text: 'complete deadlock' },
      statement: ref('said/deadlock/pak'),
    }),
  }),
  said('said/mediators-mind/pak', {
    event: 'E13',
    pair: 'how the round of 6 and 7 November ended',
    when: SEVENTH,
    speaker: asif,
    kind: 'view-of-anothers-mind',
    form: 'direct',
    words: told(
      'Takes its empty-handed return as proof that the mediators too have given up hope in AFG.',
      'خالی ہاتھ واپسی کو اس بات کا ثبوت سمجھتا ہے کہ ثالث بھی AFG سے امید چھوڑ چکے ہیں۔',
    ),
    quoted: 'even the mediators no longer have hope from Afghanistan',
    about: ['round/istanbul-november'],
    reports: ['QAT', 'TUR'],
    sources: ['source/htn'],
  }),
]

export const istanbulInNovember: readonly Draft[] = [...round, ...ending, ...minister]
