import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project that these tools belong to. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))

/** Folders that hold nothing of ours. `data` is one only in the root: a room may have a file of that name. */
const FOREIGN = new Set(['node_modules', 'dist', 'build', '.git', '.cache', 'coverage'])

/** Files below `folder` of `root` whose name ends with one of `ends`, as paths from `root` with `/`, in order. */
export const filesBelow = (root: string, folder: string, ends: readonly string[]): string[] => {
  const found: string[] = []
  const walk = (at: string): void => {
    for (const item of readdirSync(join(root, at), { withFileTypes: true })) {
      const path = at === '' ? item.name : `${at}/${item.name}`
      if (item.isDirectory()) {
        if (!FOREIGN.has(item.name) && path !== 'data') walk(path)
      } else if (item.isFile() && ends.some((end) => item.name.endsWith(end))) found.push(path)
    }
  }
  if (existsSync(join(root, folder))) walk(folder)
  return found.sort()
}

/** One workspace: a room of `packages/`, or a folder beside it. */
export type Room = { readonly name: string; readonly folder: string; readonly manifest: Manifest }

/** What the tools read of a package.json. */
export type Manifest = {
  readonly name: string
  readonly exports?: Readonly<Record<string, string>>
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

/** Folders beside `packages/` that are workspaces too. */
const BESIDE = ['examples', 'tests', 'bench', 'tools']

/** Every workspace of `root`; `name` is the folder's own (`record`, `examples`). */
export const rooms = (root: string): Room[] => {
  const packages = join(root, 'packages')
  const below = existsSync(packages) ? readdirSync(packages).map((name) => ({ name, folder: `packages/${name}` })) : []
  return [...below, ...BESIDE.map((name) => ({ name, folder: name }))]
    .filter(({ folder }) => existsSync(join(root, folder, 'package.json')))
    .map((room) => ({ ...room, manifest: readJson<Manifest>(join(root, room.folder, 'package.json')) }))
}

/** A JSON file of ours, which is trusted to have its shape. */
export const readJson = <Shape>(path: string): Shape => JSON.parse(readFileSync(path, 'utf8')) as Shape

/** Test files by their name. */
export const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path)

/** Files that only tests import: they may use Node in a pure room. */
export const isForTests = (path: string): boolean => /\.test(-support)?\.tsx?$/.test(path)
