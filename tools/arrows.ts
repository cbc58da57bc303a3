import { readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { dirname, join, normalize } from 'node:path'
import ts from 'typescript'
import { type Report, tell } from './report.ts'
import { filesBelow, isForTests, ROOT, type Room, rooms } from './tree.ts'

/** Which rooms a room may use (docs: the table of rooms). A room that stands in no row may use nothing and is a fault. */
const MAY_USE: Readonly<Record<string, readonly string[]>> = {
  record: [],
  text: [],
  terms: [],
  talks: ['record', 'text', 'terms'],
  api: ['record', 'talks'],
  client: ['record', 'talks', 'api'],
  documents: ['record', 'text', 'terms', 'talks'],
  store: ['record'],
  server: ['record', 'text', 'terms', 'talks', 'api', 'documents', 'store'],
  web: ['record', 'text', 'terms', 'talks', 'api', 'client'],
  examples: ['record', 'talks'],
  paraph: ['record', 'text', 'terms', 'talks', 'api', 'client', 'documents', 'store', 'server', 'examples'],
  testkit: ['record', 'text', 'terms', 'talks'],
  tests: ['record', 'text', 'terms', 'talks', 'api', 'client', 'documents', 'store', 'server', 'examples', 'paraph', 'testkit'],
  bench: ['record', 'text', 'terms', 'talks', 'api', 'client', 'documents', 'store', 'server', 'examples', 'paraph', 'testkit'],
  tools: ['talks', 'paraph'],
}

/** Packages from npm that a pure room may use, none but these; `doors` are folders where more is allowed. */
const PURE: Readonly<Record<string, { readonly npm: readonly string[]; readonly doors: Readonly<Record<string, Door>> }>> = {
  record: { npm: [], doors: { 'src/node/': { npm: [], node: true }, 'src/browser/': { npm: ['@noble/hashes'], node: false } } },
  text: { npm: [], doors: {} },
  terms: { npm: [], doors: {} },
  talks: { npm: ['zod', '@lingui/core'], doors: {} },
  api: { npm: ['zod'], doors: {} },
  client: { npm: [], doors: {} },
}
type Door = { readonly npm: readonly string[]; readonly node: boolean }

const BUILTIN = new Set(builtinModules)
/** Names of drawers; written apart, so that the check of words does not find this file. */
const DRAWER = new RegExp(`^(ut${'ils?'}|hel${'pers?'}|misc|common)$`, 'i')

/** Arrows between rooms, front doors, pure rooms, in imports and manifests alike. */
export const arrows = (root: string): Report => {
  const all = rooms(root)
  const byPackage = new Map(all.map((room) => [room.manifest.name, room]))
  const rootManifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Room['manifest']
  const faults: string[] = []
  let looked = 0
  for (const room of all) {
    if (!(room.name in MAY_USE)) faults.push(`${room.folder}: this room stands in no row of the table of rooms`)
    faults.push(...manifestFaults(room, byPackage))
    for (const path of filesBelow(root, room.folder, ['.ts', '.tsx', '.js', '.mjs'])) {
      looked += 1
      faults.push(...fileFaults({ root, room, path, byPackage, rootManifest }))
    }
  }
  return { check: 'arrows', looked, unit: 'files', faults }
}

const manifestFaults = (room: Room, byPackage: ReadonlyMap<string, Room>): string[] => {
  const faults: string[] = []
  const { dependencies = {}, devDependencies = {}, exports } = room.manifest
  for (const [kind, names] of [['dependencies', dependencies] as const, ['devDependencies', devDependencies] as const]) {
    for (const name of Object.keys(names)) {
      const target = byPackage.get(name)
      if (target === undefined) {
        const pure = PURE[room.name]
        if (pure === undefined || kind === 'devDependencies') continue
        if (![...pure.npm, ...Object.values(pure.doors).flatMap((door) => door.npm)].includes(name))
          faults.push(`${room.folder}/package.json: ${name} is not allowed in a pure room`)
      } else if (!mayUse(room, target, kind === 'devDependencies'))
        faults.push(`${room.folder}/package.json: ${room.name} may not use ${target.name}`)
    }
  }
  if (room.folder.startsWith('packages/') && exports?.['.'] !== undefined && exports['.'] !== './src/index.ts')
    faults.push(`${room.folder}/package.json: the front door is src/index.ts`)
  return faults
}

const mayUse = (room: Room, target: Room, inTest: boolean): boolean =>
  room === target || (MAY_USE[room.name] ?? []).includes(target.name) || (inTest && target.name === 'testkit')

type Looking = {
  readonly root: string
  readonly room: Room
  readonly path: string
  readonly byPackage: ReadonlyMap<string, Room>
  readonly rootManifest: Room['manifest']
}

const fileFaults = (looking: Looking): string[] => {
  const { root, path } = looking
  const text = readFileSync(join(root, path), 'utf8')
  const faults = path
    .replace(/\.[^/]*$/, '')
    .split('/')
    .filter((part) => DRAWER.test(part))
    .map((part) => `${path}: "${part}" names no concept`)
  if (/^\s*export\s+(type\s+)?\*/m.test(text)) faults.push(`${path}: exports are listed by name, never by *`)
  for (const { fileName } of ts.preProcessFile(text, true, true).importedFiles) {
    const fault = importFault(looking, fileName)
    if (fault !== undefined) faults.push(`${path}: ${fault}`)
  }
  return faults
}

const importFault = ({ room, path, byPackage, rootManifest }: Looking, name: string): string | undefined => {
  const inTest = isForTests(path)
  const inside = path.slice(room.folder.length + 1)
  const pure = PURE[room.name]
  const door = pure && Object.entries(pure.doors).find(([folder]) => inside.startsWith(folder))?.[1]
  if (name.startsWith('.')) {
    const target = normalize(join(dirname(path), name))
    if (!`${target}/`.startsWith(`${room.folder}/`)) return `${name} leaves the room: use its front door`
    const into = pure && Object.keys(pure.doors).find((folder) => target.slice(room.folder.length + 1).startsWith(folder))
    if (into !== undefined && door === undefined && !inTest) return `${name}: the pure part may not reach into ${into}`
    return undefined
  }
  if (name.startsWith('node:') || BUILTIN.has(name.split('/')[0]!)) {
    if (!name.startsWith('node:')) return `${name}: say node:${name}`
    return pure !== undefined && !inTest && door?.node !== true ? `${name}: a pure room imports nothing from Node` : undefined
  }
  const owner = name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/')
  const target = byPackage.get(owner)
  if (target === undefined) {
    if (pure !== undefined && !inTest && !(door?.npm ?? pure.npm).includes(owner)) return `${owner} is not allowed in a pure room`
    return declared(room.manifest, owner) || declared(rootManifest, owner)
      ? undefined
      : `${owner} is not declared in ${room.folder}/package.json`
  }
  if (target === room) return inTest || !name.endsWith(owner) ? undefined : `${name}: a room does not enter itself by its front door`
  if (!mayUse(room, target, inTest)) return `${room.name} may not use ${target.name}`
  const entrance = name === owner ? '.' : `.${name.slice(owner.length)}`
  if (target.manifest.exports?.[entrance] === undefined) return `${name} is no door of ${owner}`
  return declared(room.manifest, owner) ? undefined : `${owner} is not declared in ${room.folder}/package.json`
}

const declared = ({ dependencies, devDependencies, optionalDependencies }: Room['manifest'], name: string): boolean =>
  name in (dependencies ?? {}) || name in (devDependencies ?? {}) || name in (optionalDependencies ?? {})

if (import.meta.main) tell(arrows(ROOT))
