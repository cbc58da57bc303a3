/** A piece of HTML that is safe to send: made by `html` alone. */
export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

/** What may stand in a template: texts and numbers are escaped, pieces stand as they are, lists one after the other, nothing for undefined. */
export type Part = string | number | Html | undefined | readonly Part[]

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

const written = (part: Part): string => {
  if (part === undefined) return ''
  if (part instanceof Html) return part.text
  if (Array.isArray(part)) return (part as readonly Part[]).map(written).join('')
  return String(part).replace(/[&<>"']/g, (letter) => ENTITIES[letter]!)
}

/** A template in which everything but its own letters is escaped: for content and for attributes in quotes alike. */
export const html = (letters: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  new Html(letters.reduce((text, letter, at) => text + written(parts[at - 1]) + letter))
