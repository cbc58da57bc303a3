import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { cast } from '@paraph/examples'
import type { Page } from 'playwright-core'
import { axe, becomes, checked, DESK, journey, type Look, PHONE, textOf } from './browser.test-support.ts'
import { exerciseOn, signedIn } from './served.test-support.ts'

const LAKE = '/p/lake-sera'
const sentence = (page: Page): Promise<string> => textOf(page, 'h1.status')
const band = (page: Page): Promise<string> => textOf(page, '.exercise-band')
const form = (page: Page, heading: string) => page.locator('form', { has: page.getByRole('heading', { name: heading, exact: true }) })

/** Plays somebody, by the name on the band. */
const play = async (page: Page, name: string): Promise<void> => {
  await page.locator('.exercise-switch').click()
  await page.getByRole('button', { name, exact: false }).and(page.locator('.role')).click()
  await becomes(
    () => textOf(page, '.exercise-who'),
    (now) => now.includes(name),
    `the band says that ${name} is played`,
  )
  await page.locator('.roles').waitFor({ state: 'detached' })
}

/** Puts one act on the record by its button, and waits until this window has checked it. */
const put = async (page: Page, heading: string, button: RegExp): Promise<number> => {
  const before = await checked(page)
  await form(page, heading).getByRole('button', { name: button }).click()
  await page.getByText(`Recorded as act ${before + 1}.`).waitFor()
  await becomes(
    () => checked(page),
    (now) => now > before,
    'this window has checked its own act',
  )
  return before + 1
}

