import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { becomes, checked, journey, textOf } from './browser.test-support.ts'
import { answerOf, paraphHere } from './command-line.test-support.ts'
import { exerciseOn, signedIn } from './served.test-support.ts'

const RECORD = '/p/istanbul-2025/record'
const ENTRY = 40

/** Where the leaf of an entry lies in an entry bundle: frames of a 16-bit big-endian length and the leaf (c2sp.org/tlog-tiles). */
const leafAt = (bytes: Buffer, entry: number): { from: number; length: number } | undefined => {
  let at = 0
  for (let skipped = 0; skipped < entry && at < bytes.length; skipped++) at += 2 + bytes.readUInt16BE(at)
  return at < bytes.length ? { from: at + 2, length: bytes.readUInt16BE(at) } : undefined
}

/** From now on every entry bundle that holds the entry comes to this window with one bit of it changed; tells how often. */
const flipping = async (context: BrowserContext, entry: number): Promise<() => number> => {
  let flips = 0
  await context.route(/\/log\/[0-9a-f]{32}\/tile\/entries\//, async (route) => {
    const answer = await route.fetch()
    const bytes = await answer.body()
    const leaf = leafAt(bytes, entry)
    if (leaf !== undefined) {
      bytes[leaf.from + Math.floor(leaf.length / 2)]! ^= 1
      flips++
    }
    await route.fulfill({ response: answer, body: bytes })
  })
  return () => flips
}

/** What the whole page says, without marks that isolate directions. */
const whole = (page: Page): Promise<string> => textOf(page, 'body')

journey('verify here checks the whole record again with the network cut after load', async ({ host, visit }) => {
  const { page, context } = await visit({ expects: /ERR_INTERNET_DISCONNECTED/ })
  await page.goto(`${host.address}${RECORD}`)
  const last = await checked(page)
  await context.setOffline(true)
  const asked: string[] = []
  context.on('request', (request) => asked.push(new URL(request.url()).pathname))
  assert.equal(
    await page.evaluate(() =>
      fetch('/api/v1/processes').then(
        () => 'answered',
        () => 'cut',
      ),
    ),
    'cut',
  )
  await page.getByRole('button', { name: 'Verify here' }).click()
  await page.locator('.verify-here .steps').waitFor()
  const said = await textOf(page, '.verify-here')
  for (const wanted of [
    `${last + 1} of ${last + 1} acts`,
    'The record is one unbroken log',
    `root matches the checkpoint of size ${last + 1}`,
    'Every signature is good',
    `${last + 1} acts opened`,
    'all checked',
  ])
    assert.ok(said.includes(wanted), `${wanted}: ${said}`)
  const elsewhere = asked.filter((path) => !['/api/v1/processes', '/api/v1/events'].includes(path))
  assert.deepEqual(elsewhere, [], 'nothing is asked for')
})

journey('one changed byte of a fetched tile takes every page of the process away and is named with its entry', async ({ host, visit }) => {
  for (const path of ['/p/istanbul-2025?at=2025-11-10', RECORD]) {
    const { page, context } = await visit()
    const flips = await flipping(context, ENTRY)
    await page.goto(`${host.address}${path}`)
    const refused = page.getByRole('alert')
    await refused.waitFor()
    assert.ok(flips() > 0)
    const said = await whole(page)
    assert.match(said, /What this host served is not one unbroken record/)
    assert.match(said, new RegExp(`The record does not verify at entry ${ENTRY}\\.`))
    assert.match(said, /An entry has other bytes than the ones the tree was built from\./)
    assert.match(said, /Rule leaf-hash/)
    assert.match(await textOf(page, '.checked-mark'), /does not hold/)
    assert.equal(await page.locator('h1.status, .acts-table, .verify-here .steps').count(), 0, 'nothing else of the record is shown')
  }
})

journey('an act that is not the one that was signed is named with its entry', async ({ host, visit }) => {
  const { page, context } = await visit()
  await context.route(/\/api\/v1\/processes\/[^/]+\/entries\?from=0/, async (route) => {
    const answer = await route.fetch()
    const page = (await answer.json()) as { entries: { index: number; act: { json: string } }[] }
    const one = page.entries[ENTRY]!
    one.act.json = one.act.json.replace(/[a-z](?="[^"]*$)/, (letter) => (letter === 'a' ? 'b' : 'a'))
    await route.fulfill({ response: answer, json: page })
  })
  await page.goto(`${host.address}/p/istanbul-2025`)
  await page.getByRole('alert').waitFor()
  assert.match(await whole(page), new RegExp(`The record does not verify at entry ${ENTRY}\\..*Rule commitment`, 's'))
})

