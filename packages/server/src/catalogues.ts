import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { setupI18n } from '@lingui/core'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import type { Say } from '@paraph/talks'
import { LANGUAGES, type Spoken } from './language.ts'
import { parsePo } from './po.ts'

/** Where talks, the contract and the public pages keep their translations: each in its own room; in the published package in a folder beside the bundle. */
export const LOCALES: readonly URL[] = ['talks', 'api', 'server'].map((room) => {
  const packed = new URL(`./locales/${room}/`, import.meta.url)
  return existsSync(packed) ? packed : new URL(`../../${room}/locales/`, import.meta.url)
})

/** How a sentence is said in each language. A message without translation is said in English. */
export type Voices = Readonly<Record<Spoken, Say>>

/** Reads `<language>.po` of every language once, at start. A catalogue that is absent leaves its language in English. */
export const readVoices = (locales: readonly URL[] = LOCALES): Voices => {
  const voice = (language: Spoken): Say => {
    const words = Object.assign({}, ...locales.map((folder) => readCatalogue(new URL(`${language}.po`, folder))))
    const i18n = setupI18n({ locale: language, messages: { [language]: words } })
    i18n.setMessagesCompiler(compileMessage)
    return ({ id, message }, values = {}) => i18n._(id, { ...values }, { message })
  }
  return Object.fromEntries(LANGUAGES.map((language) => [language, voice(language)])) as unknown as Voices
}

const readCatalogue = (file: URL) => {
  let text: string
  try {
    text = readFileSync(fileURLToPath(file), 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {}
    throw error
  }
  return Object.fromEntries([...parsePo(text)].filter(([, words]) => words !== '').map(([id, words]) => [id, compileMessage(words)]))
}
