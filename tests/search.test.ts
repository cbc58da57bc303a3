import assert from 'node:assert/strict'
import { becomes, checked, DESK, journey, textOf } from './browser.test-support.ts'

journey('every word of a record is found in any script, by what and by whom, and the host is told nothing', async ({ host, visit }) => {
  const { page } = await visit()
  await page.goto(`${host.address}/p/istanbul-2025`)
  await checked(page)
  await page.locator('h1').first().click()
  await page.keyboard.press('/')
  const field = page.getByLabel('Words')
  await field.waitFor()
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  const hits = (): Promise<string[]> => page.locator('.hit').allTextContents()

  await field.fill('ISTANBÚL')
  await becomes(hits, (found) => found.length > 3, 'places are found whatever the marks on their letters')
  assert.ok((await page.locator('.hit mark').allTextContents()).every((mark) => /^istanbul/i.test(mark)))
  assert.equal(new URL(page.url()).searchParams.get('q'), 'ISTANBÚL')

  await page.getByLabel('what').selectOption('round')
  await becomes(hits, (found) => found.length > 0 && found.every((text) => /Round/.test(text)), 'among rounds alone')
  await field.fill('kabul')
  await page.getByLabel('what').selectOption('statement')
  await page.getByLabel('by').selectOption('AFG')
  await becomes(hits, (found) => found.length > 0 && found.every((text) => /AFG/.test(text)), 'and among the words of one side')
  await page.getByLabel('what').selectOption('')
  await page.getByLabel('by').selectOption('')

  // the yeh and the kaf of an Arabic keyboard, in a word that the record writes with those of Urdu
  await field.fill('پاكستان')
  await becomes(hits, (found) => found.some((text) => text.includes('پاکستان')), 'Arabic letters find Urdu words')
  await field.fill('nothing of this kind')
  await becomes(
    () => textOf(page, '.search-found'),
    (text) => /No act holds all of these words/.test(text),
    'and what is not there is not found',
  )
  assert.deepEqual(
    asked.filter((url) => /\/api\//.test(url)),
    [],
    'nothing that was sought left the browser',
  )
})

journey('in Urdu the field, the marks and the page stand the right way round', async ({ host, visit }) => {
  const { page } = await visit({ look: { ...DESK, language: 'ur' } })
  await page.goto(`${host.address}/p/istanbul-2025/search?q=${encodeURIComponent('استنبول')}`)
  await checked(page)
  await page.locator('.hit mark').first().waitFor()
  assert.equal(await page.evaluate(() => document.documentElement.dir), 'rtl')
  assert.equal(await page.locator('.hit-piece > span').first().getAttribute('dir'), 'rtl')
})
