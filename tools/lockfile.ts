import { join } from 'node:path'
import { type Report, tell } from './report.ts'
import { ROOT, readJson } from './tree.ts'

/** One package of a package-lock.json of version 3; the key is where it is installed, '' for the project itself. */
type Locked = {
  readonly version?: string
  readonly resolved?: string
  readonly integrity?: string
  readonly link?: true
  readonly dev?: true
  readonly devOptional?: true
  readonly optional?: true
  readonly license?: string
  readonly os?: readonly string[]
  readonly cpu?: readonly string[]
  readonly libc?: readonly string[]
  readonly engines?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}
type Lock = { readonly packages: Readonly<Record<string, Locked>> }

/** npm itself is run by whatever Node a machine has: by the oldest promised and by the last of that line. */
const PROMISED = ['20.19.0', '20.20.2']

/** Licences under which what ships may be used and passed on by anybody: permissive ones, fonts' own, data with attribution. */
const PERMISSIVE = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'CC-BY-4.0',
  'OFL-1.1',
  'Unlicense',
  'Python-2.0',
  'Zlib',
])

/** Packages whose manifest names no SPDX licence, and the one that was read in the package itself. */
const READ: Readonly<Record<string, string>> = { 'duck@0.1.12': 'BSD-2-Clause' }

/** Binaries whose absence under an old Node is known and does no harm, with the reason. */
const MAY_BE_ABSENT: readonly { readonly name: RegExp; readonly because: string }[] = [
  { name: /^@lingui\/native-tools-/, because: 'an experimental extractor and macro transform that nothing of ours calls' },
]

const REGISTRY = 'https://registry.npmjs.org/'

/**
 * Three silences of npm that break somebody else's machine: a platform binary that the lockfile left out, one that npm leaves out because its
 * `engines` exclude the machine's Node, an address that only one machine can reach. And licences of what ships.
 */
export const lockfile = (root: string): Report => {
  const { packages } = readJson<Lock>(join(root, 'package-lock.json'))
  const installed = Object.entries(packages).filter(([at, { link }]) => at.includes('node_modules/') && link !== true)
  const faults = installed.flatMap(([at, locked]) => [
    ...missingFamily(packages, at, locked),
    ...engineFaults(at, locked),
    ...addressFaults(at, locked),
    ...licenceFaults(at, locked),
  ])
  return { check: 'lockfile', looked: installed.length, unit: 'packages', faults }
}

const named = (at: string, { version = '?' }: Locked): string => `${at.slice(at.lastIndexOf('node_modules/') + 13)}@${version}`

const missingFamily = (packages: Lock['packages'], at: string, locked: Locked): string[] => {
  const missing = Object.keys(locked.optionalDependencies ?? {}).filter((name) => !found(packages, at, name))
  return missing.length === 0 ? [] : [`${named(at, locked)}: the lockfile leaves out ${missing.join(', ')}`]
}

/** Node's own search: in the package's node_modules, then in each one above. */
const found = (packages: Lock['packages'], from: string, name: string): boolean => {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    if (`${at === '' ? '' : `${at}/`}node_modules/${name}` in packages) return true
    if (!at.includes('node_modules')) return false
    if (!at.includes('/node_modules/')) return `node_modules/${name}` in packages
  }
}

const engineFaults = (at: string, locked: Locked): string[] => {
  const range = locked.engines?.['node']
  const platform = locked.os ?? locked.cpu ?? locked.libc
  if (range === undefined || (platform === undefined && locked.optional !== true)) return []
  if (MAY_BE_ABSENT.some(({ name }) => name.test(named(at, locked)))) return []
  const without = PROMISED.filter((version) => !satisfies(version, range))
  return without.length === 0
    ? []
    : [`${named(at, locked)}: npm under Node ${without.join(', ')} leaves this binary out (engines ${range})`]
}

const addressFaults = (at: string, { resolved, integrity, version }: Locked): string[] => {
  if (resolved !== undefined && !resolved.startsWith(REGISTRY)) return [`${at}: resolved from ${resolved}, not from ${REGISTRY}`]
  return integrity === undefined && version !== undefined ? [`${at}: no integrity`] : []
}

const licenceFaults = (at: string, locked: Locked): string[] => {
  if (locked.dev === true || locked.devOptional === true) return []
  if (locked.license === undefined) return [`${named(at, locked)} ships and names no licence`]
  return permissive(READ[named(at, locked)] ?? locked.license) ? [] : [`${named(at, locked)} ships under ${locked.license}`]
}

/** SPDX expressions as npm packages write them: `A`, `(A OR B)`, `A AND B`. */
const permissive = (expression: string): boolean => {
  const text = expression.replace(/[()]/g, '').trim()
  if (text.includes(' OR ')) return text.split(' OR ').some(permissive)
  return text.split(' AND ').every((name) => PERMISSIVE.has(name.trim()))
}

/** Whether a version fulfils a range of npm's grammar without pre-releases: `||`, spaces for *and*, `^ ~ >= > <= < =`, `x` and `-` spans. */
export const satisfies = (version: string, range: string): boolean =>
  range
    .replace(/([<>=^~])\s+/g, '$1')
    .replace(/(\S+)\s+-\s+(\S+)/g, '>=$1 <=$2')
    .split('||')
    .some((part) =>
      part
        .trim()
        .split(/\s+/)
        .every((bound) => fulfils(numbers(version), bound)),
    )

const numbers = (text: string): number[] =>
  text
    .replace(/^v/, '')
    .split('.')
    .filter((part) => /^\d+$/.test(part))
    .map(Number)

const compare = (left: readonly number[], right: readonly number[]): number => {
  for (let at = 0; at < 3; at++) if ((left[at] ?? 0) !== (right[at] ?? 0)) return (left[at] ?? 0) - (right[at] ?? 0)
  return 0
}

const fulfils = (version: readonly number[], bound: string): boolean => {
  const [, sign = '', rest = ''] = /^([<>=^~]*)(.*)$/.exec(bound)!
  const wanted = numbers(rest)
  const sharing = (count: number): boolean => wanted.slice(0, count).every((part, at) => part === version[at])
  if (sign === '>=') return compare(version, wanted) >= 0
  if (sign === '>') return compare(version, wanted) > 0 && (wanted.length === 3 || !sharing(wanted.length))
  if (sign === '<=') return compare(version, wanted) <= 0 || sharing(wanted.length)
  if (sign === '<') return compare(version, wanted) < 0
  if (sign === '^') return compare(version, wanted) >= 0 && sharing(Math.max(1, wanted.findIndex((part) => part > 0) + 1))
  if (sign === '~') return compare(version, wanted) >= 0 && sharing(Math.min(2, wanted.length))
  return sharing(wanted.length)
}

if (import.meta.main) tell(lockfile(ROOT))
