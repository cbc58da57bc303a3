import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { axe, becomes, checked, DESK, journey, type Look, PHONE, textOf } from './browser.test-support.ts'

// Longer than 250 lines: one body’s publishing, from the choice to the taking back, as everybody sees it whom it concerns.

const LAKE = '/p/lake-sera'
const plain = (text: string): string => text.replace(/[\u2066-\u2069]/g, '').replace(/\s+/g, ' ')

/** Plays somebody, by the name on the band. */
const play = async (page: Page, name: string): Promise<void> => {
  await page.locator('.exercise-switch').click()
  await page.getByRole('button', { name, exact: false }).and(page.locator('.role')).click()
  await becomes(
    () => textOf(page, '.exercise-who'),
    (now) => now.includes(name),
    `the band says that ${name} is played`,
  )
}

/** Presses what puts an act on the record, and waits until this window has checked it. */
const put = async (page: Page, button: RegExp): Promise<void> => {
  const before = await checked(page)
  await page.getByRole('button', { name: button }).click()
  await page.locator('.publish-done', { hasText: 'It is on the record.' }).waitFor()
  await becomes(
    () => checked(page),
    (now) => now > before,
    'this window has checked its own act',
  )
}
const section = (page: Page, heading: string) =>
  page.locator('.section', { has: page.getByRole('heading', { name: heading, exact: true }) })
const offered = (page: Page) => page.locator('.offered-list > li')
const seek = async (page: Page, words: string): Promise<void> => page.getByLabel('Words, a number or a body').fill(words)

/** Chooses the one act that is found by these words. */
const choose = async (page: Page, words: string): Promise<void> => {
  await seek(page, words)
  await becomes(
    () => offered(page).count(),
    (count) => count === 1,
    `“${words}” finds one act`,
  )
  await offered(page).locator('.offered-one').click()
}
const table = async (page: Page, english: string, urdu: string): Promise<void> => {
  const before = await checked(page)
  const form = page.locator('form', { has: page.getByRole('heading', { name: 'Table an issue', exact: true }) })
  await form.getByLabel('Title of the issue, English').fill(english)
  await form.getByLabel('Title of the issue, اردو').fill(urdu)
  await form.getByRole('button', { name: /^Table the issue/ }).click()
  await page.getByText(`Recorded as act ${before + 1}.`).waitFor()
  await becomes(
    () => checked(page),
    (now) => now > before,
    'this window has checked its own act',
  )
}

