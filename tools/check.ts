import { createRequire } from 'node:module'
import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { arrows } from './arrows.ts'
import { lockfile } from './lockfile.ts'
import { messages } from './messages.ts'
import { lines, passed, type Report, united } from './report.ts'
import { rights, rightsPage } from './rights.ts'
import { inTurns, run } from './run.ts'
import { spec } from './spec.ts'
import { style } from './style.ts'
import { ROOT } from './tree.ts'

const resolve = createRequire(import.meta.url).resolve
const BIOME = resolve('@biomejs/biome/bin/biome')
// Its package.json is no door of knip: what is beside its main file is found from there.
const KNIP = join(dirname(dirname(resolve('knip'))), 'bin/knip.js')

/** Biome prints how many files it looked at; a run that names no number looked at none. Of each finding the place and the sentence are kept. */
const biome = async (command: 'lint' | 'format'): Promise<Report> => {
  const { status, said, complained } = await run(
    BIOME,
    [command, '--colors=off', '--max-diagnostics=200', '--diagnostic-level=warn', '.'],
    ROOT,
  )
  const all = `${complained}\n${said}`
  const looked = Number(/(?:Checked|Formatted) (\d+) files?/.exec(all)?.[1] ?? 0)
  const found = [...all.matchAll(/^(\S+) ((?:lint|format|parse)\S*)[^\n]*\n\n\s*[×!]\s*([^\n]*)/gm)].map(
    ([, place, rule, words]) => `${place}: ${words} (${rule})`,
  )
  return {
    check: command,
    looked,
    unit: 'files',
    faults: status === 0 ? [] : found.length > 0 ? found : all.split('\n').filter((line) => line.trim() !== ''),
  }
}

/** Exports, files and dependencies that nobody uses. */
const unused = async (): Promise<Report> => {
  const { status, said, complained } = await run(
    KNIP,
    ['--no-progress', '--treat-config-hints-as-errors', '--reporter', 'symbols', '--reporter', './tools/knip-count.js'],
    ROOT,
  )
  const looked = Number(/looked at (\d+) files/.exec(said)?.[1] ?? 0)
  const faults =
    status === 0 ? [] : `${said}\n${complained}`.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('looked at'))
  return { check: 'unused', looked, unit: 'files', faults }
}

/** The compiler takes the longest and one core a process: as many as there are cores, beside each other. */
const types = async (): Promise<Report> => {
  const of = availableParallelism()
  const part = async (at: number): Promise<Report> => {
    const { status, said, complained } = await run(join(ROOT, 'tools/types.ts'), [String(of), String(at)], ROOT, {
      ...process.env,
      TOOLS_JSON: '1',
    })
    if (status !== 0) return { check: 'types', looked: 0, unit: 'files', faults: [complained] }
    return JSON.parse(said) as Report
  }
  return united(await Promise.all(Array.from({ length: of }, (_, at) => part(at))))
}

const checks: readonly (() => Report | Promise<Report>)[] = [
  types,
  () => biome('lint'),
  () => biome('format'),
  unused,
  () => messages(ROOT),
  () => arrows(ROOT),
  () => spec(ROOT),
  () => style(ROOT),
  () => lockfile(ROOT),
  () => rights(ROOT, rightsPage()),
]

const begun = performance.now()
const reports = await inTurns(
  checks.map((check) => async () => {
    const report = await check()
    console.log(lines(report).join('\n'))
    return report
  }),
  availableParallelism(),
)
const failed = reports.filter((report) => !passed(report))
const seconds = ((performance.now() - begun) / 1000).toFixed(1)
console.log(
  failed.length === 0
    ? `\n${reports.length} checks passed in ${seconds} s`
    : `\n${failed.length} of ${reports.length} checks failed in ${seconds} s: ${failed.map(({ check }) => check).join(', ')}`,
)
if (failed.length > 0) process.exitCode = 1