test('the page knows everybody of the cast by the names that their bodies gave them', () => {
  const known = readFileSync(join(import.meta.dirname, '../packages/web/src/personas/cast.ts'), 'utf8')
  for (const [label, { body, name }] of Object.entries(cast))
    assert.ok(known.includes(`label: '${label}', body: '${body}', name: { en: '${name.en}', ur: '${name.ur}' }`), label)
  assert.equal(known.match(/label: '/g)?.length, Object.keys(cast).length)
})

journey(
  'one person plays both sides: positions, a deadlock called and lifted, and a window elsewhere sees each',
  async ({ host, visit }) => {
    const { page } = await visit()
    await page.goto(host.address)
    const line = page.locator('.process', { hasText: 'Lake Sera talks, 2026' })
    await line.waitFor()
    assert.match((await line.textContent()) ?? '', /Exercise, fictional; keys are public.*Everything here is invented/)
    await page.getByRole('link', { name: /Lake Sera talks, 2026/ }).click()
    await page.locator('h1.status').waitFor()
    await checked(page)
    assert.match(await band(page), /Exercise.*Everything here is invented\. These keys are public: anybody could sign as anybody here\./)
    assert.match(await band(page), /You act as nobody; you only read\./)
    assert.equal(await page.getByRole('link', { name: 'Enter an act' }).count(), 0)
    assert.match(await sentence(page), /Quiet may be meant/)

    const { page: elsewhere } = await visit()
    await elsewhere.goto(`${host.address}${LAKE}`)
    await checked(elsewhere)
    const stands = (wanted: RegExp): Promise<string> =>
      becomes(
        () => sentence(elsewhere),
        (now) => wanted.test(now),
        `the other window says ${wanted}`,
      )

    await play(page, 'Ilen Dorr')
    await page.locator('.exercise-band').getByRole('link', { name: 'Enter an act' }).click()
    await form(page, 'Table an issue').getByLabel('Title of the issue, English').fill('Ice on the lake')
    await put(page, 'Table an issue', /^Table the issue “Ice on the lake” for A$/)
    const positions = form(page, 'Table a position')
    await positions.getByLabel('On which issue').selectOption({ label: 'Ice on the lake' })
    await positions.getByLabel('The position, English').fill('A keeps the channel to Norvet open.')
    await put(page, 'Table a position', /^Table this position on “Ice on the lake” for A$/)
    await stands(/^The process is open\. No round is open and none is scheduled\./)

    await play(page, 'Tavi Brenn')
    await positions.getByLabel('On which issue').selectOption({ label: 'Ice on the lake' })
    await positions.getByLabel('The position, English').fill('B keeps the channel to Harnel open.')
    await put(page, 'Table a position', /for B$/)
    await form(page, 'Call a deadlock').getByLabel('What stands still, English').fill('a standstill on the ice')
    await put(page, 'Call a deadlock', /^Call a deadlock for B$/)
    await stands(/B \(.*calls a deadlock: a standstill on the ice/)
    assert.match(await textOf(elsewhere, '.because'), /Called by B on .*a standstill on the ice/)
    const main = await textOf(elsewhere, 'main')
    assert.match(main, /A keeps the channel to Norvet open/)
    assert.match(main, /B keeps the channel to Harnel open/)

    await play(page, 'Ilen Dorr')
    assert.equal(await form(page, 'Lift the call of a deadlock').count(), 0, 'who did not call cannot lift')
    await play(page, 'Tavi Brenn')
    await put(page, 'Lift the call of a deadlock', /^Lift the call of B$/)
    await stands(/^The process is open\./)

    await play(page, 'Nerin Ashe')
    await form(page, 'Schedule, open or close a round').waitFor()
    assert.equal(await form(page, 'Table a position').count(), 0)
    await play(page, 'Rhoe Vintar')
    await page.getByText('This body has no right to the acts that are entered here.').waitFor()
    await page.locator('.exercise-switch').click()
    await page.getByRole('button', { name: 'Play nobody, only read' }).click()
    await page.getByText('This browser holds no key of this process').waitFor()
  },
)

journey(
  'a persona’s key is made in the browser, one at a time, and cannot be read out; another tab plays the same',
  async ({ host, visit }) => {
    const { page, context } = await visit()
    await page.goto(`${host.address}${LAKE}/record`)
    await checked(page)
    const tab = await context.newPage()
    await tab.goto(`${host.address}${LAKE}`)
    await checked(tab)
    const held = () =>
      page.evaluate(async () => {
        const database = await new Promise<IDBDatabase>((resolve) => {
          const asked = indexedDB.open('paraph')
          asked.onsuccess = () => resolve(asked.result)
        })
        const keys = await new Promise<{ body: string; secret: CryptoKey }[]>((resolve) => {
          const asked = database.transaction('keys').objectStore('keys').getAll()
          asked.onsuccess = () => resolve(asked.result)
        })
        database.close()
        return keys.map(({ body, secret }) => `${body} ${secret.extractable}`)
      })
    await play(page, 'Mave Sorrin')
    assert.deepEqual(await held(), ['A false'])
    await becomes(
      () => band(tab),
      (now) => /You act as AMave SorrinDelegate|You act as A ?Mave Sorrin ?Delegate/.test(now.replace(/\s+/g, ' ')),
      'the other tab says who is played',
    )
    await play(page, 'Orsa Kell')
    await becomes(held, (now) => now.join() === 'B false', 'one key at a time')
  },
)

journey(
  'nothing is to be played in a reconstruction, nor where keys are not public; every page of an exercise says that it is one',
  async ({ host, visit }) => {
    const { page } = await visit()
    await page.goto(`${host.address}/p/istanbul-2025`)
    await checked(page)
    assert.equal(await page.locator('.exercise-band').count(), 0)
    for (const path of ['', '/timeline', '/statements', '/commitments', '/record', '/enter']) {
      await page.goto(`${host.address}${LAKE}${path}`)
      await page.locator('.exercise-band').waitFor()
      assert.match(await band(page), /Exercise.*These keys are public/, path)
    }
    const own = await exerciseOn(host)
    const { page: founder } = await visit({ cookie: await signedIn(host) })
    await founder.goto(`${host.address}/p/${own.slug}`)
    await founder.locator('.exercise-band').waitFor()
    assert.match(await band(founder), /Exercise.*Everything here is invented/)
    assert.doesNotMatch(await band(founder), /public|act as/)
    assert.equal(await founder.locator('.exercise-switch').count(), 0)
  },
)

const looks: Readonly<Record<string, Look>> = {
  'English, light': DESK,
  'Urdu, dark': { ...DESK, language: 'ur', theme: 'dark' },
  'a phone': PHONE,
}
for (const [name, look] of Object.entries(looks))
  journey(`no page of the exercise breaks a rule of axe, nor its window: ${name}`, async ({ host, visit }) => {
    const { page } = await visit({ look })
    const found: string[] = []
    const looked = async (where: string): Promise<void> => {
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      found.push(...[...(await axe(page)), ...(wider > 0 ? [`${wider} px wider than its window`] : [])].map((said) => `${where}: ${said}`))
    }
    await page.goto(host.address)
    await page.locator('.exercise-note').waitFor()
    await looked('home')
    await page.goto(`${host.address}${LAKE}`)
    await checked(page)
    await page.locator('.exercise-switch').click()
    await looked('roles')
    await page.locator('.role').first().click()
    await page.locator('.exercise-who').waitFor()
    await page.locator('.exercise-switch').click()
    await looked('roles, one chosen')
    await page.goto(`${host.address}${LAKE}/enter`)
    await page.locator('.act-form').first().waitFor()
    await looked('enter')
    assert.deepEqual(found, [])
  })
