import { LINE_LIMIT, type Origin } from './reading.ts'

/** News agencies by the names under which pages credit them. A name that is a word besides is taken in its own writing alone. */
const AGENCIES: readonly (readonly [name: string, written: string])[] = [
  ['Reuters', 'Reuters|REUTERS'],
  ['Associated Press', 'AP|(?:The )?Associated Press'],
  ['Agence France-Presse', 'AFP|Agence France[- ]Presse'],
  ['Anadolu Agency', 'AA|Anadolu(?: Agency| Ajansı)?'],
  ['Xinhua', 'Xinhua|XINHUA'],
  ['TASS', 'TASS'],
  ['Interfax', 'Interfax'],
  ['dpa', 'dpa|DPA'],
  ['EFE', 'EFE'],
  ['ANSA', 'ANSA'],
  ['Kyodo', 'Kyodo(?: News)?'],
  ['Yonhap', 'Yonhap'],
  ['Press Trust of India', 'PTI|Press Trust of India'],
  ['Asian News International', 'ANI|Asian News International'],
  ['Indo-Asian News Service', `IANS|Indo-Asian News Ser${'vice'}`],
  ['Associated Press of Pakistan', 'APP|Associated Press of Pakistan'],
  ['Pajhwok', 'Pajhwok(?: Afghan News)?'],
  ['Bakhtar', 'Bakhtar(?: News Agency)?|BNA'],
  ['IRNA', 'IRNA'],
  ['Qatar News Agency', 'QNA|Qatar News Agency'],
  ['Emirates News Agency', 'WAM'],
  ['Saudi Press Agency', 'SPA|Saudi Press Agency'],
  ['Bloomberg', 'Bloomberg'],
]
const WRITTEN = AGENCIES.map(([, written]) => written).join('|')

/** `ISLAMABAD (Reuters) -`, `KABUL, Nov 7 (AP) —`, `(AFP) –` at the start of a line. */
const DATELINE = new RegExp(`^[^\\n(]{0,60}\\((${WRITTEN})\\)\\s*[-–—:]`, 'm')
/** `AP – `, `Reuters: ` at the start of the text. */
const LEAD = new RegExp(`^\\s*(${WRITTEN})\\s*[-–—:]\\s`)
/** `Source: …`, `(With inputs from ANI)`, `Courtesy: …` on a line of its own. */
const CREDIT =
  /^[\s([]*(?:sources?|courtesy|credit|via|with (?:additional )?inputs? from|agency)\s*[:–—-]?\s+([^\n)\]]{2,80}?)[\s.)\]]*$/gim
const NAMED = new RegExp(`(?:^|[\\s(/,])(${WRITTEN})(?=$|[\\s)/,.])`)
/** Without a known name a credit counts by its colon alone: "Source: Ministry of Defence". */
const SAYS_SOURCE = /^[\s([]*(?:sources?|courtesy|credit)\s*:/i
/** Characters of a text in which an agency's dateline may stand, and at whose end credits do. */
const HEAD = 2_000
const FOOT = 1_500

const named = (written: string): string => AGENCIES.find(([, names]) => new RegExp(`^(?:${names})$`).test(written))?.[0] ?? written
const origin = (name: string, because: string, rule: Origin['rule']): Origin => ({
  name: name.trim().slice(0, LINE_LIMIT),
  because: because.trim().slice(0, LINE_LIMIT),
  rule,
})

/**
 * Where a page says that it has its words from: an agency's dateline, its byline, a credit. Five pages of one agency are one origin. What a page
 * does not say is not concluded.
 */
export const originOf = ({ text, byline, declared }: { text: string; byline?: string; declared?: string }): Origin | undefined => {
  const head = text.slice(0, HEAD)
  const dateline = DATELINE.exec(head) ?? LEAD.exec(head)
  if (dateline !== null) return origin(named(dateline[1]!), dateline[0], 'dateline')
  const writer = NAMED.exec(byline ?? '')
  if (writer !== null) return origin(named(writer[1]!), byline!, 'byline')
  if (declared !== undefined && declared.trim() !== '') return origin(named(declared.trim()), declared, 'declared')
  const start = Math.max(0, text.length - FOOT)
  for (const { 0: line, 1: credited } of text.slice(start).matchAll(CREDIT)) {
    const agency = NAMED.exec(credited!)
    if (agency !== null) return origin(named(agency[1]!), line, 'credit')
    if (SAYS_SOURCE.test(line)) return origin(credited!, line, 'credit')
  }
  return undefined
}
