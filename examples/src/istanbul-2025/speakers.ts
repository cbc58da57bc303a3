import { type SpeakerOf, type Told, told } from './telling.ts'

// One entry a speaker, the same fields for every side: name and office where the pages give them, else the body alone.

const officer = (body: string, voice: SpeakerOf['voice'], office: Told, name?: Told): SpeakerOf => ({
  who: { body, ...(name === undefined ? {} : { name }), office },
  voice,
})

const notNamed = told('Official, not named', 'عہدیدار، نام ظاہر نہیں کیا گیا')
const foreignMinistry = told('Foreign ministry', 'وزارتِ خارجہ')

export const pak: SpeakerOf = { who: { body: 'PAK' }, voice: 'official' }
export const asif = officer('PAK', 'official', told('Minister of Defence', 'وزیرِ دفاع'), told('Khawaja Asif', 'خواجہ آصف'))
export const tarar = officer('PAK', 'official', told('Minister of Information', 'وزیرِ اطلاعات'), told('Tarar', 'تارڑ'))
export const dar = officer('PAK', 'official', told('Minister for Foreign Affairs', 'وزیرِ خارجہ'), told('Dar', 'ڈار'))
export const chaudhryOfState = officer('PAK', 'official', told('Minister of State', 'وزیرِ مملکت'), told('Chaudhry', 'چودھری'))
export const chaudhryOfTheMilitary = officer(
  'PAK',
  'spokesperson',
  told('Spokesman of the military', 'فوج کے ترجمان'),
  told('Chaudhry', 'چودھری'),
)
export const pakMilitary = officer('PAK', 'spokesperson', told('Media office of the military (ISPR)', 'فوج کا شعبۂ تعلقاتِ عامہ'))
export const pakOffices = officer('PAK', 'official', told('Office of the Prime Minister; the military', 'دفترِ وزیرِ اعظم؛ فوج'))
export const pakPresident = officer('PAK', 'official', told('President', 'صدر'))
export const pakForeignMinistry = officer('PAK', 'spokesperson', foreignMinistry)
export const pakTelevision = officer('PAK', 'state-media', told('State television', 'سرکاری ٹیلی وژن'))
export const pakDiplomat = officer('PAK', 'unnamed-official', told('Diplomatic source, not named', 'سفارتی ذریعہ، نام ظاہر نہیں کیا گیا'))
export const pakOfficial = officer('PAK', 'unnamed-official', notNamed)

export const afg: SpeakerOf = { who: { body: 'AFG' }, voice: 'official' }
export const mujahid = officer('AFG', 'spokesperson', told('Spokesman', 'ترجمان'), told('Mujahid', 'مجاہد'))
export const najib = officer('AFG', 'official', told('Head of the delegation', 'سربراہِ وفد'), told('Rahmatullah Najib', 'رحمت اللہ نجیب'))
export const afgBroadcaster = officer('AFG', 'state-media', told('State broadcaster RTA', 'سرکاری نشریاتی ادارہ آر ٹی اے'))
export const afgInQatar = officer(
  'AFG',
  'unnamed-official',
  told('Sources in Qatar, not named, through Tolo News', 'قطر میں ذرائع، نام ظاہر نہیں، بذریعہ طلوع نیوز'),
)
export const afgOfficial = officer('AFG', 'unnamed-official', notNamed)

export const erdogan = officer('TUR', 'official', told('President', 'صدر'), told('Erdoğan', 'ایردوان'))

const outlet = (en: string, ur: string): SpeakerOf => ({ who: { name: told(en, ur) }, voice: 'outlet' })
export const particle = outlet('Particle News', 'پارٹیکل نیوز')
export const ariana = outlet('Ariana News', 'آریانا نیوز')
export const recorder = outlet('Business Recorder', 'بزنس ریکارڈر')
export const devdiscourse = outlet('Devdiscourse', 'ڈیوڈسکورس')
export const htn = outlet('HTN World', 'ایچ ٹی این ورلڈ')
