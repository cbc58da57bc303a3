/** The languages of the interface. The direction of a piece of text is its own language's, never the interface's. */
export const LANGUAGES = ['en', 'ur'] as const
export type Language = (typeof LANGUAGES)[number]

/** A language's name in itself. */
export const OWN_NAME: Readonly<Record<Language, string>> = { en: 'English', ur: 'اردو' }

const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'prs', 'ps', 'ur', 'he', 'sd', 'ug', 'ks', 'ckb'])

/** Direction of text in a BCP 47 language. */
export const directionOf = (language: string): 'rtl' | 'ltr' => (RIGHT_TO_LEFT.has(language.split('-')[0] ?? '') ? 'rtl' : 'ltr')

/** What `Intl` is asked for: Latin digits in Urdu, as its press prints dates. */
export const intlOf = (language: string): string => (language === 'ur' ? 'ur-PK-u-nu-latn' : language === 'en' ? 'en-GB' : language)

/** The interface's language at first: the one kept, else the browser's, else English. */
export const firstLanguage = (keptBefore: string | null, browser: readonly string[]): Language => {
  const wanted = [keptBefore, ...browser].map((tag) => tag?.split('-')[0])
  return LANGUAGES.find((language) => language === wanted.find((tag) => LANGUAGES.some((one) => one === tag))) ?? 'en'
}

/** What stands between the parts of a list in a language's script; and between parts that have commas themselves. */
export const commaOf = (language: string): string => (directionOf(language) === 'rtl' ? '، ' : ', ')
export const semicolonOf = (language: string): string => (directionOf(language) === 'rtl' ? '؛ ' : '; ')
