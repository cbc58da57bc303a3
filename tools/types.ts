import { createRequire } from 'node:module'
import { availableParallelism } from 'node:os'
import { basename, join } from 'node:path'
import { type Report, tell } from './report.ts'
import { inTurns, run } from './run.ts'
import { filesBelow, ROOT, rooms } from './tree.ts'

const TSC = createRequire(import.meta.url).resolve('typescript/bin/tsc')

/** Where the compiler remembers what it saw; deletable at any time. */
const MEMORY = 'node_modules/.cache/paraph-types'

/** The compiler over every tsconfig of every room. A config that reaches no file of ours is a fault: it fences nothing. */
export const types = async (root: string): Promise<Report> => {
  const configs = rooms(root).flatMap(({ folder }) =>
    filesBelow(root, folder, ['.json']).filter(
      (path) => /^tsconfig[\w.]*\.json$/.test(basename(path)) && !path.slice(folder.length + 1).includes('/'),
    ),
  )
  const seen = await inTurns(
    configs.map((config) => () => compile(root, config)),
    availableParallelism(),
  )
  const files = new Set(seen.flatMap(({ files }) => files))
  return { check: 'types', looked: files.size, unit: `files of ${configs.length} tsconfigs`, faults: seen.flatMap(({ faults }) => faults) }
}

const compile = async (root: string, config: string): Promise<{ files: string[]; faults: string[] }> => {
  const memory = join(root, MEMORY, `${config.replaceAll('/', '-')}.tsbuildinfo`)
  const given = ['-p', config, '--noEmit', '--incremental', '--tsBuildInfoFile', memory, '--listFiles', '--pretty', 'false']
  const { status, said, complained } = await run(TSC, given, root)
  const all = said.split('\n').filter((line) => line !== '')
  const ours = `${root.replaceAll('\\', '/')}/`
  const files = all.filter((line) => line.startsWith(ours) && !line.includes('/node_modules/') && !line.endsWith('.d.ts'))
  const errors = all.filter((line) => line.includes('error TS'))
  if (status !== 0) return { files, faults: errors.length > 0 ? errors : [`${config}: tsc ended with ${status}: ${complained.trim()}`] }
  return { files, faults: files.length === 0 ? [`${config}: reaches no file of ours`] : [] }
}

if (import.meta.main) tell(await types(ROOT))
