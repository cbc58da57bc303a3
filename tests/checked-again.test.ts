import assert from 'node:assert/strict'
import type { BrowserContext, Page } from 'playwright-core'
import { becomes, checked, DESK, journey, textOf } from './browser.test-support.ts'

const ENTRIES = /\/log\/[0-9a-f]{32}\/tile\/entries\//

/** From now on one bit of every entry bundle is changed on its way to this window; gives the way back. */
const flipping = async (context: BrowserContext): Promise<() => Promise<void>> => {
  await context.route(ENTRIES, async (route) => {
    const answer = await route.fetch()
    const bytes = await answer.body()
    bytes[40]! ^= 1
    await route.fulfill({ response: answer, body: bytes })
  })
  return () => context.unroute(ENTRIES)
}

/** Goes on with the tabulator key until the focus is on what says `name`. */
const tabTo = async (page: Page, name: string): Promise<void> => {
  for (let press = 0; press < 60; press++) {
    await page.keyboard.press('Tab')
    if ((await page.evaluate(() => document.activeElement?.textContent)) === name) return
  }
  assert.fail(`no way to "${name}" with the keyboard`)
}

journey('a record that did not verify is fetched and checked again from its page, by the keyboard alone', async ({ host, visit }) => {
  const { page, context } = await visit({ expects: /ERR_INTERNET_DISCONNECTED/ })
  const back = await flipping(context)
  await page.goto(`${host.address}/p/istanbul-2025`)
  await page.getByRole('alert').waitFor()
  const said = () => textOf(page, '.again [role=status]')
  assert.equal(await said(), '')

  await tabTo(page, 'Fetch and check again')
  await page.keyboard.press('Enter')
  await becomes(said, (now) => now.includes('it still does not verify'), 'the host gave the same again')
  assert.equal(await page.getByRole('alert').count(), 1)

  await context.setOffline(true)
  await page.keyboard.press('Enter')
  await becomes(said, (now) => now.includes('what was found before stands'), 'a host that does not answer takes nothing back')
  assert.equal(await page.getByRole('alert').count(), 1)
  await context.setOffline(false)

  await back()
  await page.keyboard.press('Enter')
  assert.ok((await checked(page)) > 100, 'the page of the record is there')
  assert.equal(await page.getByRole('alert').count(), 0)
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'page', 'and whoever pressed the button goes on at its beginning')
})

journey('it says so in Urdu', async ({ host, visit }) => {
  const { page, context } = await visit({ look: { ...DESK, language: 'ur' } })
  await flipping(context)
  await page.goto(`${host.address}/p/istanbul-2025`)
  await page.getByRole('alert').waitFor()
  await page.getByRole('button', { name: 'دوبارہ حاصل کر کے جانچیے' }).click()
  await becomes(
    () => textOf(page, '.again [role=status]'),
    (now) => now.includes('تصدیق اب بھی نہیں ہوتی'),
    'in Urdu',
  )
})
