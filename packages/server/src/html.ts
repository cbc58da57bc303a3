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

// Most texts hold none of them, and looking costs less than replacing nothing.
const SPECIAL = /[&<>"']/

const written = (part: Part): string => {
  if (part === undefined) return ''
  if (part instanceof Html) return part.text
  if (Array.isArray(part)) {
    let text = ''
    for (const one of part as readonly Part[]) text += written(one)
    return text
  }
  const text = String(part)
  return SPECIAL.test(text) ? text.replace(/[&<>"']/g, (letter) => ENTITIES[letter]!) : text
}

/** A template in which everything but its own letters is escaped: for content and for attributes in quotes alike. */
export const html = (letters: TemplateStringsArray, ...parts: readonly Part[]): Html => {
  let text = letters[0]!
  for (let at = 0; at < parts.length; at++) text += written(parts[at]) + letters[at + 1]!
  return new Html(text)
}
