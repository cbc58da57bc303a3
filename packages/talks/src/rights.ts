import type { BodyId } from '@paraph/record'
import type { ParsedAct } from './act.ts'
import { catalogue, kindOf } from './catalogue.ts'
import type { Kind, Mark, Reference, Role } from './kind.ts'
import { no, type TalksCode, type TalksRefusal } from './refusal.ts'
import type { State } from './state.ts'

/** What it means that the body of an entry is not listed in the process. */
const UNLISTED: Readonly<Record<string, TalksCode>> = { 'process.opened': 'opener-not-listed', 'body.joined': 'body-not-listed' }

type Who = { readonly nature: 'process' | 'exercise' | 'reconstruction'; readonly roles: readonly Role[] }

/** Whether a body with these roles may put this act on the record: own or ascribed, in a process of this nature. */
export const rightRefused = (
  state: Readonly<State>,
  { kind, ascribed }: ParsedAct,
  mark: Mark,
  { nature, roles }: Who,
): TalksRefusal | undefined => {
  const facts = { type: kind.type, body: mark.by }
  if (roles.length === 0) return no(UNLISTED[kind.type] ?? 'body-unknown', { body: mark.by })
  if (ascribed !== undefined) return ascriptionRefused(state, { kind, to: ascribed.to, by: mark.by, roles })
  const records = kind.who.recorder === true && nature === 'reconstruction' && roles.includes('rapporteur')
  if (nature === 'reconstruction') return records ? undefined : no('own-act-in-reconstruction', facts)
  return roles.some((role) => kind.who.own.includes(role)) ? undefined : no('right-not-held', facts)
}

const ascriptionRefused = (
  state: Readonly<State>,
  { kind, to, by, roles }: { readonly kind: Kind; readonly to: readonly BodyId[]; readonly by: BodyId; readonly roles: readonly Role[] },
): TalksRefusal | undefined => {
  if (kind.who.ascribable !== true) return no('not-ascribable', { type: kind.type }, 'act.ascribed')
  if (!roles.includes('secretariat') && !roles.includes('rapporteur'))
    return no('ascription-not-yours', { type: kind.type, body: by }, 'act.ascribed')
  if (to.includes(by)) return no('ascribed-to-itself', { body: by }, 'act.ascribed.to')
  const unknown = to.find((body) => state.bodies.get(body)?.founding === undefined)
  return unknown === undefined ? undefined : no('body-unknown', { body: unknown }, 'act.ascribed.to')
}

/** Whether everything that an act refers to stands on the record before it, is of a noun that it may be, and is called by its own name. */
export const referenceRefused = (state: Readonly<State>, { kind, ascribed, open }: ParsedAct): TalksRefusal | undefined => {
  const ground = ascribed?.ground
  const references: Reference[] = ground === undefined ? [] : [{ path: 'ascribed.ground.source', to: ground.source, nouns: ['source'] }]
  references.push(...(kind.refers?.(open) ?? []))
  for (const { path, to, nouns, erased } of references) {
    const filed = state.filed.get(to)
    if (filed === undefined) return no('reference-unknown', { to }, `act.${path}`)
    const { type } = filed.mark
    if (erased === true && kindOf(type)?.structure === true) return no('structure-not-erasable', { type, to }, `act.${path}`)
    if (nouns.length === 0) continue
    const noun = type.split('.')[0]!
    if (!nouns.includes(noun)) return no('reference-of-another-kind', { to, noun, wanted: nouns.join(', ') }, `act.${path}`)
    if (filed.names !== to) return no('reference-not-first', { to, first: filed.names }, `act.${path}`)
  }
  return undefined
}

/** Who may be read the act, until rooms come: everybody of the process, or it is refused. */
export const audienceRefused = ({ kind, audience }: ParsedAct): TalksRefusal | undefined => {
  const open = audience === 'plenary' || (audience === undefined && kind.sealed === undefined)
  return open && kind.sealed !== 'never'
    ? undefined
    : no('audience-needs-sealing', { type: kind.type, audience: audience ?? '' }, 'act.audience')
}

const yes = (value: boolean | undefined) => (value === true ? 'yes' : '')

/** The rights table as Markdown: a row per kind of act. `docs/rights.md` is written from it. */
export const rightsTable = (kinds: readonly Kind[] = catalogue): string => {
  const rows = kinds.map(
    ({ type, who, solemn, structure, sealed }) =>
      `| \`${type}\` | ${who.own.join(', ')} | ${yes(who.ascribable)} | ${yes(who.recorder)} | ${yes(solemn)} | ${yes(structure)} | ${sealed === undefined ? '' : sealed === 'never' ? 'refused until rooms come' : "only with `audience: 'plenary'`"} |`,
  )
  return [
    '| act | as its own act | ascribable | rapporteur, in a reconstruction | solemn | structure | audience |',
    '|---|---|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}
