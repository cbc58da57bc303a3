import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { build } from './build.ts'
import { closing, objections, sum, type Tally, tallyOf } from './tally.ts'
import { filesBelow, isTest, ROOT } from './tree.ts'

// `npm test [-- path …]`: the rooms' own tests in one process, then the whole system, each file in its own. One summary closes both.

/** A test that says nothing for so long hangs; ms. */
const PATIENCE = { everyday: 120_000, system: 600_000 }

type Part = { readonly name: string; readonly files: readonly string[]; readonly flags: readonly string[] }

const wanted = process.argv.slice(2)
const asked = (path: string): boolean => wanted.length === 0 || wanted.some((start) => path.startsWith(start.replace(/^\.\//, '')))
const below = (folder: string): string[] => filesBelow(ROOT, folder, ['.ts']).filter((path) => isTest(path) && asked(path))

const runPart = async ({ name, files, flags }: Part): Promise<Tally & { name: string; status: number | null }> => {
  const folder = mkdtempSync(join(tmpdir(), 'paraph-tally-'))
  const tally = join(folder, 'tally')
  console.log(`\n${name}: ${files.length} files`)
  const status = await new Promise<number | null>((resolve, reject) => {
    const given = ['--test', '--test-reporter', './tools/reporter.ts', '--test-reporter-destination', 'stdout', ...flags, ...files]
    const child = spawn(process.execPath, given, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, PARAPH_TALLY: tally } })
    child.on('error', reject)
    child.on('close', resolve)
  })
  const seen = existsSync(tally) ? tallyOf(readFileSync(tally, 'utf8')) : tallyOf('')
  rmSync(folder, { recursive: true })
  return { name, status, ...seen }
}

const parts: Part[] = [
  {
    name: 'everyday',
    files: ['packages', 'examples', 'tools'].flatMap(below),
    flags: ['--test-isolation=none', `--test-timeout=${PATIENCE.everyday}`],
  },
  { name: 'whole system', files: below('tests'), flags: ['--test-concurrency=1', `--test-timeout=${PATIENCE.system}`] },
]
const chosen = wanted.length === 0 ? parts : parts.filter(({ files }) => files.length > 0)
if (chosen.length === 0) {
  console.error(`No test file begins with ${wanted.join(' or ')}.`)
  process.exit(1)
}

const required = process.env['PARAPH_REQUIRE'] === 'all'
const ended: (Tally & { name: string; status: number | null })[] = []
const notes: string[] = []
for (const part of chosen) {
  if (part.name === 'whole system' && !build(ROOT)) notes.push('the pages could not be built')
  ended.push(await runPart(part))
}

const { counts, duration, skips } = sum(ended)
if (skips.length > 0) {
  console.log(`\nSKIPPED ON THIS MACHINE: ${skips.length} tests did not run${required ? ', and all were required' : ''}`)
  for (const { skipped, because } of skips) console.log(`  ﹣ ${skipped}: ${because === '' ? 'no reason given' : because}`)
}
const against = [...notes, ...objections(ended, required)]
if (against.length > 0) {
  console.log('\nNOT PASSED')
  for (const objection of against) console.log(`  ✖ ${objection}`)
  process.exitCode = 1
}
console.log(`\n${closing(counts, duration).join('\n')}`)
