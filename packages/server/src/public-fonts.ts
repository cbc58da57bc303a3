import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** One face of the look, as a file of the built application. */
export type Face = { readonly family: string; readonly style: 'normal' | 'italic'; readonly range: string; readonly file: string }

const LATIN =
  'U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+0304, U+0308, U+0329, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD'
const LATIN_EXTENDED =
  'U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+0304, U+0308, U+0329, U+1D00-1DBF, U+1E00-1E9F, U+1EF2-1EFF, U+2020, U+20A0-20AB, U+20AD-20C0, U+2113, U+2C60-2C7F, U+A720-A7FF'
const ARABIC =
  'U+0600-06FF, U+0750-077F, U+0870-088E, U+0890-0891, U+0897-08E1, U+08E3-08FF, U+200C-200E, U+2010-2011, U+204F, U+2E41, U+FB50-FDFF, U+FE70-FE74, U+FE76-FEFC'

/** The faces that the public page is set in: what the build calls each begins so. */
const WANTED: readonly (readonly [beginning: string, Omit<Face, 'file'>])[] = [
  ['source-serif-4-latin-opsz-normal-', { family: 'Source Serif 4', style: 'normal', range: LATIN }],
  ['source-serif-4-latin-ext-opsz-normal-', { family: 'Source Serif 4', style: 'normal', range: LATIN_EXTENDED }],
  ['source-serif-4-latin-opsz-italic-', { family: 'Source Serif 4', style: 'italic', range: LATIN }],
  ['inter-latin-wght-normal-', { family: 'Inter', style: 'normal', range: LATIN }],
  ['inter-latin-ext-wght-normal-', { family: 'Inter', style: 'normal', range: LATIN_EXTENDED }],
  ['noto-nastaliq-urdu-arabic-wght-normal-', { family: 'Noto Nastaliq Urdu', style: 'normal', range: ARABIC }],
  ['vazirmatn-arabic-wght-normal-', { family: 'Vazirmatn', style: 'normal', range: ARABIC }],
]

/** The faces that a built application holds, in `<webRoot>/assets`; none where it was not built, and the page is set in the reader's own. */
export const facesIn = (webRoot: string | undefined): readonly Face[] => {
  const folder = webRoot === undefined ? undefined : join(webRoot, 'assets')
  if (folder === undefined || !existsSync(folder)) return []
  const files = readdirSync(folder).filter((file) => file.endsWith('.woff2'))
  return WANTED.flatMap(([beginning, face]) => {
    const file = files.find((one) => one.startsWith(beginning))
    return file === undefined ? [] : [{ ...face, file }]
  })
}
