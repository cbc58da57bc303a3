import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { expect, json, nameOf } from './exercise.test-support.ts'
import { type Served, serveHome } from './http.test-support.ts'
import { PUBLIC_POLICY } from './public-page.ts'

let served: Served
before(async () => {
  served = await serveHome()
})
after(() => served.dispose())

const page = (path: string, headers: Record<string, string> = {}) => served.ask(path, { headers: { accept: 'text/html', ...headers } })
const HOSTILE = `<img src=x onerror="alert(1)">&'`

/** An act of the process that is not open to everybody. */
const act = async (by: string, of: object, person?: string) => {
  const signed = await served.closed.sign(by, of as never, person === undefined ? {} : { person })
  expect(await served.home.host.submit(served.closed.id, json(signed)))
  return nameOf(signed)
}
const publish = (by: string, person: string, ...acts: string[]) =>
  act(by, { type: 'publication.decided', decision: 'publish', acts }, person)

test('before anything is published a process has no public page, no list names it, and its tiles need a session', async () => {
  for (const ref of ['closed-lake', served.closed.id, 'open-lake', 'nowhere', '..%2f..']) {
    const answer = await page(`/public/${ref}`)
    assert.equal(answer.status, 404, ref)
    assert.match(answer.text, /Nothing is published at this address/)
  }
  const list = await page('/public')
  assert.equal(list.status, 200)
  assert.match(list.text, /Nothing has been published here/)
  assert.equal((await served.ask(`/log/${served.closed.id}/checkpoint`)).status, 404)
})

test('what one side publishes is there for everybody, escaped, with its date and by whom; what it did not is nowhere', async () => {
  const issue = await act('SEC', { type: 'issue.tabled', title: { en: 'Gates' } })
  const mine = await act('A', { type: 'position.tabled', issue, kind: 'demand', words: { en: HOSTILE, ur: 'پھاٹک کھولیں' } })
  const other = await act('B', { type: 'position.tabled', issue, kind: 'refusal', words: { en: 'kept to ourselves' } })
  await publish('A', 'head-a', mine)
  const answer = await page('/public/closed-lake?lang=en')
  assert.equal(answer.status, 200)
  assert.ok(answer.text.includes('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;&#39;'))
  assert.ok(!answer.text.includes('<img'))
  assert.match(answer.text, /Published on .* by .*A/)
  assert.ok(!answer.text.includes('kept to ourselves'))
  assert.ok(!answer.text.includes('Gates'))
  assert.match(answer.text, /npx paraph verify http:\/\/127\.0\.0\.1:\d+\/log\/[0-9a-f]{32} --trust [0-9a-f]{32}/)
  assert.match(answer.text, /\d{5}( \d{5}){7}/)
  assert.match((await page('/public')).text, /href="\/public\/closed-lake\?lang=en"/)
  const files = (hash: string) => served.ask(`/log/${served.closed.id}/acts/${hash}.json`)
  assert.equal((await files(mine)).status, 200)
  assert.equal((await files(served.closed.id.padEnd(64, '0'))).status, 404)
  for (const kept of [other, issue]) assert.equal((await files(kept)).status, 404)
  const cookie = await served.session()
  assert.equal((await served.ask(`/log/${served.closed.id}/acts/${other}.json`, { headers: { cookie } })).status, 200)
  assert.equal((await served.ask(`/log/${served.closed.id}/checkpoint`)).status, 200)
  assert.equal((await served.ask(`/log/${served.closed.id}/tile/0/000.p/5`)).status, 200)
  assert.equal((await served.ask(`/api/v1/processes/${served.closed.id}`)).status, 404, 'the process itself stays its members’')
})

test('the page is in the language that is asked for, each text with its own language and direction', async () => {
  const urdu = await page('/public/closed-lake?lang=ur', { 'accept-language': 'en' })
  assert.match(urdu.text, /^<!doctype html>\n<html lang="ur" dir="rtl">/)
  assert.ok(urdu.text.includes('<p lang="ur" dir="rtl">پھاٹک کھولیں</p>'))
  assert.ok(urdu.text.includes('lang="en" dir="ltr">Taking part changes nothing.</p>'), 'what is in no Urdu says so')
  const accepted = await page('/public/closed-lake', { 'accept-language': 'ur-PK,en;q=0.5' })
  assert.match(accepted.text, /<html lang="ur"/)
  assert.match((await page('/public/closed-lake?lang=xx')).text, /<html lang="en"/)
  assert.equal(accepted.headers['vary'], 'accept-language')
})

test('no script may run, nothing is loaded from elsewhere, and an unchanged page is not sent again', async () => {
  const answer = await page('/public/closed-lake')
  assert.equal(answer.headers['content-security-policy'], `${PUBLIC_POLICY}; frame-ancestors 'none'`)
  assert.ok(!PUBLIC_POLICY.includes('script'))
  assert.ok(!/<script|javascript:/.test(answer.text))
  assert.ok(!/style="/.test(answer.text))
  const tag = String(answer.headers['etag'])
  assert.equal((await page('/public/closed-lake', { 'if-none-match': tag })).status, 304)
  const style = await served.ask('/public/style.css')
  assert.match(String(style.headers['content-type']), /^text\/css/)
  assert.ok(!style.text.includes('http'))
})

test('what is withdrawn is shown no longer, and that it was published is said', async () => {
  const issue = await act('SEC', { type: 'issue.tabled', title: { en: 'The second' } })
  const words = await act('B', { type: 'position.tabled', issue, kind: 'offer', words: { en: 'half of the gates' } })
  await publish('B', 'head-b', words)
  assert.match((await page('/public/closed-lake')).text, /half of the gates/)
  await act('B', { type: 'publication.decided', decision: 'withdraw', acts: [words] }, 'head-b')
  const { text } = await page('/public/closed-lake')
  assert.ok(!text.includes('half of the gates'))
  assert.match(text, /Position tabled: published on .*, withdrawn by .*B/)
  assert.equal((await served.ask(`/log/${served.closed.id}/acts/${words}.json`)).status, 404)
})
