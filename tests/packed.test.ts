import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import process from 'node:process'
import test, { after } from 'node:test'
import { transport } from '@paraph/client'
import { answerOf, type Around, type Ended, paraphHere, type Running, start } from './command-line.test-support.ts'
import { older } from './older-node.test-support.ts'

// The published package as a stranger meets it: packed, installed by npm into an empty folder far from this checkout, run there.

const ROOT = join(import.meta.dirname, '..')
const REGISTRY_PATIENCE = 20_000

const registry = (): boolean =>
  spawnSync('npm', ['ping', '--silent', '--fetch-retries=0'], { stdio: 'ignore', timeout: REGISTRY_PATIENCE }).status === 0
/** Installing needs two packages of others. Where all is required the absence of the registry is a failure, not a skip. */
const skip = process.env['PARAPH_REQUIRE'] !== 'all' && !registry() && 'the npm registry is not reachable'
if (skip !== false) console.error(`SKIPPED, for want of the npm registry: ${import.meta.filename}`)

const place = mkdtempSync(join(tmpdir(), 'paraph-packed-'))
after(() => rmSync(place, { recursive: true, force: true }))
const installed = join(place, 'installed')
const packageFolder = join(installed, 'node_modules/paraph')

const ran = (program: string, words: readonly string[], { cwd, env = process.env }: { cwd: string; env?: NodeJS.ProcessEnv }): string => {
  const { status, stdout, stderr } = spawnSync(program, words, { cwd, env, encoding: 'utf8' })
  assert.equal(status, 0, `${program} ${words.join(' ')}: ${stdout}\n${stderr}`)
  return stdout
}

/** Packs and installs once, under the oldest Node that there is: npm leaves out other things there than under a new one. */
const install = (): void => {
  if (existsSync(installed)) return
  const tarball = ran(process.execPath, [join(ROOT, 'tools/pack.ts'), place], { cwd: ROOT })
    .trim()
    .split('\n')
    .at(-1)!
  mkdirSync(installed)
  writeFileSync(join(installed, 'package.json'), '{"private":true}\n')
  const path = [...(older === undefined ? [] : [dirname(older)]), process.env['PATH']].join(delimiter)
  ran('npm', ['install', '--no-audit', '--no-fund', tarball], { cwd: installed, env: { ...process.env, PATH: path } })
}

/** A command of the installed package. Nothing names a data folder: the platform's is below `user`. */
const begin = (user: string, words: readonly string[], { env, ...around }: Around = {}): Running =>
  start(
    user,
    words,
    { ...around, env: { PARAPH_HOME: '', HOME: user, XDG_DATA_HOME: join(user, 'share'), ...env } },
    join(installed, 'node_modules/.bin/paraph'),
  )
const run = (user: string, words: readonly string[], around: Around = {}): Promise<Ended> => {
  const running = begin(user, words, around)
  running.child.stdin.end()
  return running.ended
}

const userFolder = (name: string): string => {
  const folder = join(place, name)
  mkdirSync(folder, { recursive: true })
  return folder
}

