import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmdirSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import test from 'node:test'
import { deflateSync } from 'node:zlib'
import { SOURCE_LIMIT } from '@paraph/documents'
import { readBundle } from '@paraph/record'
import { answerOf, type Ended, inFolder, paraphHere } from './command-line.test-support.ts'
import { exerciseOn, served, signedIn } from './served.test-support.ts'

// Capturing a source as people do it: by the command line with and without a server, and what may go wrong around it.

const PROCESS = 'lake-sera-exercise'
const PAGE =
  '<!doctype html><html lang=en><title>Talks</title><meta property="og:site_name" content="Lake Post"><meta name=date content=2025-11-07><article><p>LAKE (Reuters) - The envoy said: “We left.” signaling waning. confidence</article><script>alert(1)</script>'

type Source = { readonly snapshot: { readonly hash: string }; readonly [name: string]: unknown }
const done = (ended: Ended): Ended => {
  assert.equal(ended.status, 0, `${ended.said}${ended.complained}`)
  return ended
}
const sha = (bytes: string | Buffer): string => createHash('sha256').update(bytes).digest('hex')

/** Captures a file, completes its act, puts it on the record, and gives the act. */
const putOnRecord = async (home: string, file: string): Promise<Source> => {
  const written = answerOf<Source>(done(await paraphHere(home, ['capture', PROCESS, file, '--act'])))
  const act = { ...written, voice: 'outlet' }
  done(await paraphHere(home, ['act', PROCESS, '-', '--key', 'exercise.C'], { input: JSON.stringify(act) }))
  return act
}

test('a page from a file: what it says of itself is in the act, a person completes it, and a bundle has the page when asked', async () => {
  await inFolder(async (home) => {
    done(await paraphHere(home, ['init', 'exercise']))
    const file = join(home, 'page.html')
    writeFileSync(file, PAGE)
    const told = done(await paraphHere(home, ['capture', PROCESS, file])).said
    assert.match(told, /^origin +Reuters \(dateline: “LAKE \(Reuters\) -”\)$/m)
    assert.match(told, /To complete before it is signed: voice$/m)
    assert.match(told, /waning\. confidence/)
    const incomplete = await paraphHere(home, ['act', PROCESS, '-', '--key', 'exercise.C'], {
      input: done(await paraphHere(home, ['capture', PROCESS, file, '--act'])).said,
    })
    assert.match(incomplete.complained, /act-schema at act\.voice/)

    const act = await putOnRecord(home, file)
    const { published: _, ...rest } = act
    assert.deepEqual(rest, {
      type: 'source.captured',
      publisher: 'Lake Post',
      title: 'Talks',
      voice: 'outlet',
      language: 'en',
      dated: 'printed',
      origin: 'Reuters',
      snapshot: { hash: sha(PAGE), media: 'text/html' },
    })
    const exported = async (name: string, ...options: string[]) => {
      const to = join(home, name)
      done(await paraphHere(home, ['export', PROCESS, '-o', to, ...options]))
      done(await paraphHere(home, ['verify', to]))
      const bundle = readBundle(new Uint8Array(readFileSync(to)))
      return bundle.ok ? bundle.value.files : assert.fail(JSON.stringify(bundle))
    }
    const page = `blobs/${act.snapshot.hash}`
    assert.equal((await exported('without.paraph')).has(page), false)
    assert.equal(Buffer.from((await exported('with.paraph', '--with-snapshots')).get(page)!).toString(), PAGE)
  })
})

test('what turns the direction or commands a terminal is shown by its number', async () => {
  await inFolder(async (home) => {
    done(await paraphHere(home, ['init', 'exercise']))
    writeFileSync(join(home, 'a.txt'), 'left\u202Eright\u001b[2J\u200Bend')
    const { said } = done(await paraphHere(home, ['capture', PROCESS, 'a.txt']))
    assert.match(said, /left⟨U\+202E⟩right⟨U\+001B⟩\[2J⟨U\+200B⟩end/)
    for (const mark of ['\u202E', '\u001b', '\u200B']) assert.ok(!said.includes(mark))
    assert.match(said, /^note +direction-control at 4 character=U\+202E$/m)
  })
})

test('refused captures say why: no file, an address inside, a picture, a process that is not here', async () => {
  await inFolder(async (home) => {
    done(await paraphHere(home, ['init', 'exercise']))
    writeFileSync(join(home, 'a.png'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0]))
    writeFileSync(join(home, 'a.txt'), 'words')
    for (const [name, size] of [
      ['vast.txt', 2 * 1024 ** 3],
      ['large.txt', SOURCE_LIMIT + 1],
    ] as const) {
      writeFileSync(join(home, name), '')
      truncateSync(join(home, name), size)
    }
    for (const [words, code] of [
      [[PROCESS, 'none.txt'], 'file-unreadable'],
      [[PROCESS, 'http://2130706433/'], 'address-not-public'],
      [[PROCESS, 'http://localhost:1/'], 'address-not-taken'],
      [[PROCESS, 'file:///etc/passwd'], 'address-not-taken'],
      [[PROCESS, 'vast.txt'], 'too-large'],
      [[PROCESS, 'large.txt'], 'too-large'],
      [[PROCESS, 'a.png'], 'media-unread'],
      [['nowhere', 'a.txt'], 'process-unknown'],
    ] as const) {
      const { status, said } = await paraphHere(home, ['capture', ...words, '--json'])
      assert.deepEqual([status, (JSON.parse(said) as { refused: { code: string } }).refused.code], [1, code], words.join(' '))
    }
  })
})

