import {
  type BodyView,
  dateWords,
  inLanguage,
  listWords,
  type Published,
  type PublishedAct,
  type PublishedPair,
  type PublishedStanding,
  type Say,
  type Span,
  type Unpublished,
  type Words,
} from '@paraph/talks'
import type { BodyId, Instant } from '@paraph/record'
import { type Html, html, type Part } from './html.ts'
import { LANGUAGES, type Spoken } from './language.ts'
import { publicWords } from './public-words.ts'

// Longer than 250 lines: the whole public page, top to bottom; a host sends it and `paraph publish` writes it.

/** Grants of the public pages: no script, nothing from elsewhere. */
export const PUBLIC_POLICY = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"

/** How a page is dressed: its language and voice, where its style sheet is, and what leads to the same page in each language and to its neighbours. */
export type Dress = {
  readonly language: Spoken
  readonly say: Say
  readonly style: string
  readonly inLanguage: Readonly<Record<Spoken, string>>
  /** where the list of what is published is; undefined where there is none */
  readonly list?: string | undefined
  readonly newer?: string | undefined
  readonly older?: string | undefined
}

/** Where and how what is shown can be checked. `fingerprint` undefined: it is not worked out yet. */
export type Checkable = {
  readonly address: string
  readonly process: string
  readonly size: number
  readonly checkpoint: string
  readonly fingerprint: string | undefined
}

/** Names of the languages, each in its own. */
const LANGUAGE_NAMES: Readonly<Record<Spoken, string>> = { en: 'English', ur: 'اردو' }
const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'ur', 'ps', 'prs', 'sd', 'ckb', 'he', 'ug', 'yi'])

/** The direction of a language's script. */
export const directionOf = (language: string): 'rtl' | 'ltr' => (RIGHT_TO_LEFT.has(language.split('-')[0]!) ? 'rtl' : 'ltr')

/** Sentences, dates and lists that a page remembers at most: a page of many acts says the same few over and over. */
const REMEMBERED_LIMIT = 2_000
/** By page, so that nothing outlives it. */
const remembered = new WeakMap<Dress, Map<string, string>>()

const once = (dress: Dress, key: string, make: () => string): string => {
  let texts = remembered.get(dress)
  if (texts === undefined) {
    texts = new Map()
    remembered.set(dress, texts)
  }
  const known = texts.get(key)
  if (known !== undefined) return known
  const text = make()
  if (texts.size < REMEMBERED_LIMIT) texts.set(key, text)
  return text
}

const said = (dress: Dress, word: keyof typeof publicWords, values?: Parameters<Say>[1]): string =>
  once(dress, values === undefined ? word : `${word} ${JSON.stringify(values)}`, () => dress.say(publicWords[word], values))

/** Words in the page's language, else as they stand first and marked so; each says its own language and direction. */
const worded = (dress: Dress, words: Words, tag: 'p' | 'span' | 'h1' = 'p', named?: string): Html => {
  const { text, language } = inLanguage(words, dress.language)
  const piece = textIn({ text, language }, tag, named)
  if (language.split('-')[0] === dress.language) return piece
  return html`${piece}<span class="other-language"> ${said(dress, 'in-language', { language })}</span>`
}

const textIn = (
  { text, language }: { readonly text: string; readonly language: string },
  tag: 'p' | 'span' | 'h1',
  named?: string,
): Html => {
  const attributes = html`${named === undefined ? undefined : html`class="${named}" `}lang="${language}" dir="${directionOf(language)}"`
  if (tag === 'span') return html`<span ${attributes}>${text}</span>`
  return tag === 'h1' ? html`<h1 ${attributes}>${text}</h1>` : html`<p ${attributes}>${text}</p>`
}

const timeOf = (dress: Dress, at: Instant | Span, end = false): string =>
  once(dress, `@${typeof at === 'string' ? at : `${at.from} ${at.until}`} ${end}`, () => dateWords(at, dress.language, { end }))

const names = (dress: Dress, bodies: readonly BodyId[]): string =>
  once(dress, `#${bodies.join(' ')}`, () => listWords(bodies, dress.language))

