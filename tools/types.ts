import { basename, dirname, join, relative } from 'node:path'
import ts from 'typescript'
import { type Report, tell } from './report.ts'
import { filesBelow, ROOT, rooms } from './tree.ts'

/**
 * The compiler over every tsconfig of every room. Of each, the room's own files are checked: those of the rooms that it uses have configs of
 * their own. A config that reaches no file of its room is a fault: it fences nothing.
 */
export const types = (root: string): Report => {
  const configs = rooms(root).flatMap(({ folder }) =>
    filesBelow(root, folder, ['.json']).filter((path) => /^tsconfig[\w.]*\.json$/.test(basename(path)) && dirname(path) === folder),
  )
  const parsed = sharedFiles()
  const seen = configs.map((config) => check(root, config, parsed))
  const files = new Set(seen.flatMap(({ files }) => files))
  return { check: 'types', looked: files.size, unit: `files of ${configs.length} tsconfigs`, faults: seen.flatMap(({ faults }) => faults) }
}

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

const check = (root: string, config: string, shared: SharedFiles): { files: readonly string[]; faults: readonly string[] } => {
  const say = (diagnostic: ts.Diagnostic): string => sayIn(root, diagnostic)
  const read = ts.readConfigFile(join(root, config), ts.sys.readFile)
  if (read.error !== undefined) return { files: [], faults: [say(read.error)] }
  const given = ts.parseJsonConfigFileContent(read.config, ts.sys, dirname(join(root, config)), undefined, join(root, config))
  if (given.errors.length > 0) return { files: [], faults: given.errors.map(say) }
  const options = { ...given.options, noEmit: true }
  const program = ts.createProgram({ rootNames: given.fileNames, options, host: shared(ts.createCompilerHost(options), options) })
  const room = `${join(root, dirname(config)).replaceAll('\\', '/')}/`
  const own = program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(room) && !fileName.includes('/node_modules/') && !fileName.endsWith('.d.ts'))
  if (own.length === 0) return { files: [], faults: [`${config}: reaches no file of its room`] }
  const found = [
    ...program.getOptionsDiagnostics(),
    ...program.getGlobalDiagnostics(),
    ...own.flatMap((file) => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]),
  ]
  return { files: own.map(({ fileName }) => fileName), faults: found.map(say) }
}

const sayIn = (root: string, { file, start, code, messageText }: ts.Diagnostic): string => {
  const words = ts.flattenDiagnosticMessageText(messageText, '\n').split('\n')[0]
  if (file === undefined || start === undefined) return `error TS${code}: ${words}`
  const { line, character } = file.getLineAndCharacterOfPosition(start)
  return `${relative(root, file.fileName)}(${line + 1},${character + 1}): error TS${code}: ${words}`
}

if (import.meta.main) tell(types(ROOT))
