import { kept } from './kept.ts'

export const THEMES = ['light', 'dark', 'projector'] as const
export type Theme = (typeof THEMES)[number]

const isTheme = (text: string | null): text is Theme => THEMES.some((theme) => theme === text)

/** The theme at first: the one kept, else what the system prefers. */
export const firstTheme = (): Theme => {
  const before = kept.read('theme')
  if (isTheme(before)) return before
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

export const wear = (theme: Theme): void => {
  document.documentElement.dataset['theme'] = theme
}

export const chooseTheme = (theme: Theme): void => {
  kept.write('theme', theme)
  wear(theme)
}
