import assert from 'node:assert/strict'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { answerOf, inFolder, paraphHere, start } from './command-line.test-support.ts'
import { staticServer, type Talks, talksIn } from './published.test-support.ts'

// Longer than 250 lines: one published process, looked at from every side.

type Verdict = {
  verdict: string
  reason?: string
  identity?: string
  counts?: Record<string, number>
  fault?: { name: string; index?: number }
  facts?: { erased?: Record<string, string[]> }
}
const verify = async (home: string, ...words: string[]) => {
  const ended = await paraphHere(home, ['verify', ...words, '--json'])
  return { status: ended.status, verdict: answerOf<Verdict>(ended) }
}
type Published = { acts: Record<string, number>; written: number; kept: number; removed: number; size: number }
const publishTo = async ({ home, slug }: Talks, folder: string, ...words: string[]) => {
  const ended = await paraphHere(home, ['publish', slug, folder, '--json', ...words])
  assert.equal(ended.status, 0, ended.said + ended.complained)
  return answerOf<Published>(ended)
}
const refused = async (home: string, ...words: string[]) => {
  const ended = await paraphHere(home, ['publish', ...words, '--json'])
  assert.equal(ended.status, 1, ended.said)
  return answerOf<{ refused: { code: string } }>(ended).refused.code
}

const within = (name: string, use: (talks: Talks) => Promise<void>) => test(name, () => inFolder(async (home) => use(await talksIn(home))))

/** A tabled a demand and published it; B tabled a refusal and did not. */
const oneVoice = async (talks: Talks) => {
  const issue = await talks.act('C', { type: 'issue.tabled', title: { en: 'Gates', ur: 'پھاٹک' } })
  const demand = await talks.act('A', { type: 'position.tabled', issue, kind: 'demand', words: { en: 'open the northern gate' } })
  const refusal = await talks.act('B', { type: 'position.tabled', issue, kind: 'refusal', words: { en: 'not before the spring' } })
  await talks.publish('A', [demand])
  return { issue, demand, refusal }
}

within('a published folder verifies where it lies and behind any web server, and what was not published is undisclosed', async (talks) => {
  const { home, process } = talks
  const { refusal, demand } = await oneVoice(talks)
  const done = await publishTo(talks, 'public', '--address', 'https://talks.example/lake/')
  assert.ok(done.acts['published'] === 1 && done.acts['undisclosed']! > 3)
  assert.ok(existsSync(join(home, 'public', `acts/${demand}.json`)))
  assert.ok(!existsSync(join(home, 'public', `acts/${refusal}.json`)))
  const everything = readdirSync(join(home, 'public'), { recursive: true, encoding: 'utf8' })
    .map((name) => join(home, 'public', name))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n')
  assert.ok(everything.includes('open the northern gate'))
  assert.ok(!everything.includes('not before the spring'))
  assert.match(readFileSync(join(home, 'public/index.html'), 'utf8'), /npx paraph verify https:\/\/talks\.example\/lake --trust/)
  assert.match(readFileSync(join(home, 'public/index.ur.html'), 'utf8'), /<html lang="ur" dir="rtl">/)
  const server = await staticServer(join(home, 'public'))
  for (const where of ['public', server.address, `${server.address}/`, `${server.address}/index.html`, `${server.address}/checkpoint`]) {
    const { status, verdict } = await verify(home, where, '--trust', process)
    assert.equal(status, 0, JSON.stringify(verdict))
    assert.deepEqual([verdict.verdict, verdict.identity], ['verified', 'trusted'])
    assert.equal(verdict.counts!['undisclosed'], done.acts['undisclosed'])
    assert.equal(verdict.counts!['notCheckable'], 0)
  }
  await server.close()
})

