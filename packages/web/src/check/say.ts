import { setupI18n } from '@lingui/core'
import type { Say } from '@paraph/talks'

const catalogues = import.meta.glob<{ messages: Record<string, unknown> }>('../../../talks/locales/*.po')

const voices = new Map<string, Promise<Say>>()

/** How talks' sentences are said in a language: its compiled catalogue, English where it has none. */
export const sayIn = (language: string): Promise<Say> => {
  const voice = voices.get(language) ?? load(language)
  voices.set(language, voice)
  return voice
}

const load = async (language: string): Promise<Say> => {
  const load = catalogues[`../../../talks/locales/${language}.po`] ?? catalogues['../../../talks/locales/en.po']
  const messages = load === undefined ? {} : (await load()).messages
  const i18n = setupI18n({ locale: language, messages: { [language]: messages as never } })
  return ({ id, message }, values = {}) => i18n._(id, { ...values }, { message })
}