journey(
  'a body publishes its own acts and, with the other’s consent, a joint one; anybody reads them without script, until they are taken back',
  async ({ host, visit }) => {
    const { page } = await visit()
    await page.goto(`${host.address}${LAKE}`)
    await checked(page)
    assert.equal(await page.getByRole('link', { name: 'Publish', exact: true }).count(), 0, 'nobody publishes without a key')
    await play(page, 'Ilen Dorr')
    await page.goto(`${host.address}${LAKE}/enter`)
    await checked(page)
    await table(page, 'Ice roads of the north', 'شمال کی برفانی سڑکیں')
    await table(page, 'Ice fishing permits', 'برف پر ماہی گیری کے اجازت نامے')
    await table(page, 'Kept to ourselves', 'ہمارے پاس')
    await page.goto(`${host.address}${LAKE}/communiques`)
    await checked(page)
    await page.getByText('Draft or issue a communiqué').click()
    await page.getByText('Issue it', { exact: true }).click()
    await page.getByLabel('Title, English').fill('Both shores on the ice')
    await page.getByLabel('Title, اردو').fill('برف پر دونوں کنارے')
    await page.getByLabel('Points, one a line, English').fill('The ice road is marked by lanterns.')
    await page.getByLabel('Points, one a line, اردو').fill('برفانی سڑک پر قندیلیں ہوں گی۔')
    const onBehalf = page.getByRole('group', { name: 'On behalf of' })
    for (const body of ['A', 'B'])
      await onBehalf
        .locator('.check')
        .filter({ hasText: new RegExp(`^${body}$`) })
        .click()
    await page.getByRole('button', { name: /^Issue the communiqué for A/ }).click()
    await page.getByText(/^Recorded as act/).waitFor()

    // two of its own, at once
    await page.getByRole('link', { name: 'Publish', exact: true }).click()
    await checked(page)
    await choose(page, 'ice roads')
    await choose(page, 'permits')
    const preview = plain((await page.locator('.to-publish').textContent()) ?? '')
    assert.match(preview, /Ice fishing permits.*Ice roads of the north.*public as soon as it is recorded.*not be made unseen/)
    assert.doesNotMatch(preview, /Kept to ourselves/)
    await put(page, /^Publish what is chosen for A, at once$/)
    await becomes(
      async () => plain((await section(page, 'Public now').textContent()) ?? ''),
      (text) =>
        /Ice roads of the north.*Ice fishing permits|Ice fishing permits.*Ice roads of the north/.test(text) &&
        /Public since .* by ?A/.test(text),
      'both are public, with the date and by whom',
    )
    await seek(page, 'ice roads')
    await page.getByText('No act of this body holds all of these words.').waitFor()

    // a joint one asks the other
    await choose(page, 'both shores')
    assert.match(plain((await offered(page).textContent()) ?? ''), /joint; asks B/)
    await put(page, /^Decide for A to publish what is chosen, asking B$/)
    await section(page, 'Waits for others').getByText('Both shores on the ice').waitFor()
    assert.doesNotMatch(await (await fetch(`${host.address}/public/lake-sera?lang=en`)).text(), /Both shores/)

    await play(page, 'Tavi Brenn')
    const waits = section(page, 'Waits for this body')
      .locator('.joint-list > li')
      .filter({ hasText: /To publish.*Both shores on the ice/s })
    await waits.getByText('The ice road is marked by lanterns.').waitFor()
    assert.match(plain((await waits.textContent()) ?? ''), /To publish.*Waits for the consent of B/)
    const before = await checked(page)
    await waits.getByRole('button', { name: 'Give the consent of B' }).click()
    await becomes(
      () => checked(page),
      (now) => now > before,
      'the consent is on the record',
    )
    await section(page, 'Public now').getByText('Both shores on the ice').waitFor()
    await becomes(
      () => waits.count(),
      (count) => count === 0,
      'it waits no longer',
    )

    // anybody reads it, in both languages, without script
    const reader = await page.context().browser()!.newContext({ javaScriptEnabled: false })
    const read = await reader.newPage()
    const main = async (language: string): Promise<string> => {
      await read.goto(`${host.address}/public/lake-sera?lang=${language}`)
      return plain((await read.locator('main').textContent()) ?? '')
    }
    const english = await main('en')
    for (const words of ['Ice roads of the north', 'Ice fishing permits', 'Both shores on the ice', 'The ice road is marked by lanterns.'])
      assert.ok(english.includes(words), words)
    assert.ok(!english.includes('Kept to ourselves'))
    assert.equal(english.match(/Published on/g)?.length, 3, 'these three and nothing else')
    const urdu = await main('ur')
    assert.equal(await read.locator('html').getAttribute('dir'), 'rtl')
    for (const words of ['شمال کی برفانی سڑکیں', 'برف پر ماہی گیری کے اجازت نامے', 'برف پر دونوں کنارے', 'برفانی سڑک پر قندیلیں ہوں گی۔'])
      assert.ok(urdu.includes(words), words)
    assert.ok(!urdu.includes('ہمارے پاس'))

    // taken back by one owner; that it was public stays said
    const shown = section(page, 'Public now').locator('.joint-list > li')
    assert.equal(await shown.filter({ hasText: 'Ice roads' }).getByText('Take it back').count(), 0, 'B takes back nothing of A alone')
    await shown.filter({ hasText: 'Both shores' }).getByText('Take it back').click()
    await shown.getByText(/It cannot be made unseen/).waitFor()
    await put(page, /^Take back the publication of act \d+ for B$/)
    await becomes(
      () => shown.filter({ hasText: 'Both shores' }).count(),
      (count) => count === 0,
      'it is public no longer',
    )
    const after = await main('en')
    assert.ok(after.includes('Ice roads of the north') && !after.includes('Both shores on the ice'))
    assert.match(after, /withdrawn by .*B/)
    await reader.close()

    // erased from the record, with the secretariat's consent
    await play(page, 'Ilen Dorr')
    await seek(page, 'kept to ourselves')
    const number = /· (\d+) ·/.exec(plain((await offered(page).first().textContent()) ?? ''))?.[1] ?? ''
    await page.goto(`${host.address}${LAKE}/record`)
    await checked(page)
    await page.locator('.act-number a').getByText(number, { exact: true }).click()
    await page.getByRole('link', { name: 'Erase this' }).click()
    await page.getByText(/That something was done, by whom and when, stays for ever/).waitFor()
    await page.getByRole('button', { name: 'Ask for A that this act be erased, asking SEC' }).click()
    await page.getByText(/^Recorded as act/).waitFor()
    await play(page, 'Pell Ardane')
    await page.getByRole('link', { name: 'Publish', exact: true }).click()
    const erasure = section(page, 'Waits for this body').locator('.joint-list > li').filter({ hasText: 'Kept to ourselves' })
    await erasure.getByText('To erase').waitFor()
    await erasure.getByRole('button', { name: 'Give the consent of SEC' }).click()
    await becomes(
      async () => (await (await fetch(`${host.address}/api/v1/processes/lake-sera/rows?limit=100`)).text()).includes('Kept to ourselves'),
      (there) => !there,
      'its words are gone from the host',
    )
  },
)

