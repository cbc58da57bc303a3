import process from 'node:process'
import { basename, dirname, join, relative } from 'node:path'
import ts from 'typescript'
import { type Report, tell } from './report.ts'
import { filesBelow, ROOT, type Room, rooms } from './tree.ts'

/**
 * The compiler over every tsconfig of every room. Each file is checked once, by the first config of its own room that reaches it, the strictest
 * first; a room that uses it takes its types and does not check it again. A config that reaches no file of its room is a fault: it fences
 * nothing.
 */
export const types = (root: string, part: Part = { of: 1, at: 0 }): Report => {
  const configs = share(root, part).flatMap(({ folder }) =>
    filesBelow(root, folder, ['.json']).filter((path) => /^tsconfig[\w.]*\.json$/.test(basename(path)) && dirname(path) === folder),
  )
  const checked = new Set<string>()
  const shared = sharedFiles()
  const faults = configs.sort(strictestFirst).flatMap((config) => check({ root, config, shared, checked }))
  return { check: 'types', looked: checked.size, unit: 'files', faults }
}

/** One of several parts of the rooms, which are compiled beside each other. */
export type Part = { readonly of: number; readonly at: number }

/** Every `of`-th room, the large ones dealt out first. */
const share = (root: string, { of, at }: Part): Room[] =>
  rooms(root)
    .map((room) => ({ room, files: filesBelow(root, room.folder, ['.ts', '.tsx']).length }))
    .sort((one, other) => other.files - one.files)
    .filter((_, place) => place % of === at)
    .map(({ room }) => room)

/** `tsconfig.json` fences what is pure, further ones what a door may use; what tests may use on top (`tsconfig.test.json`) comes last. */
const strictestFirst = (one: string, other: string): number => looseness(one) - looseness(other)
const looseness = (config: string): number => (config.endsWith('/tsconfig.json') ? 0 : config.includes('.test.') ? 2 : 1)

type SharedFiles = (host: ts.CompilerHost, options: ts.CompilerOptions) => ts.CompilerHost

/** Files are read and parsed once for all configs that parse alike: most of them see most of the same files. */
const sharedFiles = (): SharedFiles => {
  const kept = new Map<string, ts.SourceFile | undefined>()
  return (host, options) => ({
    ...host,
    getSourceFile: (name, languageVersion, ...rest) => {
      const format = typeof languageVersion === 'object' ? languageVersion.impliedNodeFormat : languageVersion
      const key = [name, format, options.module, options.jsx, options.target].join('\n')
      if (!kept.has(key)) kept.set(key, host.getSourceFile(name, languageVersion, ...rest))
      return kept.get(key)
    },
  })
}

type Checking = { readonly root: string; readonly config: string; readonly shared: SharedFiles; readonly checked: Set<string> }

const check = ({ root, config, shared, checked }: Checking): readonly string[] => {
  const say = (diagnostic: ts.Diagnostic): string => sayIn(root, diagnostic)
  const read = ts.readConfigFile(join(root, config), ts.sys.readFile)
  if (read.error !== undefined) return [say(read.error)]
  const given = ts.parseJsonConfigFileContent(read.config, ts.sys, dirname(join(root, config)), undefined, join(root, config))
  if (given.errors.length > 0) return given.errors.map(say)
  const options = { ...given.options, noEmit: true }
  const program = ts.createProgram({ rootNames: given.fileNames, options, host: shared(ts.createCompilerHost(options), options) })
  const room = `${join(root, dirname(config)).replaceAll('\\', '/')}/`
  const own = program
    .getSourceFiles()
    .filter(({ fileName }) => fileName.startsWith(room) && !fileName.includes('/node_modules/') && !fileName.endsWith('.d.ts'))
  if (own.length === 0) return [`${config}: reaches no file of its room`]
  const fresh = own.filter(({ fileName }) => !checked.has(fileName))
  for (const { fileName } of fresh) checked.add(fileName)
  return [
    ...program.getOptionsDiagnostics(),
    ...program.getGlobalDiagnostics(),
    ...fresh.flatMap((file) => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]),
  ].map(say)
}

const sayIn = (root: string, { file, start, code, messageText }: ts.Diagnostic): string => {
  const words = ts.flattenDiagnosticMessageText(messageText, '\n').split('\n')[0]
  if (file === undefined || start === undefined) return `error TS${code}: ${words}`
  const { line, character } = file.getLineAndCharacterOfPosition(start)
  return `${relative(root, file.fileName)}(${line + 1},${character + 1}): error TS${code}: ${words}`
}

if (import.meta.main) {
  const [of = 1, at = 0] = process.argv.slice(2).map(Number)
  tell(types(ROOT, { of, at }))
}
