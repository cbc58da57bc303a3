/** Languages that the host speaks, the first where the reader asks for none of them. */
export const LANGUAGES = ['en', 'ur'] as const
export type Spoken = (typeof LANGUAGES)[number]

/** Characters of an `Accept-Language` that are looked at. */
const ACCEPT_LENGTH = 200

/** The language of ours that the reader likes best (RFC 9110, section 12.5.4): by weight, then by order; a region counts as its language. */
export const negotiate = (accepted: string | undefined): Spoken => {
  if (accepted === undefined) return LANGUAGES[0]
  let best: { language: Spoken; weight: number } | undefined
  for (const part of accepted.slice(0, ACCEPT_LENGTH).split(',')) {
    const [range = '', ...parameters] = part.trim().split(';')
    const quality = parameters
      .map((parameter) => /^\s*q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*$/i.exec(parameter)?.[1])
      .find((q) => q !== undefined)
    const weight = quality === undefined ? 1 : Number(quality)
    const primary = range.toLowerCase().split('-')[0]
    const language = primary === '*' ? LANGUAGES[0] : LANGUAGES.find((spoken) => spoken === primary)
    if (language !== undefined && weight > (best?.weight ?? 0)) best = { language, weight }
  }
  return best?.language ?? LANGUAGES[0]
}
