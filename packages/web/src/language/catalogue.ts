import { i18n } from '@lingui/core'
import type { Language } from './language.ts'
import { directionOf } from './language.ts'

const catalogues = {
  en: () => import('../../locales/en.po'),
  ur: () => import('../../locales/ur.po'),
}

/** Loads a language's words and makes it the page's. */
export const speak = async (language: Language): Promise<void> => {
  const { messages } = await catalogues[language]()
  i18n.loadAndActivate({ locale: language, messages })
  document.documentElement.lang = language
  document.documentElement.dir = directionOf(language)
}