/** A whole document around its content. */
const document = (dress: Dress, { title, content }: { readonly title: string; readonly content: Part }): string => {
  const { language, inLanguage: addresses, list } = dress
  const brand = said(dress, 'brand')
  const page = html`<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="content-security-policy" content="${PUBLIC_POLICY}">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="stylesheet" href="${dress.style}">
</head>
<body>
<a class="skip" href="#main">${said(dress, 'skip')}</a>
<header class="head">
${list === undefined ? html`<span class="brand">${brand}</span>` : html`<a class="brand" href="${list}">${brand}</a>`}
<nav aria-label="${said(dress, 'languages')}"><ul class="languages">
${LANGUAGES.map((one) =>
  one === language
    ? html`<li><span aria-current="true" lang="${one}">${LANGUAGE_NAMES[one]}</span></li>`
    : html`<li><a href="${addresses[one]}" hreflang="${one}" lang="${one}">${LANGUAGE_NAMES[one]}</a></li>`,
)}
</ul></nav>
</header>
<main id="main">
${content}
</main>
<footer class="foot"><p>${said(dress, 'foot')}</p></footer>
</body>
</html>
`
  return page.text
}

/** The public page of a process. */
export const publicPage = (dress: Dress, shown: Published, check: Checkable): string => {
  const { process } = shown
  const bodies = new Map(process.bodies.map((body) => [body.id, body]))
  const content = html`${headOf(dress, shown)}
${standingsOf(dress, shown.standings)}
${shown.pairs.length === 0 ? undefined : saidOf(dress, shown.pairs, bodies)}
${shown.acts.length === 0 ? undefined : doneOf(dress, shown.acts, bodies)}
${pagesOf(dress)}
${shown.unpublished.length === 0 ? undefined : goneOf(dress, shown.unpublished)}
${checkOf(dress, check)}`
  return document(dress, { title: inLanguage(process.title, dress.language).text, content })
}

const headOf = (dress: Dress, { process }: Published): Html => html`${
  process.nature === 'process' ? undefined : html`<p class="nature">${said(dress, process.nature)}</p>`
}${
  process.keysArePublic
    ? html`
<p class="nature">${said(dress, 'keys-public')}</p>`
    : undefined
}
${worded(dress, process.title, 'h1')}
${worded(dress, process.statusClause, 'p', 'clause')}
<ul class="bodies" aria-label="${said(dress, 'bodies')}">
${process.bodies.map(
  (body) => html`<li>${bodyOf(dress, body)}</li>
`,
)}</ul>`

const hueOf = (place: number): string => `p${place > 5 ? 0 : place}`

const bodyOf = (dress: Dress, { id, names: own, place }: BodyView): Html =>
  html`<bdi class="label ${hueOf(place)}">${id}</bdi> ${worded(dress, own, 'span')}`

const standingsOf = (dress: Dress, standings: readonly PublishedStanding[]): Html => {
  const [newest, ...earlier] = standings
  return html`<section aria-labelledby="standing"><h2 id="standing">${said(dress, 'standing')}</h2>
${newest === undefined ? html`<p class="none">${said(dress, 'no-standing')}</p>` : standingOf(dress, newest)}
${
  earlier.length === 0
    ? undefined
    : html`<details><summary>${said(dress, 'earlier', { count: earlier.length })}</summary>
${earlier.map((one) => standingOf(dress, one))}</details>`
}</section>`
}

const standingOf = (dress: Dress, { at, sentence, talks, text, commitments, published }: PublishedStanding): Html => {
  const date = timeOf(dress, at, true)
  const since = timeOf(dress, published.since)
  return html`${worded(dress, sentence, 'p', 'sentence')}
<dl class="lines">
<dt>${said(dress, 'talks')}</dt><dd>${worded(dress, talks, 'span')}</dd>
<dt>${said(dress, 'text')}</dt><dd>${worded(dress, text, 'span')}</dd>
<dt>${said(dress, 'commitments')}</dt>${
    commitments.length === 0
      ? html`<dd>${said(dress, 'no-commitments')}</dd>`
      : commitments.map((one) => html`<dd>${worded(dress, one, 'span')}</dd>`)
  }
</dl>
<p class="by">${said(dress, 'standing-at', { date, since, by: names(dress, published.by) })}</p>
`
}

