import { Beyond } from './beyond.ts'
import { attribute, childrenOf, type Element, isElement, type Node, textNode } from './html-tree.ts'
import { type Note, TEXT_LIMIT } from './reading.ts'

/** Paragraphs: a blank line before and after. */
const PARAGRAPHS = new Set('p h1 h2 h3 h4 h5 h6 blockquote pre ul ol dl table figure section article main hr'.split(' '))
/** Lines of their own. */
const LINES = new Set('div li tr dt dd figcaption address caption header footer aside hgroup center thead tbody details summary'.split(' '))
/** Never read: programs, styles, and what is no text. */
const SCRIPTS = new Set('script style template noscript head iframe object embed svg canvas audio video map link meta'.split(' '))
/** What leads about a page or asks for something: no words of the article. */
const NAVIGATION = new Set('nav button select textarea input datalist option menu'.split(' '))
/** The same where they stand outside an article. */
const SURROUNDS = new Set(['header', 'footer', 'aside'])
const WITHIN = new Set(['article', 'main', 'blockquote'])

type What = 'scripts' | 'hidden' | 'navigation'
type Step =
  | { readonly node: Node; readonly pre: boolean; readonly within: boolean }
  | { readonly breaks: number }
  | { readonly end: string }

/** The text of a page as a person reads it: blocks as paragraphs, white space as a browser shows it, nothing that is hidden, nothing run. */
export const htmlText = (root: { readonly childNodes: readonly Node[] }): { readonly text: string; readonly notes: readonly Note[] } => {
  const page = new Page()
  const left = new Map<What, number>()
  const notes: Note[] = []
  const steps: Step[] = [...root.childNodes].reverse().map((node) => ({ node, pre: false, within: false }))
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    if ('breaks' in step) page.break(step.breaks)
    else if ('end' in step) page.mark(step.end)
    else {
      const { node, pre, within } = step
      const words = textNode(node)
      if (words !== undefined) page.write(words, pre)
      if (!isElement(node)) continue
      const name = node.tagName
      const what = leftOut(node, within)
      if (what !== undefined) {
        if (what !== 'scripts' || name === 'script') left.set(what, (left.get(what) ?? 0) + 1)
        continue
      }
      if (name === 'br') page.line()
      if (attribute(node, 'dir')?.toLowerCase() === 'rtl' && name === 'bdo')
        notes.push({ code: 'direction-override', facts: { element: name } })
      const breaks = PARAGRAPHS.has(name) ? 2 : LINES.has(name) ? 1 : 0
      page.break(breaks)
      steps.push({ breaks })
      if (name === 'td' || name === 'th') steps.push({ end: '\t' })
      const inner = { pre: pre || name === 'pre', within: within || WITHIN.has(name) }
      const children = childrenOf(node)
      for (let at = children.length - 1; at >= 0; at--) steps.push({ node: children[at]!, ...inner })
    }
  }
  for (const [what, elements] of left) notes.push({ code: 'left-out', facts: { what, elements } })
  return { text: page.text(), notes }
}

const leftOut = (element: Element, within: boolean): What | undefined => {
  const name = element.tagName
  if (SCRIPTS.has(name)) return 'scripts'
  if (isHidden(element)) return 'hidden'
  return NAVIGATION.has(name) || (!within && SURROUNDS.has(name)) ? 'navigation' : undefined
}

/** Hidden by the page's own markup. What a style sheet hides is not known here, for none is fetched. */
const isHidden = (element: Element): boolean =>
  attribute(element, 'hidden') !== undefined ||
  (element.tagName === 'dialog' && attribute(element, 'open') === undefined) ||
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b/i.test(attribute(element, 'style') ?? '')

/** Collects text with the white space of a browser: runs are one space, blocks begin on lines of their own. */
class Page {
  readonly #parts: string[] = []
  #length = 0
  #breaks = 0
  #space = false
  #begun = false

  write(words: string, pre: boolean): void {
    if (pre) {
      this.#put(words)
      return
    }
    const [lead, tail] = [/^[ \t\n\f\r]/.test(words), /[ \t\n\f\r]$/.test(words)]
    const shown = words.replace(/[ \t\n\f\r]+/g, ' ').replace(/^ | $/g, '')
    if (lead) this.#space = true
    if (shown !== '') this.#put(shown)
    if (tail) this.#space = true
  }

  break(lines: number): void {
    this.#breaks = Math.max(this.#breaks, lines)
  }

  /** A line break that was asked for: two of them are an empty line. */
  line(): void {
    this.#breaks = this.#breaks >= 2 ? 2 : this.#breaks + 1
  }

  mark(sign: string): void {
    if (this.#breaks === 0 && this.#begun) this.#add(sign)
    this.#space = false
  }

  text(): string {
    return this.#parts
      .join('')
      .split('\n')
      .map((line) => line.trimEnd())
      .join('\n')
  }

  #put(words: string): void {
    if (this.#begun && this.#breaks > 0) this.#add('\n'.repeat(this.#breaks))
    else if (this.#begun && this.#space) this.#add(' ')
    this.#breaks = 0
    this.#space = false
    this.#begun = true
    this.#add(words)
  }

  #add(words: string): void {
    this.#length += words.length
    if (this.#length > TEXT_LIMIT) throw new Beyond('text', TEXT_LIMIT)
    this.#parts.push(words)
  }
}
