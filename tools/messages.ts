import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import ts from 'typescript'
import { argumentNames, type Entry, entries } from './catalogue.ts'
import { type Report, tell } from './report.ts'
import { run } from './run.ts'
import { filesBelow, isForTests, ROOT, type Room, rooms } from './tree.ts'

/** The languages that every message is in. The first is the one that the code says. */
export const LANGUAGES = ['en', 'ur'] as const

/** Every message that code says is in every catalogue, with the same arguments; no catalogue holds what nobody says. */
export const messages = async (root: string): Promise<Report> => {
  const faults: string[] = []
  let looked = 0
  for (const room of rooms(root)) {
    const said = messagesOf(root, room)
    const catalogued = existsSync(join(root, room.folder, 'locales'))
    if (said.length > 0 && !catalogued) faults.push(`${room.folder}: says ${said.length} messages and has no locales/`)
    if (!catalogued) continue
    const seen = catalogueFaults(root, room, said)
    looked += seen.looked
    faults.push(...seen.faults, ...(await extractFaults(root, room)))
  }
  return { check: 'messages', looked, unit: 'messages', faults }
}

type Said = { readonly path: string; readonly id: string; readonly message: string }

/** Messages in plain code: an object `{ id, message }` right after the comment that lingui's extractor looks for. */
const messagesOf = (root: string, room: Room): Said[] =>
  filesBelow(root, `${room.folder}/src`, ['.ts', '.tsx'])
    .filter((path) => !isForTests(path))
    .flatMap((path) => {
      const text = readFileSync(join(root, path), 'utf8')
      return /\/\*\s*i18n\s*\*\//.test(text) ? marked(path, ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)) : []
    })

const marked = (path: string, file: ts.SourceFile): Said[] => {
  const found: Said[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node)) {
      const before = file.text.slice(node.pos, node.getStart(file))
      const { id, message } = Object.fromEntries(
        node.properties.flatMap((member) =>
          ts.isPropertyAssignment(member) && ts.isStringLiteralLike(member.initializer)
            ? [[member.name.getText(file), member.initializer.text]]
            : [],
        ),
      )
      if (/\/\*\s*i18n\s*\*\/\s*$/.test(before)) found.push({ path, id: id ?? '', message: message ?? '' })
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

const catalogueFaults = (root: string, room: Room, said: readonly Said[]): { looked: number; faults: string[] } => {
  const faults: string[] = []
  const catalogues = new Map<string, Map<string, string>>()
  for (const language of LANGUAGES) {
    const file = `${room.folder}/locales/${language}.po`
    if (!existsSync(join(root, file))) faults.push(`${file} is missing`)
    else catalogues.set(language, new Map(entries(readFileSync(join(root, file), 'utf8')).map(({ id, text }: Entry) => [id, text])))
  }
  for (const { path, id, message } of said) {
    if (id === '' || message === '') faults.push(`${path}: a message needs a literal id and a literal text`)
    for (const [language, catalogue] of catalogues) if (!catalogue.has(id)) faults.push(`${path}: "${id}" is not in locales/${language}.po`)
    const source = catalogues.get(LANGUAGES[0])?.get(id)
    if (source !== undefined && source !== message) faults.push(`${path}: "${id}" says something else in locales/${LANGUAGES[0]}.po`)
  }
  for (const [id, source] of catalogues.get(LANGUAGES[0]) ?? []) {
    for (const language of LANGUAGES.slice(1)) {
      const text = catalogues.get(language)?.get(id) ?? ''
      if (text === '') faults.push(`${room.folder}/locales/${language}.po: "${id}" is not said`)
      else faults.push(...argumentFaults(`${room.folder}/locales/${language}.po`, id, source === '' ? id : source, text))
    }
  }
  return { looked: catalogues.get(LANGUAGES[0])?.size ?? 0, faults }
}

/** A translation may leave an argument out of a branch, never name one that the code does not give. */
const argumentFaults = (file: string, id: string, source: string, text: string): string[] => {
  const given = argumentNames(source)
  const strange = [...argumentNames(text)].filter((name) => !given.has(name))
  return strange.map((name) => `${file}: "${id}" asks for {${name}}, which the code does not give`)
}

/** Where a room has a lingui.config.ts, lingui itself says whether its catalogues hold what the code says and nothing else. */
const extractFaults = async (root: string, room: Room): Promise<string[]> => {
  const config = join(root, room.folder, 'lingui.config.ts')
  if (!existsSync(config)) return []
  const lingui = join(dirname(createRequire(join(root, room.folder, 'package.json')).resolve('@lingui/cli')), 'lingui.js')
  const { status, said, complained } = await run(
    lingui,
    ['check', 'sync', '--clean', '--verbose', '--workers', '1', '--config', config],
    join(root, room.folder),
  )
  if (status === 0) return []
  return [
    `${room.folder}: locales/ is not what \`lingui extract --clean\` writes:`,
    ...`${said}\n${complained}`.split('\n').filter((line) => line.trim() !== ''),
  ]
}

if (import.meta.main) tell(await messages(ROOT))
