import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** What to bundle: the root, the folder that the files go to, the packages that stay outside. */
export type Bundling = { readonly root: string; readonly folder: string; readonly beside: readonly string[] }

/** What is run by its name: the program, and the thread that reads a source, which `documents` looks for beside itself. */
const ENTRIES = { paraph: 'packages/paraph/src/index.ts', 'reading-worker': 'packages/documents/src/reading/worker.ts' }

/** What of rolldown is used here: it comes with Vite, and no room declares it. (rolldown.rs, *Bundler API*) */
type Log = { readonly code?: string; readonly message: string }
type Rolldown = (options: {
  readonly input: Readonly<Record<string, string>>
  readonly cwd: string
  readonly platform: 'node'
  readonly external: readonly string[]
  readonly onLog: (level: string, log: Log) => void
}) => Promise<{
  readonly write: (options: Readonly<Record<string, string>>) => Promise<unknown>
  readonly close: () => Promise<void>
}>

/**
 * The command line with every room and every package that it needs, as `paraph.js`, its thread, and one file for each command that is loaded
 * when it is asked for, all in one folder: code finds what is beside it by `import.meta.url`. A warning is an error here: what cannot be resolved would
 * be missing on somebody else's machine.
 */
export const bundle = async ({ root, folder, beside }: Bundling): Promise<void> => {
  const warnings: string[] = []
  const bundled = await (await rolldownOf(root))({
    input: Object.fromEntries(Object.entries(ENTRIES).map(([name, path]) => [name, join(root, path)])),
    cwd: root,
    platform: 'node',
    external: beside,
    onLog: (level, { message }) => {
      if (level === 'warn') warnings.push(message)
    },
  })
  await bundled.write({ dir: folder, format: 'esm', entryFileNames: '[name].js', chunkFileNames: '[name].js' })
  await bundled.close()
  if (warnings.length > 0) throw new Error(`the bundle is not whole:\n${warnings.join('\n')}`)
}

const rolldownOf = async (root: string): Promise<Rolldown> => {
  const vite = createRequire(join(root, 'packages/web/package.json')).resolve('vite/package.json')
  const { rolldown } = (await import(pathToFileURL(createRequire(vite).resolve('rolldown')).href)) as { rolldown: Rolldown }
  return rolldown
}
