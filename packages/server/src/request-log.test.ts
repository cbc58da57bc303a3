import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { describe, test } from 'node:test'
import { openExercise } from './exercise.test-support.ts'
import { listen, serveHome, signIn, until } from './http.test-support.ts'

/** A served host and the lines of its log. */
const logged = async (
  use: (given: {
    served: Awaited<ReturnType<typeof serveHome>>
    text: () => string
    lines: () => readonly Record<string, unknown>[]
  }) => Promise<void>,
) => {
  let text = ''
  const served = await serveHome({
    log: {
      write: (line) => {
        text += line
      },
    },
  })
  const lines = () =>
    text
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as Record<string, unknown>)
  try {
    await use({ served, text: () => text, lines })
  } finally {
    await served.dispose()
  }
}

/** What a request sends that no parser lets through, as its bytes. */
const sendRaw = (address: string, bytes: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const { port } = new URL(address)
    const socket = connect({ host: '127.0.0.1', port: Number(port) })
    socket.on('error', reject)
    socket.on('close', () => resolve())
    socket.resume()
    socket.end(bytes)
  })

describe('the log of requests', () => {
  test('has one line a request: pattern of the route, status, code of a refusal, time, bytes', async () => {
    await logged(async ({ served, lines }) => {
      const seen = await served.ask('/api/v1/processes/open-lake/standing?at=2025-11-10')
      await served.ask('/api/v1/processes/no-such-lake')
      await served.ask('/nowhere')
      await until(() => lines().length === 3)
      const [first, second, third] = lines()
      const { time, ms, ...told } = first!
      assert.deepEqual(told, {
        level: 'info',
        method: 'GET',
        route: '/api/v1/processes/:ref/standing',
        status: seen.status,
        code: 'before-opening',
        bytes: seen.bytes.length,
      })
      assert.match(String(time), /^\d{4}-\d\d-\d\dT/)
      assert.equal(typeof ms, 'number')
      assert.deepEqual([second!['route'], second!['status'], second!['code']], ['/api/v1/processes/:ref', 404, 'process-unknown'])
      assert.deepEqual([third!['route'], third!['status'], third!['code']], ['none', 404, 'not-found'])
    })
  })

  test('says of a stream when its reader has left', async () => {
    await logged(async ({ served, lines }) => {
      const reader = await listen(served.serving.address)
      await until(() => reader.events.length > 0)
      assert.equal(lines().length, 0)
      reader.stop()
      await until(() => lines().some(({ route }) => route === '/api/v1/events'))
    })
  })

  test('holds no word of an act, a label, an address, a header or a reader', async () => {
    await logged(async ({ served, text, lines }) => {
      const words = ['Zwickmuehle', 'Quastenflosser', 'Xylophonistin', 'Jaspisader']
      const [inAct, inSlug, inHeader, inQuery] = words as [string, string, string, string]
      const planted = await openExercise(served.home.host, { slug: inSlug.toLowerCase(), keysArePublic: true, title: { en: inAct } })
      const cookie = await signIn(served.serving)
      const headers = {
        cookie: `${cookie}; other=${inHeader}`,
        'user-agent': inHeader,
        'accept-language': `en, ${inHeader}`,
        referer: `http://localhost/${inHeader}`,
        'x-forwarded-for': `192.0.2.77, ${inHeader}`,
        authorization: `Bearer ${inHeader}`,
        'x-request-id': inHeader,
      }
      const at = `/api/v1/processes/${inSlug.toLowerCase()}`
      const act = await planted.issue(inAct)
      const asked = [
        await served.ask(at, { headers }),
        await served.ask(`${at}/entries`, { method: 'POST', body: act, headers }),
        await served.ask(`${at}/entries`, { method: 'POST', body: { ...act, act: { type: inAct } }, headers }),
        await served.ask(`${at}/entries`, { method: 'POST', body: `{"${inAct}":`, headers }),
        await served.ask(`${at}/entries`, { method: 'POST', body: inAct, headers: { ...headers, 'content-type': `text/${inHeader}` } }),
        await served.ask(`${at}/standing?${inQuery}=${inQuery}`, { headers }),
        await served.ask(`${at}/${inQuery}`, { headers }),
        await served.ask(`/${inQuery}%zz${inQuery}`, { headers }),
        await served.ask(`/${inQuery}.js?${inQuery}`, { headers }),
        await served.ask(at, { headers: { ...headers, host: inHeader } }),
        await served.ask(`${at}/entries`, { method: 'POST', body: act, headers: { ...headers, origin: `http://${inHeader}` } }),
        await served.ask('/metrics', { headers }),
      ]
      await sendRaw(served.serving.address, `GET /${inQuery} HTTP/1.1\r\nhost: localhost\r\n${inHeader}\r\n\r\n`)
      await until(() => lines().length >= asked.length)
      assert.ok(lines().length >= asked.length, 'every request has its line')
      const log = text().toLowerCase()
      for (const word of [...words, planted.id, '192.0.2.77', '127.0.0.1', '::1', 'SEC', 'clerk', 'host.example', cookie.split('=')[1]!])
        assert.ok(!log.includes(word.toLowerCase()), word)
      for (const line of lines())
        assert.deepEqual(
          Object.keys(line).filter((key) => !['level', 'time', 'method', 'route', 'status', 'code', 'ms', 'bytes'].includes(key)),
          [],
        )
    })
  })
})
