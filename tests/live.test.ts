import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { becomes, checked, journey, textOf } from './browser.test-support.ts'
import { exerciseOn } from './served.test-support.ts'

const TITLE = 'Ferries across the lake'
const sentence = (page: Page): Promise<string> => textOf(page, 'h1.status')

/** What the browser holds of the keys that it took, and whether any of them can be read out. */
const keysOf = (page: Page) =>
  page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const asked = indexedDB.open('paraph')
      asked.onsuccess = () => resolve(asked.result)
      asked.onerror = () => reject(asked.error)
    })
    const keys = await new Promise<{ body: string; process: string; secret: CryptoKey }[]>((resolve, reject) => {
      const asked = database.transaction('keys').objectStore('keys').getAll()
      asked.onsuccess = () => resolve(asked.result)
      asked.onerror = () => reject(asked.error)
    })
    database.close()
    return Promise.all(
      keys.map(async ({ body, process, secret }) => ({
        body,
        process,
        extractable: secret.extractable,
        algorithm: secret.algorithm.name,
        usages: secret.usages,
        read: await Promise.all(
          (['pkcs8', 'jwk', 'raw'] as const).map((as) =>
            crypto.subtle.exportKey(as, secret).then(
              () => true,
              () => false,
            ),
          ),
        ),
      })),
    )
  })

/** Everything of a window where a seed could have stayed. */
const remains = (page: Page): Promise<string> =>
  page.evaluate(() =>
    [
      location.href,
      document.documentElement.outerHTML,
      JSON.stringify(localStorage),
      JSON.stringify(sessionStorage),
      document.cookie,
      JSON.stringify(history.state),
      ...(window as unknown as { navigation: { entries: () => { url: string }[] } }).navigation.entries().map(({ url }) => url),
    ].join('\n'),
  )

journey(
  'who takes a key by its link acts by the forms, and another window shows it without being loaded again',
  async ({ host, visit }) => {
    const exercise = await exerciseOn(host)
    const link = exercise.linkOf('C')
    const seed = new URL(link).hash.slice(1).split('.')[0]!
    // A refusal is an answer with its own status, which the console tells.
    const mediator = await visit({ expects: /the server responded with a status of 4\d\d/ })
    const { page } = mediator
    await page.goto(host.link)
    await page.getByRole('link', { name: 'Lake Sera exercise' }).waitFor()
    const [session] = await mediator.context.cookies()
    assert.ok(session?.httpOnly && session.sameSite === 'Strict')
    assert.equal((await remains(page)).includes(new URL(host.link).hash.slice(1)), false, 'the sign-in token is nowhere')

    await page.goto(link)
    await page.locator('.taken').waitFor()
    assert.match(await textOf(page, '.taken'), /now holds the device key of C/)
    assert.equal(new URL(page.url()).hash, '')
    assert.equal((await remains(page)).includes(seed), false, 'the seed is nowhere')
    assert.deepEqual(await keysOf(page), [
      { body: 'C', process: exercise.process, extractable: false, algorithm: 'Ed25519', usages: ['sign'], read: [false, false, false] },
    ])

    const watcher = await visit({ cookie: `${session.name}=${session.value}` })
    await watcher.page.goto(`${host.address}/p/${exercise.slug}`)
    await checked(watcher.page)
    await watcher.page.evaluate(() => Object.assign(globalThis, { sameLoad: true }))
    const watched = async (wanted: RegExp): Promise<void> => {
      await becomes(
        () => textOf(watcher.page, 'main'),
        (text) => wanted.test(text),
        `the other window shows ${wanted}`,
      )
      assert.equal(await watcher.page.evaluate(() => 'sameLoad' in globalThis), true, 'without being loaded again')
    }

    await page.goto(`${host.address}/p/${exercise.slug}/enter`)
    const first = await checked(page)
    await page.getByLabel('Title of the issue, English').fill(TITLE)
    await page.getByRole('button', { name: `Table the issue “${TITLE}” for C` }).click()
    await page.getByText(`Recorded as act ${first + 1}.`).waitFor()
    await watched(new RegExp(TITLE))
    assert.equal(await checked(watcher.page), first + 1)

    const round = page.locator('form', { hasText: 'Schedule, open or close a round' })
    const choose = (what: string): Promise<void> => round.locator('.choice-one', { hasText: what }).click()
    const put = async (button: RegExp, index: number): Promise<void> => {
      await round.getByRole('button', { name: button }).click()
      await round.getByText(`Recorded as act ${index}.`).waitFor()
      await becomes(
        () => checked(page),
        (seen) => seen === index,
        'this window has checked its own act',
      )
    }
    await round.getByLabel('Place, English').fill('Corrin')
    await round.getByLabel('Begins, UTC').fill('2031-01-10T09:00')
    await round.getByLabel('Ends, UTC').fill('2031-01-11T17:00')
    await put(/^Schedule a round in Corrin from 2031-01-10 09:00 UTC for C$/, first + 2)
    await becomes(
      () => sentence(watcher.page),
      (now) => /Corrin/.test(now),
      'a next round is scheduled',
    )

    await choose('Open')
    await round.getByRole('radio', { name: /Corrin/ }).check({ force: true })
    await put(/^Open the round in Corrin now for C$/, first + 3)
    await becomes(
      () => sentence(watcher.page),
      (now) => /^A round is open in Corrin/.test(now),
      'the round is open',
    )

    await choose('Open')
    await round.getByRole('radio', { name: 'one that was not scheduled' }).check({ force: true })
    await round.getByLabel('Place, English').fill('Elsewhere')
    await round.getByRole('button', { name: 'Open the round in Elsewhere now for C' }).click()
    await round.locator('.refused').waitFor()
    const refused = await textOf(page, '.act-form .refused')
    assert.match(refused, /^Not recorded\.A round is open in this track at that time\./)
    assert.match(refused, /Kept: what you typed/)
    assert.match(refused, /Rule round-open-in-track/)
    assert.equal(await round.getByLabel('Place, English').inputValue(), 'Elsewhere')
    assert.equal(await checked(page), first + 3, 'nothing was recorded')
    await page.reload()
    await checked(page)
    assert.equal(await round.getByLabel('Place, English').inputValue(), 'Elsewhere', 'the draft outlives a reload')

    await choose('Close')
    await round.getByRole('radio', { name: /Corrin/ }).check({ force: true })
    await round.getByRole('radio', { name: 'no result' }).check({ force: true })
    await put(/^Close the round in Corrin now, outcome: no result, for C$/, first + 4)
    await watched(/The round closed on .*: no result/)
  },
)

journey('who has no session sees no exercise, and who holds no key is offered no form', async ({ host, visit }) => {
  const { process } = await exerciseOn(host)
  const { page } = await visit({ expects: /the server responded with a status of 404/ })
  await page.goto(host.address)
  await page.getByRole('link', { name: 'Istanbul talks, 2025' }).waitFor()
  assert.equal(await page.getByRole('link', { name: 'Lake Sera exercise' }).count(), 0)
  await page.goto(`${host.address}/p/${process}`)
  await page.getByText('This process is not shown.').waitFor()
  assert.match(await textOf(page, '.refused'), /Rule process-unknown/)
  await page.goto(`${host.address}/p/istanbul-2025/enter`)
  await page.getByText('This browser holds no key of this process').waitFor()
  await page.goto(`${host.address}/take#nothing.like.a.key`)
  await page.getByText('No key was taken.').waitFor()
  assert.equal(new URL(page.url()).hash, '')
})