journey('a body withholds its consent with a reason, and who asked reads it and takes its decision back', async ({ host, visit }) => {
  const { page } = await visit()
  await page.goto(`${host.address}${LAKE}/communiques`)
  await checked(page)
  await play(page, 'Ilen Dorr')
  await page.getByRole('link', { name: 'Publish', exact: true }).click()
  await choose(page, 'both shores')
  await put(page, /asking B$/)
  await play(page, 'Tavi Brenn')
  const waits = section(page, 'Waits for this body')
    .locator('.joint-list > li')
    .filter({ hasText: /To publish.*Both shores on the ice/s })
  await waits.getByText('Withhold it, with a reason').click()
  await waits.getByLabel('Reason, English').fill('Not before the thaw.')
  await put(page, /^Withhold the consent of B$/)
  await waits.getByText('Not before the thaw.').waitFor()
  await play(page, 'Ilen Dorr')
  const pending = section(page, 'Waits for others').locator('.joint-list > li')
  await pending.getByText('Not before the thaw.').waitFor()
  await pending.getByText('Take the decision back').click()
  await put(page, /^Take back the decision of A to publish$/)
  await becomes(
    () => pending.count(),
    (count) => count === 0,
    'it waits no longer',
  )
  await seek(page, 'both shores')
  await offered(page).first().waitFor()
})

journey('where it stands as of an earlier day tells the requests of that day alone', async ({ host, visit }) => {
  const { page } = await visit()
  await page.goto(`${host.address}${LAKE}`)
  await checked(page)
  await play(page, 'Tavi Brenn')
  await page.locator('.own-requests > li').first().waitFor()
  await page.goto(`${host.address}${LAKE}?at=2026-03-16`)
  await checked(page)
  await page.locator('.asof, h1.status').first().waitFor()
  await becomes(
    () => page.locator('.own-requests > li').count(),
    (count) => count === 0,
    'in March nothing had been asked',
  )
})

const looks: Readonly<Record<string, Look>> = {
  'English, light': DESK,
  'Urdu, dark': { ...DESK, language: 'ur', theme: 'dark' },
  'a phone': PHONE,
}
for (const [name, look] of Object.entries(looks))
  journey(`nothing of publishing breaks a rule of axe, nor its window: ${name}`, async ({ host, visit }) => {
    const { page } = await visit({ look })
    await page.goto(`${host.address}${LAKE}`)
    await checked(page)
    await page.locator('.exercise-switch').click()
    await page.locator('.role').first().click()
    await page.locator('.exercise-who').waitFor()
    await page.goto(`${host.address}${LAKE}/publish`)
    await offered(page).first().waitFor()
    await offered(page).locator('.offered-one').first().click()
    await page.locator('.to-publish').waitFor()
    const found: string[] = []
    const looked = async (where: string): Promise<void> => {
      await page.evaluate(() => document.fonts.ready)
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      found.push(...[...(await axe(page)), ...(wider > 0 ? [`${wider} px wider than its window`] : [])].map((said) => `${where}: ${said}`))
    }
    for (const more of await page.locator('.publish .more > summary').all()) await more.click()
    await looked('publish')
    await page.locator('.shown .act a').first().click()
    await page.locator('a[href*="/erase?"]').click()
    await page.locator('.erase .act-form').waitFor()
    await looked('erase')
    assert.deepEqual(found, [])
  })