within('a static server that serves one flipped byte is named by its entry, one that leaves out what was published too', async (talks) => {
  const { home } = talks
  const { demand } = await oneVoice(talks)
  await publishTo(talks, 'public')
  const flipped = (wanted: RegExp, at: number) => (path: string, bytes: Buffer) => {
    const changed = Buffer.from(bytes)
    if (wanted.test(path)) changed[at] = changed[at]! ^ 1
    return changed
  }
  const through = async (change: Parameters<typeof staticServer>[1], ...words: string[]) => {
    const server = await staticServer(join(home, 'public'), change)
    const answer = await verify(home, server.address, ...words)
    await server.close()
    return answer
  }
  const leaf = await through(flipped(/^tile\/entries\//, 40))
  assert.deepEqual([leaf.status, leaf.verdict.fault?.name, leaf.verdict.fault?.index], [1, 'leaf-hash', 0])
  const act = await through(flipped(new RegExp(demand), 30))
  assert.equal(act.status, 1)
  assert.match(act.verdict.fault!.name, /^(act-form|commitment)$/)
  assert.equal(act.verdict.fault!.index, 6)
  const left = await through((path, bytes) => (path.includes(demand) ? 404 : bytes))
  assert.deepEqual([left.status, left.verdict.fault?.name, left.verdict.fault?.index], [1, 'act-missing', 6])
  const long = await through((path, bytes) => (path === 'checkpoint' ? Buffer.alloc(10_000_000, 0x61) : bytes))
  assert.deepEqual([long.status, long.verdict.verdict], [2, 'unreadable'])
  const down = await through((path, bytes) => (path.startsWith('tile/') ? 503 : bytes))
  assert.deepEqual([down.status, down.verdict.reason], [2, 'no-answer'])
  const other = await through(undefined, '--trust', '0'.repeat(32))
  assert.deepEqual([other.status, other.verdict.fault?.name], [1, 'trust'])
})

test('a wrong address, a folder of something else, and nobody there have nothing to verify', async () => {
  await inFolder(async (home) => {
    const server = await staticServer(home)
    assert.deepEqual(await verify(home, `${server.address}/nowhere`).then(({ status, verdict }) => [status, verdict.reason]), [
      2,
      'no-checkpoint',
    ])
    await server.close()
    assert.deepEqual(await verify(home, server.address).then(({ status, verdict }) => [status, verdict.reason]), [2, 'no-answer'])
    mkdirSync(join(home, 'empty'))
    assert.deepEqual(await verify(home, 'empty').then(({ status, verdict }) => [status, verdict.reason]), [2, 'no-checkpoint'])
    assert.equal((await verify(home, 'https://')).status, 2)
  })
})

within('only what changed is written, what is withdrawn or erased is taken away, and the record goes on', async (talks) => {
  const { home, process } = talks
  const { demand, issue } = await oneVoice(talks)
  await publishTo(talks, 'public')
  const again = await publishTo(talks, 'public')
  assert.equal(again.written, 0)
  copyFileSync(join(home, 'public/checkpoint'), join(home, 'before'))
  const more = await talks.act('B', { type: 'position.tabled', issue, kind: 'offer', words: { en: 'half of it' } })
  await talks.publish('B', [more])
  const grown = await publishTo(talks, 'public')
  assert.ok(grown.written > 0 && grown.written < grown.kept + grown.written)
  assert.equal((await verify(home, 'public', '--seen', 'before', '--trust', process)).status, 0)
  await talks.act('A', { type: 'publication.decided', decision: 'withdraw', acts: [demand] })
  const erasure = await talks.act('B', { type: 'erasure.made', acts: [more], asks: ['C'] })
  await talks.consent('C', erasure)
  const less = await publishTo(talks, 'public')
  assert.equal(less.removed, 2)
  for (const gone of [demand, more]) assert.ok(!existsSync(join(home, 'public', `acts/${gone}.json`)))
  const { status, verdict } = await verify(home, 'public', '--trust', process)
  assert.equal(status, 0, JSON.stringify(verdict))
  assert.deepEqual(verdict.facts?.erased, { [more]: ['B', 'C'] })
  const page = readFileSync(join(home, 'public/index.html'), 'utf8')
  assert.match(page, /cannot be made unseen/)
  assert.ok(!page.includes('half of it') && !page.includes('open the northern gate'))
  writeFileSync(join(home, 'public/tile/0/000.p/1'), 'torn')
  assert.equal((await verify(home, 'public')).status, 0, 'a file of another size is nobody’s')
})

within('a folder that holds something else is never written into, nor one that shows more or another history', async (talks) => {
  const { home, slug } = talks
  assert.equal(await refused(home, slug, 'public'), 'nothing-published')
  assert.ok(!existsSync(join(home, 'public')))
  await oneVoice(talks)
  assert.equal(await refused(home, 'nowhere', 'public'), 'process-unknown')
  assert.equal(await refused(home, slug, 'public', '--address', 'ftp://x'), 'address-malformed')
  mkdirSync(join(home, 'mine'))
  writeFileSync(join(home, 'mine/letter.txt'), 'dear')
  assert.equal(await refused(home, slug, 'mine'), 'folder-exists')
  assert.deepEqual(readdirSync(join(home, 'mine')), ['letter.txt'])
  writeFileSync(join(home, 'mine/paraph-publication.json'), '{"v":1,"process":"0123456789abcdef0123456789abcdef"}')
  assert.equal(await refused(home, slug, 'mine'), 'folder-of-another-process')
  assert.equal(await refused(home, slug, 'mine/letter.txt'), 'folder-exists')
  await publishTo(talks, 'public')
  const checkpoint = readFileSync(join(home, 'public/checkpoint'), 'utf8')
  writeFileSync(join(home, 'public/checkpoint'), checkpoint.replace(/\n\d+\n/, '\n999\n'))
  assert.equal(await refused(home, slug, 'public'), 'folder-ahead')
  writeFileSync(join(home, 'public/checkpoint'), checkpoint.replace(/\n\d+\n/, '\n2\n'))
  assert.equal(await refused(home, slug, 'public'), 'folder-ahead')
  assert.equal(await refused(home, slug, 'mine/letter.txt/deeper'), 'file-unwritable')
  assert.equal((await paraphHere(home, ['publish', slug])).status, 64)
})

within('a standing is drafted by the command line, agreed to by every party, and published in the words of then', async (talks) => {
  const { home, slug } = talks
  const drafted = await paraphHere(home, ['publish', slug, '--draft'])
  assert.equal(drafted.status, 0, drafted.complained)
  const act = JSON.parse(drafted.said) as { type: string; sentence: Record<string, string> }
  assert.deepEqual([act.type, Object.keys(act.sentence)], ['publication.drafted', ['en', 'ur']])
  const frozen = await talks.act('C', act)
  const decision = await talks.publish('C', [frozen], ['A', 'B'])
  await talks.consent('A', decision)
  assert.equal(await refused(home, slug, 'public'), 'nothing-published')
  await talks.consent('B', decision)
  await talks.act('C', { type: 'round.opened', takesPart: ['A', 'B'] })
  await publishTo(talks, 'public')
  for (const [language, file] of [
    ['en', 'index.html'],
    ['ur', 'index.ur.html'],
  ] as const)
    assert.ok(readFileSync(join(home, 'public', file), 'utf8').includes(act.sentence[language]!), language)
})

within('interrupted, the folder goes on verifying at its old checkpoint, and the next run completes it', async (talks) => {
  const { home, slug, process } = talks
  const { issue } = await oneVoice(talks)
  const { size } = await publishTo(talks, 'public')
  const before = readFileSync(join(home, 'public/checkpoint'), 'utf8')
  const more = await talks.act('B', { type: 'position.tabled', issue, kind: 'offer', words: { en: 'half of it' } })
  await talks.publish('B', [more])
  const stopped = await paraphHere(home, ['publish', slug, 'public', '--json'], { onInterrupt: (end) => end() })
  assert.deepEqual([stopped.status, answerOf(stopped)], [130, { cancelled: true, to: 'public' }])
  assert.ok(existsSync(join(home, `public/acts/${more}.json`)), 'it had begun')
  assert.equal(readFileSync(join(home, 'public/checkpoint'), 'utf8'), before)
  const { status, verdict } = await verify(home, 'public', '--trust', process)
  assert.deepEqual([status, verdict.counts!['entries']], [0, size], JSON.stringify(verdict))
  // As a crash leaves it: a file broken off in the middle.
  writeFileSync(join(home, `public/acts/${more}.json`), '{"act"')
  assert.equal((await publishTo(talks, 'public')).size, size + 2)
  assert.deepEqual((await verify(home, 'public', '--trust', process)).verdict.counts!['entries'], size + 2)
  assert.equal((await publishTo(talks, 'public')).written, 0)
})

within('a signal ends a publication in order, whenever it comes', async (talks) => {
  const { home, slug } = talks
  await oneVoice(talks)
  const running = start(home, ['publish', slug, 'public', '--json'])
  const watching = setInterval(() => {
    if (!existsSync(join(home, 'public/paraph-publication.json'))) return
    clearInterval(watching)
    running.child.kill('SIGINT')
  }, 1)
  const { status } = await running.ended
  clearInterval(watching)
  assert.ok(status === 0 || status === 130, String(status))
  assert.equal(existsSync(join(home, 'public/checkpoint')), status === 0)
  await publishTo(talks, 'public')
  assert.equal((await verify(home, 'public')).status, 0)
})

within('a folder that lies as it was left is not written again; one that somebody touched is compared whole', async (talks) => {
  const { home } = talks
  const { demand } = await oneVoice(talks)
  const { written } = await publishTo(talks, 'public')
  const marker = () => statSync(join(home, 'public/paraph-publication.json')).mtimeMs
  const left = marker()
  const again = await publishTo(talks, 'public')
  assert.deepEqual([again.written, again.kept, marker()], [0, written, left])
  const file = join(home, `public/acts/${demand}.json`)
  const act = readFileSync(file, 'utf8')
  const later = new Date(Date.now() + 5_000)
  for (const [what, touch] of [
    ['altered in place', () => writeFileSync(file, act.replace('northern', 'southern'))],
    ['cut', () => writeFileSync(file, act.slice(1))],
    ['gone', () => rmSync(file)],
  ] as const) {
    touch()
    if (existsSync(file)) utimesSync(file, later, later)
    assert.equal((await publishTo(talks, 'public')).written, 1, what)
    assert.equal(readFileSync(file, 'utf8'), act, what)
  }
  assert.ok((await publishTo(talks, 'public', '--address', 'https://talks.example/')).written > 0)
  assert.match(readFileSync(join(home, 'public/index.html'), 'utf8'), /talks\.example/)
})

within('on a full disk the folder shows what it showed', async (talks) => {
  const { home, slug } = talks
  const { issue } = await oneVoice(talks)
  await publishTo(talks, 'public')
  const before = readFileSync(join(home, 'public/checkpoint'), 'utf8')
  const more = await talks.act('B', { type: 'position.tabled', issue, kind: 'offer', words: { en: 'half of it' } })
  await talks.publish('B', [more])
  const full = join(home, 'public/index.html.next')
  symlinkSync('/dev/full', full)
  const stopped = await paraphHere(home, ['publish', slug, 'public', '--json'])
  assert.deepEqual(answerOf<{ refused: object }>(stopped).refused, {
    code: 'file-unwritable',
    facts: { path: 'index.html', cause: 'ENOSPC' },
  })
  assert.equal(readFileSync(join(home, 'public/checkpoint'), 'utf8'), before)
  assert.equal((await verify(home, 'public')).status, 0)
  rmSync(full)
  assert.equal((await publishTo(talks, 'public')).acts['published'], 2)
  assert.equal((await verify(home, 'public')).status, 0)
})