test('the package is one bundle with its pages, and names whose work is in it', { skip }, () => {
  install()
  const manifest = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as Record<string, unknown>
  assert.deepEqual(Object.keys(manifest['dependencies'] as object), ['better-sqlite3', 'node'])
  assert.deepEqual(manifest['bin'], { paraph: 'bin.js' })
  assert.deepEqual(
    [manifest['license'], manifest['private'], manifest['scripts'], manifest['engines']],
    ['Apache-2.0', undefined, undefined, { node: '>=20' }],
  )
  const files = readdirSync(packageFolder, { recursive: true, encoding: 'utf8' })
  assert.deepEqual(
    files.filter((path) => /\.tsx?$|node_modules|\.test\./.test(path)),
    [],
    'no source and no package of others within it',
  )
  for (const path of ['LICENSE', 'README.md', 'CHANGELOG.md', 'dist/web/index.html', 'dist/locales/talks/ur.po', 'dist/locales/api/ur.po'])
    assert.ok(files.includes(path), path)
  const others = readFileSync(join(packageFolder, 'THIRD-PARTY-LICENCES.txt'), 'utf8')
  for (const name of ['fastify', 'react', 'zod', '@fontsource-variable/noto-nastaliq-urdu'])
    assert.match(others, new RegExp(`^${name} \\d+\\.\\d+\\.\\d+: `, 'm'))
  assert.match(others, /SIL OPEN FONT LICENSE/i)
  const code = files.filter((path) => /^dist\/[^/]+\.js$/.test(path)).map((path) => readFileSync(join(packageFolder, path), 'utf8'))
  const named = code.flatMap((text) => [...text.matchAll(/^(?:import|export)[^'"\n]* from ["']([^"']+)["']/gm)].map(([, name]) => name!))
  const outside = new Set(named.filter((name) => !name.startsWith('.') && !name.startsWith('node:')))
  assert.deepEqual([...outside], ['better-sqlite3'], 'what is imported is in the bundle, or a dependency')
})

test('installed, it serves its pages, its worker and both languages, with its data where the platform keeps data', { skip }, async () => {
  install()
  const user = userFolder('serving')
  const running = begin(user, ['serve', '--no-open'], { env: { PORT: '0' } })
  try {
    const [, address] = await running.line(/serves on (http:\/\/localhost:\d+)/)
    const page = await fetch(`${address}/p/istanbul-2025`, { headers: { accept: 'text/html' } })
    assert.equal(page.status, 200)
    const html = await page.text()
    for (const [, path] of html.matchAll(/(?:src|href)="(\/[^"]+)"/g)) assert.equal((await fetch(`${address}${path}`)).status, 200, path)
    const assets = readdirSync(join(packageFolder, 'dist/web/assets')).filter((name) => !/\.(br|gz)$/.test(name))
    for (const wanted of [/^worker-.*\.js$/, /^noto-nastaliq-urdu-.*\.woff2$/, /^source-serif-4-.*\.woff2$/, /\.css$/])
      assert.ok(
        assets.some((name) => wanted.test(name)),
        String(wanted),
      )
    for (const name of assets) {
      const { status, headers } = await fetch(`${address}/assets/${name}`)
      assert.equal(status, 200, name)
      if (name.endsWith('.js')) assert.match(headers.get('content-type') ?? '', /^(text|application)\/javascript/, name)
    }
    const { ask } = transport(fetch, { base: address! })
    for (const language of ['en', 'ur'] as const) {
      const asked = { params: { ref: 'istanbul-2025' }, query: { at: '2025-11-10' }, language }
      const there = await ask('standing', asked)
      const words = ['standing', 'istanbul-2025', '--at', '2025-11-10', '--json', '--language', language]
      assert.deepEqual(there.ok && there.value, answerOf(await paraphHere(userFolder('checkout'), words)), 'as the checkout says it')
    }
    assert.ok(existsSync(join(user, 'share/paraph/paraph.sqlite')))
  } finally {
    running.child.kill('SIGTERM')
  }
  const { status, complained } = await running.ended
  assert.equal(status, 0, complained)
})

/** One page with a line of text; readers of PDF find its parts without a table of them (ISO 32000-2, 7.3). */
const PDF = `%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 300 100]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>> endobj
4 0 obj <</Length 45>> stream
BT /F 12 Tf 20 50 Td (Ferries go on Monday) Tj ET
endstream endobj
5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj
trailer <</Root 1 0 R>>
`

test('installed, it reads sources in a thread of its own', { skip }, async () => {
  install()
  const user = userFolder('reading')
  const founded = answerOf<{ process: string }>(await run(user, ['init', 'exercise', '--json']))
  writeFileSync(join(user, 'page.html'), '<!doctype html><title>Lake</title><p>Ferries go on Monday.</p><script>throw 1</script>')
  writeFileSync(join(user, 'letter.eml'), 'Subject: Lake\r\nContent-Type: text/plain\r\n\r\nFerries go on Monday.\r\n')
  writeFileSync(join(user, 'paper.pdf'), PDF)
  for (const name of ['page.html', 'letter.eml', 'paper.pdf']) {
    const captured = await run(user, ['capture', founded.process, name, '--json'])
    assert.equal(captured.status, 0, `${name}: ${captured.said}${captured.complained}`)
    assert.match(answerOf<{ reading: { text: string } }>(captured).reading.text, /Ferries go on Monday/, name)
  }
})

const nodes = [
  { name: `Node ${process.versions.node}`, node: process.execPath, why: skip },
  { name: 'the machine’s own older Node', node: older, why: older === undefined ? 'no Node 20 or 21 here' : skip },
]
for (const { name, node, why } of nodes)
  test(`installed, under ${name}, it exports the example and verifies it, and a changed byte is found`, { skip: why }, async () => {
    install()
    const user = userFolder(`under-${name.replaceAll(/\W/g, '')}`)
    const around: Around = { node: node! }
    const exported = await run(user, ['export', 'istanbul-2025', '--json'], around)
    assert.equal(exported.status, 0, exported.complained)
    assert.equal(answerOf<{ process: string }>(exported).process, 'a664d9242ae542df64704831526d1e83')
    const bundle = join(user, 'istanbul-2025.paraph')
    const verified = await run(user, ['verify', bundle, '--trust', 'a664d9242ae542df64704831526d1e83'], around)
    assert.equal(verified.status, 0, verified.complained)
    assert.match(verified.said, /^verified to entry \d+\n/)
    const bytes = readFileSync(bundle)
    bytes[bytes.indexOf('acts/') + 2_000]! ^= 1
    writeFileSync(bundle, bytes)
    assert.equal((await run(user, ['verify', bundle], around)).status, 1)
    assert.ok(existsSync(join(user, 'share/paraph/paraph.sqlite')))
    assert.match((await run(user, ['--version'], around)).said, /^\d+\.\d+\.\d+\n$/)
  })
