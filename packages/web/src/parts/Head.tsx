import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { LANGUAGES, OWN_NAME } from '../language/language.ts'
import { useLanguage } from '../language/LanguageRoom.tsx'
import { chooseTheme, firstTheme, THEMES, type Theme } from '../theme.ts'
import { Wordmark } from './marks.tsx'

/** The head of every screen; `title` and `end` are the process's, where there is one. */
export const Head = ({ title, nature, end, nav }: { title?: ReactNode; nature?: ReactNode; end?: ReactNode; nav: ReactNode }) => (
  <header className="top">
    <a className="skip" href="#page">
      <Trans>Skip to the page</Trans>
    </a>
    <div className="head">
      <Link to="/" className="home-link" aria-label="Paraph">
        <Wordmark />
      </Link>
      {title !== undefined && <div className="head-title">{title}</div>}
      {nature}
      <div className="head-end">
        {end}
        <LanguageSwitch />
        <ThemeSwitch />
      </div>
    </div>
    {nav}
  </header>
)

const LanguageSwitch = () => {
  const { language, choose } = useLanguage()
  return LANGUAGES.filter((one) => one !== language).map((one) => (
    <button key={one} type="button" className="switch" lang={one} onClick={() => choose(one)}>
      {OWN_NAME[one]}
    </button>
  ))
}

const ThemeSwitch = () => {
  const { t } = useLingui()
  const [theme, setTheme] = useState<Theme>(firstTheme)
  const names: Record<Theme, string> = { light: t`Light`, dark: t`Dark`, projector: t`Projector` }
  return (
    <select
      className="switch"
      aria-label={t`Theme`}
      value={theme}
      onChange={(event) => {
        const chosen = THEMES.find((one) => one === event.target.value) ?? 'light'
        chooseTheme(chosen)
        setTheme(chosen)
      }}
    >
      {THEMES.map((one) => (
        <option key={one} value={one}>
          {names[one]}
        </option>
      ))}
    </select>
  )
}
