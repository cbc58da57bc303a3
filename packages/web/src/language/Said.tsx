import { Trans } from '@lingui/react/macro'
import type { Words } from '../process/seen.ts'
import { directionOf, LANGUAGES } from './language.ts'
import { useLanguage } from './LanguageRoom.tsx'
import { spoken } from './words.ts'

/** Somebody's words in the reader's language, with their own language and direction. */
export const Said = ({ words, className }: { words: Words; className?: string | undefined }) => {
  const { language } = useLanguage()
  const { text, language: own, fallback } = spoken(words, language)
  return (
    <>
      <span className={className} lang={own} dir={directionOf(own)}>
        {text}
      </span>
      {fallback && <FallbackMark language={own} />}
    </>
  )
}

const FallbackMark = ({ language }: { language: string }) => {
  const { language: here } = useLanguage()
  const known = LANGUAGES.some((one) => one === language)
  if (language === 'en')
    return (
      <span className="meta fallback">
        {' '}
        <Trans>in English</Trans>
      </span>
    )
  if (language === 'ur')
    return (
      <span className="meta fallback">
        {' '}
        <Trans>in Urdu</Trans>
      </span>
    )
  const name = known ? language : (new Intl.DisplayNames([here], { type: 'language' }).of(language) ?? language)
  return (
    <span className="meta fallback">
      {' '}
      <Trans>in {name}</Trans>
    </span>
  )
}

/** Text in a language that is given, for instance words as they were spoken. */
export const InLanguage = ({ language, children, className }: { language: string; children: string; className?: string | undefined }) => (
  <span className={className} lang={language} dir={directionOf(language)}>
    {children}
  </span>
)