/** A PDF whose one page inflates to gigabytes: a block of spaces again and again, deflated twice. */
const bomb = (): Buffer => {
  const inner = deflateSync(Buffer.alloc(1024 * 1024, ' '), { level: 9, finishFlush: 3 })
  const body = Buffer.concat([inner, ...Array.from({ length: 4 * 1024 }, () => inner.subarray(2)), Buffer.from([3, 0])])
  const packed = deflateSync(body, { level: 9 })
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>',
    `<< /Length ${packed.length} /Filter [/FlateDecode /FlateDecode] >>\nstream\n${packed.toString('latin1')}\nendstream`,
  ]
  const text = objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`).join('')
  return Buffer.from(`%PDF-1.4\n${text}trailer\n<< /Size 5 /Root 1 0 R >>\n%%EOF\n`, 'latin1')
}

test('through a server that runs: a file is sent to it as it is, a bomb does not end it, and its page is read again', async () => {
  await served(async (given) => {
    const { home, address } = given
    await exerciseOn(given)
    writeFileSync(join(home, 'page.html'), PAGE)
    writeFileSync(join(home, 'bomb.pdf'), bomb())
    const refused = await paraphHere(home, ['capture', PROCESS, 'bomb.pdf', '--json'])
    const { code, facts } = (JSON.parse(refused.said) as { refused: { code: string; facts: { limit: string } } }).refused
    assert.deepEqual([code, facts.limit], ['source-beyond-limit', 'memory'])

    const act = await putOnRecord(home, 'page.html')
    const headers = { cookie: await signedIn(given) }
    const api = `${address}/api/v1/processes/${PROCESS}`
    const { rows } = (await (await fetch(`${api}/rows?limit=1`, { headers })).json()) as { rows: { ref: { hash: string } }[] }
    const answer = await fetch(`${api}/sources/${rows[0]!.ref.hash}/reading`, { headers })
    const captured = (await answer.json()) as { snapshot: { hash: string }; reading: { text: string }; suggestions: { words: string }[] }
    assert.equal(answer.status, 200, JSON.stringify(captured))
    assert.equal(captured.snapshot.hash, act.snapshot.hash)
    assert.match(captured.reading.text, /^LAKE \(Reuters\) - The envoy said: “We left\.” signaling waning\. confidence$/)
    assert.ok(captured.suggestions.some(({ words }) => words.includes('We left')))
  })
})

const mounted = (kibibytes: number): { readonly path: string; readonly grow: () => void; readonly unmount: () => void } | undefined => {
  const path = mkdtempSync(join(tmpdir(), 'paraph-small-'))
  const mount = (words: readonly string[]): boolean => process.platform === 'linux' && spawnSync('mount', words).status === 0
  if (!mount(['-t', 'tmpfs', '-o', `size=${kibibytes}k,mode=700`, 'tmpfs', path])) {
    rmdirSync(path)
    return undefined
  }
  return {
    path,
    grow: () => assert.ok(mount(['-o', `remount,size=${kibibytes * 8}k`, path])),
    unmount: () => {
      spawnSync('umount', ['-l', path])
      rmdirSync(path)
    },
  }
}
const able = mounted(64)
able?.unmount()
const missing =
  able === undefined && process.env['PARAPH_REQUIRE'] !== 'all' ? 'no right to mount a tmpfs here: root on Linux is needed' : false

test('a full disk while capturing: it is said, what was kept and recorded is whole, and it goes on once there is room', {
  skip: missing,
}, async () => {
  const disk = mounted(5 * 1024)!
  try {
    const home = disk.path
    done(await paraphHere(home, ['init', 'exercise']))
    await inFolder(async (files) => {
      /** A text of a mebibyte, another each time. */
      const text = (at: number): string => `${at}${'\n'.repeat(1024 * 1024)}`
      const capture = async (at: number): Promise<Ended> => {
        writeFileSync(join(files, 'a.txt'), text(at))
        return paraphHere(home, ['capture', PROCESS, join(files, 'a.txt'), '--json'])
      }
      writeFileSync(join(files, 'page.html'), PAGE)
      const act = await putOnRecord(home, join(files, 'page.html'))
      let kept = 0
      let ended = await capture(kept)
      for (; ended.status === 0 && kept < 50; ended = await capture(kept)) kept++
      assert.ok(kept > 0 && kept < 50, `${kept} were kept`)
      assert.equal((JSON.parse(ended.said) as { refused: { code: string } }).refused.code, 'disk-full')

      const bundle = join(files, 'x.paraph')
      done(await paraphHere(home, ['export', PROCESS, '--with-snapshots', '-o', bundle]))
      done(await paraphHere(home, ['verify', bundle]))
      const seen = readBundle(new Uint8Array(readFileSync(bundle)))
      assert.ok(seen.ok && seen.value.files.has(`blobs/${act.snapshot.hash}`))

      disk.grow()
      const { snapshot } = answerOf<Source>(done(await capture(kept)))
      assert.equal(snapshot.hash, sha(text(kept)))
      // What was kept before the disk was full is here still: keeping it again adds nothing and says the same.
      assert.equal(answerOf<Source>(done(await capture(0))).snapshot.hash, sha(text(0)))
    })
  } finally {
    disk.unmount()
  }
})