type Bodies = ReadonlyMap<BodyId, BodyView>

const saidOf = (
  dress: Dress,
  pairs: readonly PublishedPair[],
  bodies: Bodies,
): Html => html`<section aria-labelledby="said"><h2 id="said">${said(dress, 'said')}</h2>
<p class="meta">${said(dress, 'said-about')}</p>
${pairs.map(
  ({ columns, others }) => html`<div class="pair">
${columns.map(({ body, acts }) => columnOf(dress, bodies.get(body), acts, bodies))}
${
  others.length === 0
    ? undefined
    : html`<div class="column"><div class="strip p0"></div><h3 class="column-head">${said(dress, 'others')}</h3>${others.map((act) => actOf(dress, act, bodies))}</div>`
}</div>
`,
)}</section>`

/** Of one size and width for every party, also for one of whom nothing was published. */
const columnOf = (
  dress: Dress,
  body: BodyView | undefined,
  acts: readonly PublishedAct[],
  bodies: Bodies,
): Html => html`<div class="column"><div class="strip ${hueOf(body?.place ?? 0)}"></div>
<h3 class="column-head">${body === undefined ? undefined : bodyOf(dress, body)}</h3>
${acts.length === 0 ? html`<p class="none">${said(dress, 'no-statement')}</p>` : acts.map((act) => actOf(dress, act, bodies))}</div>
`

const doneOf = (
  dress: Dress,
  acts: readonly PublishedAct[],
  bodies: Bodies,
): Html => html`<section aria-labelledby="done"><h2 id="done">${said(dress, 'done')}</h2>
<ul class="acts">
${acts.map(
  (act) => html`<li>${actOf(dress, act, bodies)}</li>
`,
)}</ul></section>`

const actOf = (dress: Dress, act: PublishedAct, bodies: Bodies): Html => {
  const { published, speaker, quoted, source } = act
  return html`<article class="act${act.act.own ? '' : ' ascribed'}" id="a${act.act.index}">
<div class="act-head"><span class="mark" aria-hidden="true"></span><span class="kind">${act.kind}</span>${doersOf(act, bodies)}<time datetime="${act.happened.from}">${timeOf(dress, act.happened)}</time><span>${howOf(dress, act)}</span></div>
${speaker === null ? undefined : speakerOf(dress, speaker, bodies)}
${act.title === null ? undefined : worded(dress, act.title, 'p', 'title')}
${act.words.map((words) => worded(dress, words))}
${quoted === null ? undefined : html`<blockquote class="quoted">${textIn(quoted, 'p')}</blockquote>`}
${source === null ? undefined : sourceOf(dress, source)}
<p class="by">${said(dress, 'published', { date: timeOf(dress, published.since), by: names(dress, published.by) })}</p>
</article>
`
}

const doersOf = ({ doers, speaker }: PublishedAct, bodies: Bodies): Part =>
  (speaker === null ? doers : []).map((id) => html`<bdi class="label ${hueOf(bodies.get(id)?.place ?? 0)}">${id}</bdi>`)

/** How an act stands to whose it is, in words: the mark beside it says the same to the eye. */
const howOf = (dress: Dress, { act, ground, recordedBy }: PublishedAct): string => {
  const by = names(dress, [recordedBy])
  if (ground !== null) return said(dress, 'ascribed', { by, ground })
  return act.own ? said(dress, 'own') : said(dress, 'recorded', { by })
}

