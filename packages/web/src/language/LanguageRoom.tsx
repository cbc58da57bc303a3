import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react'
import { kept } from '../kept.ts'
import { speak } from './catalogue.ts'
import { commaOf, type Language } from './language.ts'

type Choice = { readonly language: Language; readonly choose: (language: Language) => void }
const Chosen = createContext<Choice>({ language: 'en', choose: () => {} })

/** The interface's language for everything inside; the catalogue of `first` is loaded before this is rendered. */
export const LanguageRoom = ({ first, children }: { first: Language; children: ReactNode }) => {
  const [language, setLanguage] = useState(first)
  const choose = useCallback((next: Language) => {
    kept.write('language', next)
    speak(next).then(() => setLanguage(next))
  }, [])
  const choice = useMemo(() => ({ language, choose }), [language, choose])
  return (
    <Chosen value={choice}>
      <I18nProvider i18n={i18n}>{children}</I18nProvider>
    </Chosen>
  )
}

export const useLanguage = (): Choice => useContext(Chosen)

/** Several tokens one after the other, as the interface's script parts them. */
export const useListed = (): ((tokens: readonly string[]) => string) => {
  const { language } = useLanguage()
  return (tokens) => tokens.join(commaOf(language))
}
