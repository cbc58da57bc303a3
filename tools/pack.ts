import { spawnSync } from 'node:child_process'
import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import process from 'node:process'
import { build } from './build.ts'
import { bundle } from './bundle.ts'
import { thirdPartyText } from './licences.ts'
import { type Manifest, ROOT, readJson, rooms } from './tree.ts'

// `npm run pack [-- FOLDER]`: the one package that is published, as npm would publish it. Its folder is made anew each time, from what stands
// here; nothing is sent anywhere. (docs/decisions/0100)

/** Packages that stay dependencies: a native module, and the Node that `bin.js` starts again on. Everything else is in the bundle. */
export const BESIDE = ['better-sqlite3', 'node'] as const

/** The package.json of the published package: no workspace, nothing to build. The ranges are those that the rooms ask for. */
export const packedManifest = (root: string): Manifest & Readonly<Record<string, unknown>> => {
  const { version, license, engines } = readJson<Manifest & Readonly<Record<string, string>>>(join(root, 'packages/paraph/package.json'))
  const asked = Object.assign({}, ...rooms(root).map(({ manifest }) => manifest.dependencies ?? {})) as Record<string, string>
  return {
    name: 'paraph',
    version,
    description: 'The secretariat of a mediated negotiation: a record that nobody can rewrite, and a standing that explains itself',
    license,
    type: 'module',
    engines: engines ?? readJson<{ engines: object }>(join(root, 'package.json')).engines,
    bin: { paraph: 'bin.js' },
    files: ['bin.js', 'dist', 'CHANGELOG.md', 'THIRD-PARTY-LICENCES.txt'],
    dependencies: Object.fromEntries(BESIDE.map((name) => [name, asked[name]!])),
  }
}

/** Lays the package out in `folder`, which is emptied first. False where the pages could not be built. */
export const layOut = async (root: string, folder: string): Promise<boolean> => {
  if (!build(root)) return false
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  await bundle({ root, folder: join(folder, 'dist'), beside: BESIDE })
  cpSync(join(root, 'packages/web/dist'), join(folder, 'dist/web'), { recursive: true })
  for (const { name, folder: room } of rooms(root)) {
    const catalogues = join(root, room, 'locales')
    // The pages' own catalogues are compiled into them.
    if (name === 'web' || !existsSync(catalogues)) continue
    for (const file of readdirSync(catalogues).filter((file) => file.endsWith('.po')))
      cpSync(join(catalogues, file), join(folder, 'dist/locales', name, file))
  }
  for (const path of ['packages/paraph/bin.js', 'packages/paraph/README.md', 'CHANGELOG.md', 'LICENSE'])
    copyFileSync(join(root, path), join(folder, basename(path)))
  writeFileSync(join(folder, 'THIRD-PARTY-LICENCES.txt'), thirdPartyText(root, BESIDE))
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(packedManifest(root), null, 2)}\n`)
  return true
}

/** Makes the tarball in `to`; gives its path, or undefined where something failed, after that one's own words. */
const pack = async (root: string, to: string): Promise<string | undefined> => {
  const folder = join(to, 'paraph')
  mkdirSync(to, { recursive: true })
  if (!(await layOut(root, folder))) return undefined
  const { status, stdout } = spawnSync('npm', ['pack', '--json', '--pack-destination', to], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    shell: process.platform === 'win32',
  })
  if (status !== 0) return undefined
  const [packed] = JSON.parse(stdout) as readonly { filename: string; size: number; entryCount: number }[]
  console.log(`${basename(packed!.filename)}: ${packed!.entryCount} files, ${(packed!.size / 1e6).toFixed(1)} MB`)
  return join(to, packed!.filename)
}

if (import.meta.main) {
  const tarball = await pack(ROOT, resolve(process.argv[2] ?? join(ROOT, 'build')))
  if (tarball === undefined) process.exitCode = 1
  else console.log(tarball)
}
