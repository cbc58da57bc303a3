import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, readJson } from './tree.ts'

type Locked = {
  readonly version?: string
  readonly resolved?: string
  readonly link?: true
  readonly license?: string
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}
type Packages = Readonly<Record<string, Locked>>

/** A package of others whose code ships within ours: where it is installed, which one, under what, in whose words. */
export type ThirdParty = { readonly at: string; readonly name: string; readonly licence: string; readonly texts: readonly string[] }

/** Rooms whose dependencies end in the package, and the two builders that leave a few lines of their own in what they build. */
const ROOTS = ['packages/paraph', 'packages/web']
const BUILDERS = ['vite', 'rolldown']

/** Files that hold terms or the notices that they ask to pass on. */
const TERMS = /^(licen[cs]e|copying|notice|ofl)([.-].*)?$/i

/** Every package that ships within ours, by the lockfile, in the order of names. `beside`: what is not followed, for it stays a package of its own. */
export const thirdParties = (root: string, beside: readonly string[]): ThirdParty[] => {
  const { packages } = readJson<{ packages: Packages }>(join(root, 'package-lock.json'))
  const seen = new Set<string>()
  const follow = (from: string, name: string): void => {
    const at = place(packages, from, name)
    if (at === undefined || beside.includes(name) || seen.has(at)) return
    seen.add(at)
    const { link, resolved } = packages[at]!
    within(link === true ? resolved! : at)
  }
  const within = (at: string): void => {
    const { dependencies = {}, optionalDependencies = {} } = packages[at] ?? {}
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) follow(at, name)
  }
  for (const room of ROOTS) within(room)
  for (const builder of BUILDERS) {
    const at = place(packages, 'packages/web', builder)
    if (at !== undefined) seen.add(at)
  }
  return [...seen]
    .filter((at) => packages[at]!.link !== true && existsSync(join(root, at)))
    .map((at) => ({
      at,
      name: `${at.slice(at.lastIndexOf('node_modules/') + 13)} ${packages[at]!.version}`,
      licence: packages[at]!.license ?? 'see its text',
      texts: textsIn(join(root, at)),
    }))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
}

/** Node's own search: in the package's node_modules, then in each one above. */
const place = (packages: Packages, from: string, name: string): string | undefined => {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/')))) {
    const here = `${at === '' ? '' : `${at}/`}node_modules/${name}`
    if (here in packages) return here
    if (at === '') return undefined
  }
}

const textsIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((file) => file.isFile() && TERMS.test(file.name))
    .map((file) => file.name)
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n').trim())

/** One text with all of them; a text that several share stands once. */
export const thirdPartyText = (root: string, beside: readonly string[]): string => {
  const all = thirdParties(root, beside)
  const byText = new Map<string, string[]>()
  for (const { name, texts } of all) for (const text of texts) byText.set(text, [...(byText.get(text) ?? []), name])
  const rule = '-'.repeat(80)
  return [
    'Paraph is made with the work of others. Their code, fonts or data are within this package, under these terms.',
    `Packages of their own beside it, with their own terms: ${beside.join(', ')}.`,
    '',
    ...all.map(({ name, licence, texts }) => `${name}: ${licence}${texts.length === 0 ? ' (the package holds no text of it)' : ''}`),
    ...[...byText].flatMap(([text, names]) => ['', rule, names.join(', '), rule, '', text]),
    '',
  ].join('\n')
}

if (import.meta.main) process.stdout.write(thirdPartyText(ROOT, []))