journey('a record that was checked and then grows falsely, or shrinks, is named while it is being looked at', async ({ host, visit }) => {
  const { process, slug } = await exerciseOn(host)
  const cookie = await signedIn(host)
  const { page, context } = await visit({ cookie })
  const checkpoint = `${host.address}/log/${process}/checkpoint`
  const old = await (await fetch(checkpoint, { headers: { cookie } })).text()
  const put = async (title: string): Promise<void> => {
    const act = JSON.stringify({ type: 'issue.tabled', title: { en: title } })
    const ended = await paraphHere(host.home, ['act', process, '-', '--key', 'exercise.C'], { input: act })
    assert.equal(ended.status, 0, ended.complained)
  }
  await page.goto(`${host.address}/p/${slug}`)
  const first = await checked(page)
  await put('Ferries')
  await becomes(
    () => checked(page),
    (last) => last === first + 1,
    'the new act is checked',
  )

  await context.route(checkpoint, (route) => route.fulfill({ body: old, contentType: 'text/plain' }))
  await page.reload()
  await page.getByRole('alert').waitFor()
  assert.match(await whole(page), /The record is shorter than this browser saw it before\..*Rule seen-rollback/s)
  await context.unroute(checkpoint)
  await page.reload()
  assert.equal(await checked(page), first + 1)

  await flipping(context, first + 2)
  await put('Bridges')
  await page.getByRole('alert').waitFor()
  assert.match(await whole(page), new RegExp(`The record does not verify at entry ${first + 2}\\..*Rule leaf-hash`, 's'))
})

journey('verify here does not speak against a record that it has not fetched yet', async ({ host, visit }) => {
  const { page, context } = await visit()
  let goOn = (): void => {}
  const held = new Promise<void>((resolve) => {
    goOn = resolve
  })
  await context.route(/\/log\//, async (route) => {
    await held
    await route.continue()
  })
  await page.goto(`${host.address}${RECORD}`)
  await page.getByRole('button', { name: 'Verify here' }).click()
  await page.waitForTimeout(500)
  assert.doesNotMatch(await textOf(page, '.verify-here'), /does not verify/)
  goOn()
  await checked(page)
  assert.doesNotMatch(await textOf(page, '.verify-here'), /does not verify/)
})

journey('a bundle that is dropped on the page is verified there, and of a changed one the fault is named', async ({ host, visit }) => {
  const { page, context } = await visit()
  const file = join(host.home, 'x.paraph')
  const ended = await paraphHere(host.home, ['export', 'istanbul-2025', '-o', file, '--json'])
  const { process, size } = answerOf<{ process: string; size: number }>(ended)
  const bytes = readFileSync(file)
  await page.goto(`${host.address}/verify`)
  await page.locator('.drop').waitFor()
  const asked: string[] = []
  context.on('request', (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`))
  const drop = async (content: Buffer, name: string): Promise<void> => {
    const dropped = await page.evaluateHandle(
      ([base64, called]) => {
        const transfer = new DataTransfer()
        transfer.items.add(new File([Uint8Array.from(atob(base64!), (letter) => letter.charCodeAt(0))], called!))
        return transfer
      },
      [content.toString('base64'), name] as const,
    )
    await page.dispatchEvent('.drop', 'drop', { dataTransfer: dropped })
  }
  await drop(bytes, 'whole.paraph')
  await page.locator('.steps').waitFor()
  const said = await whole(page)
  for (const wanted of [
    `${size} of ${size} acts`,
    'self-consistent, identity not checked',
    process,
    'The file is the one bundle that these bytes make',
  ])
    assert.ok(said.includes(wanted), `${wanted}: ${said}`)

  const flipped = Buffer.from(bytes)
  const leaf = flipped.indexOf('"type":"source.captured"')
  assert.ok(leaf > 0)
  flipped[leaf + 9]! ^= 1
  await drop(flipped, 'flipped.paraph')
  await becomes(
    () => whole(page),
    (now) => /This file does not verify at entry \d+\./.test(now),
    'the fault is named with its entry',
  )
  writeFileSync(join(host.home, 'flipped.paraph'), flipped)
  const verdict = answerOf<{ fault: { name: string; index: number } }>(await paraphHere(host.home, ['verify', 'flipped.paraph', '--json']))
  const now = await whole(page)
  assert.ok(now.includes(`at entry ${verdict.fault.index}.`) && now.includes(`Rule ${verdict.fault.name}`), now)

  await page.locator('.drop input.input').fill(`${process.slice(0, -1)}${process.endsWith('0') ? '1' : '0'}`)
  await page.locator('#bundle').setInputFiles(file)
  await becomes(
    () => whole(page),
    (text) => /Rule trust/.test(text),
    'it is not the process that was named',
  )
  assert.deepEqual(
    asked.filter((one) => !one.startsWith('GET /assets/')),
    [],
    'nothing is sent',
  )
})
