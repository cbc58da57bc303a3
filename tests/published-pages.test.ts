import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { axe, DESK, journey, PHONE, textOf } from './browser.test-support.ts'
import { paraphHere } from './command-line.test-support.ts'
import { staticServer, talksIn } from './published.test-support.ts'

const words = (en: string, ur: string) => ({ en, ur })

journey(
  'what was published is read without an account and without JavaScript, in both languages, from a host and from a folder alike',
  async ({ host, visit }) => {
    const talks = await talksIn(host.home)
    const source = await talks.act('C', {
      type: 'source.captured',
      publisher: 'Sera Gazette',
      voice: 'outlet',
      language: 'en',
      dated: 'printed',
    })
    const issue = await talks.act('C', { type: 'issue.tabled', title: words('Gates', 'پھاٹک') })
    const said = (body: 'A' | 'B', text: string, urdu: string) =>
      talks.act(body, {
        type: 'statement.recorded',
        speaker: { body, office: words('Spokesperson', 'ترجمان') },
        voice: 'spokesperson',
        kind: 'assertion',
        form: 'direct',
        words: words(text, urdu),
        about: [issue],
        sources: [source],
      })
    const mine = await said('A', 'The northern gate was open.', 'شمالی پھاٹک کھلا تھا۔')
    const theirs = await said('B', 'The northern gate was shut.', 'شمالی پھاٹک بند تھا۔')
    const kept = await said('B', 'We keep this to ourselves.', 'یہ ہم اپنے پاس رکھتے ہیں۔')
    await talks.publish('A', [mine])
    await talks.publish('B', [theirs])
    const drafted = await paraphHere(host.home, ['publish', talks.slug, '--draft'])
    const frozen = await talks.act('C', JSON.parse(drafted.said) as object)
    const decision = await talks.publish('C', [frozen], ['A', 'B'])
    for (const body of ['A', 'B'] as const) await talks.consent(body, decision)

    const { context, page } = await visit()
    const plain = await context.browser()!.newContext({ javaScriptEnabled: false, locale: 'en-GB', viewport: { width: 390, height: 844 } })
    const reading = await plain.newPage()
    await reading.goto(`${host.address}/public`)
    await reading.getByRole('link', { name: 'Lake Sera exercise' }).click()
    await reading.getByRole('heading', { level: 1, name: 'Lake Sera exercise' }).waitFor()
    const columns = reading.locator('.pair .column')
    assert.equal(await columns.count(), 2)
    const [left, right] = await Promise.all([columns.nth(0).boundingBox(), columns.nth(1).boundingBox()])
    assert.equal(Math.round(left!.width), Math.round(right!.width))
    assert.match(await textOf(reading, '.pair'), /The northern gate was open\.[\s\S]*The northern gate was shut\./)
    assert.ok(!(await reading.content()).includes('keep this to ourselves'))
    await reading.getByRole('link', { name: 'اردو' }).click()
    await reading.locator('html[lang="ur"][dir="rtl"]').waitFor()
    assert.match(await textOf(reading, '.pair'), /شمالی پھاٹک کھلا تھا/)
    await plain.close()

    const folder = mkdtempSync(join(tmpdir(), 'paraph-public-'))
    const published = await paraphHere(host.home, ['publish', talks.slug, join(folder, 'lake')])
    assert.equal(published.status, 0, published.complained)
    const server = await staticServer(join(folder, 'lake'))
    const still = await context.browser()!.newContext({ javaScriptEnabled: false })
    const shown = await still.newPage()
    await shown.goto(server.address)
    assert.match(await textOf(shown, '.pair'), /The northern gate was open\.[\s\S]*The northern gate was shut\./)
    await shown.getByRole('link', { name: 'اردو' }).click()
    await shown.locator('html[lang="ur"]').waitFor()
    await still.close()
    await server.close()
    rmSync(folder, { recursive: true })

    const verified = await paraphHere(host.home, ['verify', `${host.address}/log/${talks.process}`, '--trust', talks.process, '--json'])
    assert.equal(verified.status, 0, verified.said)
    const { counts } = JSON.parse(verified.said) as { counts: { undisclosed: number; open: number } }
    assert.ok(counts.undisclosed >= 3 && counts.open >= 6)
    assert.equal((await fetch(`${host.address}/log/${talks.process}/acts/${kept}.json`)).status, 404)

    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      for (const address of [`/public/${talks.slug}?lang=en`, `/public/${talks.slug}?lang=ur`, '/public?lang=en']) {
        for (const { width, height } of [DESK, PHONE]) {
          await page.setViewportSize({ width, height })
          await page.goto(`${host.address}${address}`)
          assert.deepEqual(await axe(page), [], `${address} ${colorScheme} ${width}`)
          const wide = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
          assert.equal(wide, 0, `${address} at ${width} scrolls sideways`)
        }
      }
    }
  },
)
