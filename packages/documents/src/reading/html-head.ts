import { printedIn } from './dates.ts'
import { attribute, contentOf, type Element, elementsIn, type Node } from './html-tree.ts'
import { LINE_LIMIT, type Published } from './reading.ts'

/** What a page says of itself, in its fields. */
export type Head = {
  readonly title?: string
  readonly byline?: string
  readonly publisher?: string
  readonly language?: string
  readonly published?: Published
  /** whose words it says it prints */
  readonly declared?: string
}

/** Characters of one block of JSON-LD, and blocks of a page, that are looked at. */
const LINKED_LIMIT = 256 * 1024
const LINKED_BLOCKS = 20
const ARTICLE = /^(?:News|Reportage|Analysis|Opinion|Background|Review|Report|Blog|LiveBlog)?(?:Article|Posting|NewsArticle)$|^WebPage$/

type Fields = Readonly<Record<string, unknown>>

/** Title, byline, publisher, language, date of a page, from JSON-LD (schema.org), meta elements (Open Graph) and the elements themselves; all as data. */
export const headOf = (root: { readonly childNodes: Node[] }): Head => {
  const metas = new Map<string, string>()
  const linked: Fields[] = []
  const first: { [Name in 'title' | 'h1' | 'time' | 'author' | 'language']?: string | undefined } = {}
  let blocks = 0
  for (const element of elementsIn(root as Element)) {
    const name = element.tagName
    if (name === 'html') first.language ??= attribute(element, 'lang')
    else if (name === 'title' || name === 'h1') first[name] ??= contentOf(element)
    else if (name === 'meta') keepMeta(metas, element)
    else if (name === 'time') first.time ??= attribute(element, 'datetime')
    else if (name === 'script' && attribute(element, 'type')?.toLowerCase() === 'application/ld+json') {
      if (++blocks <= LINKED_BLOCKS) linked.push(...articlesIn(contentOf(element)))
    }
    if (attribute(element, 'rel') === 'author' || attribute(element, 'itemprop') === 'author') first.author ??= contentOf(element)
  }
  const article = linked[0] ?? {}
  const meta = (...names: readonly string[]): string | undefined =>
    names.map((name) => metas.get(name)).find((found) => found !== undefined)
  return withoutGaps({
    title: line(textOf(article['headline'])) ?? line(meta('og:title', 'twitter:title')) ?? line(first.h1) ?? line(first.title),
    byline: line(namesOf(article['author'])) ?? line(meta('author', 'article:author', 'byl', 'parsely-author')) ?? line(first.author),
    publisher: line(namesOf(article['publisher'])) ?? line(meta('og:site_name', 'application-name', 'publisher', 'article:publisher')),
    language: languageOf(textOf(article['inLanguage']) ?? first.language ?? meta('og:locale', 'content-language')),
    published:
      printedIn(textOf(article['datePublished'])) ??
      printedIn(meta('article:published_time', 'datepublished', 'date', 'dc.date', 'dc.date.issued', 'parsely-pub-date', 'pubdate')) ??
      printedIn(first.time),
    declared:
      line(namesOf(article['sourceOrganization'])) ?? line(meta('original-source', 'syndication-source', 'article:source', 'dc.source')),
  })
}

const keepMeta = (metas: Map<string, string>, element: Element): void => {
  const name = (
    attribute(element, 'property') ??
    attribute(element, 'name') ??
    attribute(element, 'itemprop') ??
    attribute(element, 'http-equiv')
  )?.toLowerCase()
  const content = attribute(element, 'content')
  if (name !== undefined && content !== undefined && content.trim() !== '' && !metas.has(name)) metas.set(name, content)
}

/** Articles of a block of JSON-LD; one that cannot be parsed holds none. */
const articlesIn = (text: string): Fields[] => {
  if (text.length > LINKED_LIMIT) return []
  try {
    const json: unknown = JSON.parse(text)
    const items = Array.isArray(json) ? json : [json]
    return items
      .flatMap((item) => (isFields(item) ? [item, ...(Array.isArray(item['@graph']) ? item['@graph'] : [])] : []))
      .filter(isArticle)
  } catch {
    return []
  }
}

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)
const isArticle = (value: unknown): value is Fields =>
  isFields(value) && [value['@type']].flat().some((type) => typeof type === 'string' && ARTICLE.test(type))
const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/** Names of a person, an organisation, or several. */
const namesOf = (value: unknown): string | undefined => {
  const names = (Array.isArray(value) ? value : [value]).flatMap((item) => (isFields(item) ? textOf(item['name']) : textOf(item)) ?? [])
  return names.length === 0 ? undefined : names.join(', ')
}

/** One line of words; undefined where there are none, or where it is an address and no name. */
const line = (words: string | undefined): string | undefined => {
  const shown = words?.replace(/\s+/g, ' ').trim().slice(0, LINE_LIMIT).trim() ?? ''
  return shown === '' || /^https?:\/\//i.test(shown) ? undefined : shown
}

/** `en_GB` is `en-GB` in an act; what is no tag is none. (BCP 47) */
const languageOf = (given: string | undefined): string | undefined => {
  const [primary = '', ...rest] = (given ?? '').trim().split(/[-_]/)
  const tag = [primary.toLowerCase(), ...rest].join('-')
  return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag) ? tag : undefined
}

type Gapless<Fields> = { [Key in keyof Fields]: Exclude<Fields[Key], undefined> }
/** Without the members that are undefined. */
export const withoutGaps = <Given extends object>(given: Given): Gapless<Partial<Given>> =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Gapless<Partial<Given>>