const speakerOf = (dress: Dress, { body, name, office }: NonNullable<PublishedAct['speaker']>, bodies: Bodies): Html | undefined => {
  const parts = [
    ...(body === null ? [] : [html`<bdi class="label ${hueOf(bodies.get(body)?.place ?? 0)}">${body}</bdi>`]),
    ...[name, office].flatMap((words) => (words === null ? [] : [worded(dress, words, 'span')])),
  ]
  return parts.length === 0 ? undefined : html`<p class="by">${parts.map((part, at) => html`${at === 0 ? '' : ' · '}${part}`)}</p>`
}

const sourceOf = (dress: Dress, { publisher, title, address }: NonNullable<PublishedAct['source']>): Html =>
  html`<p>${said(dress, 'source', { publisher })}${
    title === null ? undefined : html` · <bdi>${title}</bdi>`
  }</p>${address === null ? undefined : html`<p><a href="${address}" rel="noreferrer"><bdi>${address}</bdi></a></p>`}`

const pagesOf = (dress: Dress): Html | undefined => {
  const { newer, older } = dress
  if (newer === undefined && older === undefined) return undefined
  return html`<nav class="pages" aria-label="${said(dress, 'pages')}">${
    newer === undefined ? undefined : html`<a href="${newer}">${said(dress, 'newer')}</a>`
  }${older === undefined ? undefined : html`<a href="${older}">${said(dress, 'older')}</a>`}</nav>`
}

const goneOf = (
  dress: Dress,
  unpublished: readonly Unpublished[],
): Html => html`<section aria-labelledby="gone"><h2 id="gone">${said(dress, 'gone')}</h2>
<p class="meta">${said(dress, 'gone-says')}</p>
<ul class="gone">${unpublished.map(
  ({ kind, why, by, at, published }) =>
    html`<li>${said(dress, why, { kind, since: timeOf(dress, published.since), by: names(dress, by), date: timeOf(dress, at) })}</li>
`,
)}</ul></section>`

const checkOf = (
  dress: Dress,
  { address, process, size, checkpoint, fingerprint }: Checkable,
): Html => html`<section class="check" aria-labelledby="check"><h2 id="check">${said(dress, 'check')}</h2>
<p>${said(dress, 'check-says', { size })}</p>
<dl>
<div><dt>${said(dress, 'command')}</dt><dd><pre>npx paraph verify ${address} --trust ${process}</pre></dd></div>
<div><dt>${said(dress, 'address')}</dt><dd><code>${address}</code></dd></div>
<div><dt>${said(dress, 'id')}</dt><dd><code>${process}</code></dd></div>
<div><dt>${said(dress, 'checkpoint')}</dt><dd><pre>${checkpoint.trimEnd()}</pre></dd></div>
${fingerprint === undefined ? undefined : html`<div><dt>${said(dress, 'fingerprint')}</dt><dd><span class="digits">${fingerprint}</span></dd></div>`}
</dl>
<p class="meta">${said(dress, 'by-hand')}</p></section>`

/** What is published on a host: one line a process. */
export const publicList = (
  dress: Dress,
  listed: readonly { readonly address: string; readonly title: Words; readonly nature: string; readonly since: Instant }[],
): string => {
  const title = said(dress, 'list')
  const content = html`<h1>${title}</h1>
${
  listed.length === 0
    ? html`<p class="none">${said(dress, 'none-yet')}</p>`
    : html`<ul class="list">
${listed.map(
  (one) => html`<li><a href="${one.address}">${worded(dress, one.title, 'span')}</a>
<p class="by">${one.nature === 'exercise' || one.nature === 'reconstruction' ? said(dress, one.nature) : said(dress, 'process')} · <time datetime="${one.since}">${timeOf(dress, one.since)}</time></p></li>
`,
)}</ul>`
}`
  return document(dress, { title, content })
}

/** Where nothing is published: the same for what is not here, and for what is and is nobody's business. */
export const publicMissing = (dress: Dress): string => {
  const title = said(dress, 'missing')
  return document(dress, {
    title,
    content: html`<h1>${title}</h1>
<p>${said(dress, 'missing-says')}</p>
${dress.list === undefined ? undefined : html`<p><a href="${dress.list}">${said(dress, 'to-list')}</a></p>`}`,
  })
}
