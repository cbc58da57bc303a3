import assert from 'node:assert/strict'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import process from 'node:process'
import test, { after } from 'node:test'
import { answerOf, type Ended, inFolder, paraph, type Running, start } from './command-line.test-support.ts'

// First contact: `npm start` opens a browser at the sign-in link, and a fresh link can be had while it runs.

const START = join(import.meta.dirname, '../tools/start.ts')
/** An opener that says what it was given shows it at once; ms. */
const PATIENCE = 20_000

const place = mkdtempSync(join(tmpdir(), 'paraph-opener-'))
after(() => rmSync(place, { recursive: true, force: true }))
const record = join(place, 'opened')
const [fakes, nothing] = [join(place, 'fakes'), join(place, 'nothing')]
for (const folder of [fakes, nothing]) mkdirSync(folder)
/** Both platforms' openers, which record their words and then fail: that is nobody's error either. */
for (const name of ['xdg-open', 'open']) {
  writeFileSync(join(fakes, name), `#!/bin/sh\necho "$#" "$@" >> '${record}'\nexit 3\n`)
  chmodSync(join(fakes, name), 0o755)
}
const withFakes = [fakes, process.env['PATH']].join(delimiter)
const skip = process.platform === 'win32' && 'the opener of Windows is no file in PATH'

const opened = (): string[] => (existsSync(record) ? readFileSync(record, 'utf8').trimEnd().split('\n') : [])

/** Starts a server, gives its link, and ends it in good order after `use`. */
const serving = async (
  home: string,
  given: { readonly words?: readonly string[]; readonly env: Readonly<Record<string, string>>; readonly script?: string },
  use: (at: { address: string; link: string; running: Running }) => Promise<void> = async () => {},
): Promise<Ended> => {
  const { words = [], env, script = START } = given
  const running = start(home, words, { env: { PORT: '0', PARAPH_LOG: 'silent', ...env } }, script)
  try {
    const [, address] = await running.line(/serves on (http:\/\/localhost:\d+)/)
    const [, link] = await running.line(/Sign in.*: (\S+)/)
    await use({ address: address!, link: link!, running })
  } finally {
    running.child.kill('SIGINT')
  }
  const ended = await running.ended
  assert.equal(ended.status, 0, ended.complained)
  return ended
}

const signInAt = async (address: string, link: string): Promise<number> => {
  const answer = await fetch(`${address}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify({ token: new URL(link).hash.slice(1) }),
  })
  return answer.status
}

test('npm start opens the sign-in link, once, and neither under CI nor with --no-open', { skip }, async () => {
  await inFolder(async (home) => {
    await serving(home, { env: { CI: 'true', PATH: withFakes } })
    await serving(home, { words: ['--no-open'], env: { CI: '', PATH: withFakes } })
    // Whatever those two had opened would have been recorded by the time that this one is.
    await serving(home, { env: { CI: '', PATH: withFakes } }, async ({ address, link }) => {
      const end = Date.now() + PATIENCE
      while (opened().length === 0 && Date.now() < end) await new Promise((later) => setTimeout(later, 20))
      assert.deepEqual(opened(), [`1 ${link}`])
      assert.equal(await signInAt(address, opened()[0]!.slice('1 '.length)), 204, 'what was opened signs in')
      assert.equal(await signInAt(address, link), 403, 'once')
    })
    assert.equal(opened().length, 1)
  })
})

test('where there is no opener nothing is opened, and nothing goes wrong', { skip }, async () => {
  await inFolder(async (home) => {
    const { complained } = await serving(home, { env: { CI: '', PATH: nothing } }, async ({ address, link }) => {
      assert.equal(await signInAt(address, link), 204, 'the link is on the screen')
    })
    assert.doesNotMatch(complained, /error|ENOENT|bug/i)
  })
})

test('a second browser signs in without a restart: sign-in gives a fresh link, to whoever may read the folder', async () => {
  await inFolder(async (home) => {
    await serving(home, { words: ['--no-open'], env: {} }, async ({ address, link }) => {
      if (process.platform !== 'win32')
        assert.deepEqual(
          [home, join(home, 'holder.json')].map((path) => (statSync(path).mode & 0o777).toString(8)),
          ['700', '600'],
        )
      assert.equal(await signInAt(address, link), 204)
      assert.equal(await signInAt(address, link), 403)
      const asked = await paraph(home, ['sign-in'])
      assert.equal(asked.status, 0, asked.complained)
      const fresh = asked.said.trimEnd()
      assert.match(asked.said, /^http:\/\/localhost:\d+\/sign-in#[\w-]{22}\n$/, 'the link and nothing else')
      const { signInLink: fresher } = answerOf<{ signInLink: string }>(await paraph(home, ['sign-in', '--json']))
      assert.equal(await signInAt(address, fresh), 403, 'a link that was not used is spent by the next')
      assert.equal(await signInAt(address, fresher), 204)
      // Whoever cannot read the folder has no token.
      const stranger = await fetch(`${address}/api/v1/sign-in-links`, { method: 'POST', headers: { origin: address } })
      assert.equal(stranger.status, 401)
    })
    const nobody = await paraph(home, ['sign-in', '--json'])
    assert.equal(nobody.status, 1)
    assert.equal(answerOf<{ refused: { code: string } }>(nobody).refused.code, 'nobody-serves')
  })
})

test('sign-in --open opens the fresh link', { skip }, async () => {
  await inFolder(async (home) => {
    await serving(home, { words: ['--no-open'], env: {} }, async ({ address }) => {
      rmSync(record, { force: true })
      const { said } = await paraph(home, ['sign-in', '--open'], { env: { CI: '', PATH: withFakes } })
      const end = Date.now() + PATIENCE
      while (opened().length === 0 && Date.now() < end) await new Promise((later) => setTimeout(later, 20))
      assert.deepEqual(opened(), [`1 ${said.trimEnd()}`])
      assert.equal(await signInAt(address, said.trimEnd()), 204)
    })
  })
})
