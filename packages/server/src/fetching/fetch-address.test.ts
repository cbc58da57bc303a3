// Longer than 250 lines: every disguise of an inside address stands here by its name.
import assert from 'node:assert/strict'
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import { createServer as createNetServer } from 'node:net'
import { describe, test } from 'node:test'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { ADDRESS_LIMIT, takeAddress } from './asked-address.ts'
import { type Place, publicOnly, systemResolve } from './connection.ts'
import { FETCH_SIZE, guardedFetch, REDIRECTS_LIMIT } from './fetch-address.ts'
import { whyNotPublic } from './public-address.ts'

/** What a fetch with the real rules says to an address; a resolver of ours says what names mean, so that nothing is asked outside. */
const saysOf = async (address: string, names: Readonly<Record<string, readonly string[]>> = {}): Promise<string> => {
  const asked: string[] = []
  const result = await guardedFetch({
    resolve: async (host) => {
      asked.push(host)
      return names[host] ?? []
    },
    time: 2_000,
  })(address)
  if (result.ok) throw new Error(`${address} was fetched`)
  const { code, facts } = result.refusal
  return [code, facts['cause'] ?? facts['range']].filter(Boolean).join(' ')
}

describe('a link to the server’s own network is refused in every disguise', () => {
  const disguises: Readonly<Record<string, readonly [address: string, says: string]>> = {
    loopback: ['http://127.0.0.1/', 'address-not-public loopback'],
    'loopback elsewhere in its range': ['http://127.8.9.10/', 'address-not-public loopback'],
    'a decimal number': ['http://2130706433/', 'address-not-public loopback'],
    'octal parts': ['http://0177.0.0.01/', 'address-not-public loopback'],
    'hexadecimal parts': ['http://0x7f.0x0.0x0.0x1/', 'address-not-public loopback'],
    'one hexadecimal number': ['http://0x7f000001/', 'address-not-public loopback'],
    'too few parts': ['http://127.1/', 'address-not-public loopback'],
    'full-width digits': ['http://１２７.０.０.１/', 'address-not-public loopback'],
    'circled digits and an ideographic dot': ['http://①②⑦。⓪.⓪.①/', 'address-not-public loopback'],
    'percent-encoded digits': ['http://%31%32%37.0.0.1/', 'address-not-public loopback'],
    'a trailing dot': ['http://127.0.0.1./', 'address-not-public loopback'],
    'the unspecified address': ['http://0.0.0.0/', 'address-not-public unspecified'],
    zero: ['http://0/', 'address-not-public unspecified'],
    'private 10/8': ['http://10.1.2.3/', 'address-not-public private'],
    'private 172.16/12': ['http://172.31.255.255/', 'address-not-public private'],
    'private 192.168/16': ['http://192.168.0.1/', 'address-not-public private'],
    'link-local, where clouds keep their metadata': ['http://169.254.169.254/latest/meta-data/', 'address-not-public linkLocal'],
    'a cloud’s own wire server': ['http://168.63.129.16/', 'address-not-public cloud'],
    'carrier-grade NAT': ['http://100.64.0.1/', 'address-not-public carrierGradeNat'],
    benchmarking: ['http://198.18.0.1/', 'address-not-public reserved'],
    documentation: ['http://192.0.2.1/', 'address-not-public reserved'],
    multicast: ['http://224.0.0.1/', 'address-not-public multicast'],
    broadcast: ['http://255.255.255.255/', 'address-not-public broadcast'],
    'the last class': ['http://240.0.0.1/', 'address-not-public reserved'],
    'IPv6 loopback': ['http://[::1]/', 'address-not-public loopback'],
    'IPv6 unspecified': ['http://[::]/', 'address-not-public unspecified'],
    'IPv4 mapped into IPv6': ['http://[::ffff:127.0.0.1]/', 'address-not-public ipv4Mapped'],
    'the same in hexadecimal': ['http://[::ffff:7f00:1]/', 'address-not-public ipv4Mapped'],
    'a public IPv4 mapped into IPv6': ['http://[::ffff:93.184.215.14]/', 'address-not-public ipv4Mapped'],
    'IPv4-compatible IPv6': ['http://[::127.0.0.1]/', 'address-not-public unassigned'],
    'IPv4 translated': ['http://[::ffff:0:127.0.0.1]/', 'address-not-public rfc6145'],
    '6to4': ['http://[2002:7f00:1::]/', 'address-not-public 6to4'],
    NAT64: ['http://[64:ff9b::7f00:1]/', 'address-not-public rfc6052'],
    'a local NAT64': ['http://[64:ff9b:1::a00:1]/', 'address-not-public rfc6052'],
    Teredo: ['http://[2001:0:7f00:1::1]/', 'address-not-public teredo'],
    'IPv6 link-local': ['http://[fe80::1]/', 'address-not-public linkLocal'],
    'a zone': ['http://[fe80::1%25eth0]/', 'address-not-taken malformed'],
    'unique local': ['http://[fd00::1]/', 'address-not-public uniqueLocal'],
    'site-local': ['http://[fec0::1]/', 'address-not-public deprecatedSiteLocal'],
    'IPv6 multicast': ['http://[ff02::1]/', 'address-not-public multicast'],
    'IPv6 documentation': ['http://[2001:db8::1]/', 'address-not-public reserved'],
    'what is not given out': ['http://[4000::1]/', 'address-not-public unassigned'],
    localhost: ['http://localhost/', 'address-not-taken inside-name'],
    'localhost with a dot': ['http://LOCALHOST./', 'address-not-taken inside-name'],
    'a name below localhost': ['http://paraph.localhost/', 'address-not-taken inside-name'],
    'a name of the inside': ['http://metadata.google.internal/', 'address-not-taken inside-name'],
    'a printer': ['http://printer.local/', 'address-not-taken inside-name'],
    'one word': ['http://intranet/', 'address-not-taken inside-name'],
    'a name with credentials before it': ['http://lake.example@127.0.0.1/', 'address-not-taken credentials'],
    'a password': ['http://me:secret@lake.example/', 'address-not-taken credentials'],
    'a backslash that browsers read as a slash': ['http:\\\\127.0.0.1\\', 'address-not-public loopback'],
    'line breaks within': ['ht\ntp://127.0\t.0.1/', 'address-not-public loopback'],
    'a file': ['file:///etc/passwd', 'address-not-taken scheme'],
    'other schemes': ['gopher://lake.example/', 'address-not-taken scheme'],
    data: ['data:text/html,x', 'address-not-taken scheme'],
    'no address': ['lake.example', 'address-not-taken malformed'],
    'too long an address': [`http://lake.example/${'a'.repeat(ADDRESS_LIMIT)}`, 'address-not-taken too-long'],
  }
  for (const [disguise, [address, says]] of Object.entries(disguises))
    test(`${disguise}: ${says}`, async () => {
      assert.equal(await saysOf(address), says)
    })

  test('another port of a public address', async () => {
    for (const port of [22, 25, 8080, 6379]) assert.equal(await saysOf(`http://93.184.215.14:${port}/`), 'address-not-public port')
  })
  test('a public name that means an inside address, or both', async () => {
    assert.equal(await saysOf('https://lake.example/', { 'lake.example': ['10.0.0.1'] }), 'address-not-public private')
    assert.equal(await saysOf('https://lake.example./', { 'lake.example': ['93.184.215.14', '::1'] }), 'address-not-public loopback')
    assert.equal(await saysOf('https://nobody.example/'), 'address-unresolved')
    assert.equal(await saysOf('https://odd.example/', { 'odd.example': ['no address'] }), 'address-not-public no-address')
  })
  test('a resolver that never answers', async () => {
    const result = await guardedFetch({ resolve: () => new Promise(() => {}), time: 100 })('https://lake.example/')
    assert.deepEqual(!result.ok && [result.refusal.code, result.refusal.facts], ['fetch-slow', { limit: 100 }])
  })
  test('credentials and queries are not said again', () => {
    const taken = takeAddress('http://me:secret@lake.example/a?token=1')
    assert.equal(!taken.ok && taken.refusal.facts['address'], 'http://lake.example/a')
  })
  test('public addresses pass, so that the rules can fail', () => {
    for (const address of ['93.184.215.14', '8.8.8.8', '2606:4700::1', '2a00:1450::1'])
      assert.equal(whyNotPublic(address), undefined, address)
    assert.equal(publicOnly({ address: '93.184.215.14', port: 443 }), undefined)
  })
  test('the machine’s own resolver is checked like any other', async () => {
    assert.ok((await systemResolve('localhost')).every((address) => whyNotPublic(address) === 'loopback'))
  })
})

/** A server on loopback for the length of a test; the one place that its fetches may go to. `resolve` sends every name there. */
const onLoopback = async (
  listener: RequestListener,
  use: (given: {
    at: string
    fetch: ReturnType<typeof guardedFetch>
    asked: IncomingMessage[]
    objection: (place: Place) => string | undefined
  }) => Promise<void>,
  time = 5_000,
): Promise<void> => {
  const asked: IncomingMessage[] = []
  const server = createServer((request, response) => {
    asked.push(request)
    listener(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port: own } = server.address() as { port: number }
  const objection = (place: Place) => (place.address === '127.0.0.1' && place.port === own ? undefined : publicOnly(place))
  try {
    const fetch = guardedFetch({ resolve: async () => ['127.0.0.1'], objection, time })
    await use({ at: `http://lake.example:${own}`, fetch, asked, objection })
  } finally {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
}
const give =
  (body: string | Buffer, headers: Record<string, string> = {}) =>
  (_request: IncomingMessage, response: ServerResponse): void => {
    response.writeHead(200, headers)
    response.end(body)
  }
const refusalOf = (result: Awaited<ReturnType<ReturnType<typeof guardedFetch>>>) =>
  result.ok
    ? 'fetched'
    : [result.refusal.code, result.refusal.facts['cause'] ?? result.refusal.facts['range'] ?? result.refusal.facts['status']]
        .filter(Boolean)
        .join(' ')

describe('a page is fetched', () => {
  test('its bytes as they are, with its type, by a request that says who asks and carries nothing else', async () => {
    await onLoopback(
      give('<p>waning. confidence', { 'content-type': 'text/html; charset=utf-8', 'set-cookie': 'a=1' }),
      async ({ at, fetch, asked }) => {
        for (let time = 0; time < 2; time++) {
          const page = await fetch(`${at}/a?b=c#d`)
          assert.deepEqual(page.ok && { ...page.value, bytes: Buffer.from(page.value.bytes).toString() }, {
            address: `${at}/a?b=c`,
            media: 'text/html; charset=utf-8',
            bytes: '<p>waning. confidence',
          })
        }
        const { url, headers } = asked[1]!
        assert.equal(url, '/a?b=c')
        assert.match(headers['user-agent']!, /^Paraph\//)
        assert.deepEqual(Object.keys(headers).toSorted(), ['accept', 'accept-encoding', 'connection', 'host', 'user-agent'])
      },
    )
  })

  test('compression is undone', async () => {
    for (const [encoding, packed] of [
      ['gzip', gzipSync('words')],
      ['deflate', deflateSync('words')],
      ['br', brotliCompressSync('words')],
      ['identity', Buffer.from('words')],
    ] as const)
      await onLoopback(give(packed, { 'content-encoding': encoding }), async ({ at, fetch }) => {
        const page = await fetch(at)
        assert.equal(page.ok && Buffer.from(page.value.bytes).toString(), 'words', encoding)
      })
  })

  test('what inflates beyond the limit is cut off, and so is what is too large as it comes, announced or not', async () => {
    const bomb = gzipSync(Buffer.alloc(FETCH_SIZE + 1))
    assert.ok(bomb.length < 20_000)
    const endless = (_request: IncomingMessage, response: ServerResponse): void => {
      const more = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536)));
      }
      response.on('drain', more)
      more()
    }
    const announced = (_request: IncomingMessage, response: ServerResponse): void => {
      response.writeHead(200, { 'content-length': String(2 * 1024 ** 3) })
      response.write('x')
    }
    for (const listener of [give(bomb, { 'content-encoding': 'gzip' }), endless, announced])
      await onLoopback(listener, async ({ at, fetch }) => assert.equal(refusalOf(await fetch(at)), 'too-large'))
  })

  test('encodings that are not asked for, broken ones, and answers broken off are failures', async () => {
    await onLoopback(give('x', { 'content-encoding': 'gzip, br' }), async ({ at, fetch }) =>
      assert.equal(refusalOf(await fetch(at)), 'fetch-failed encoding'),
    )
    await onLoopback(give('no such compression', { 'content-encoding': 'gzip' }), async ({ at, fetch }) =>
      assert.equal(refusalOf(await fetch(at)), 'fetch-failed Z_DATA_ERROR'),
    )
    await onLoopback(
      (_request, response) => {
        response.writeHead(200, { 'content-length': '10' })
        response.write('x')
        setTimeout(() => response.destroy(), 20)
      },
      async ({ at, fetch }) => assert.match(refusalOf(await fetch(at)), /^fetch-failed /),
    )
  })

  test('what is no page is said by its status', async () => {
    for (const status of [404, 500, 204, 304])
      await onLoopback(
        (_request, response) => {
          response.writeHead(status)
          response.end()
        },
        async ({ at, fetch }) => assert.equal(refusalOf(await fetch(at)), `fetch-answered ${status}`),
      )
  })

  test('a site that takes too long, before its answer or within it', async () => {
    for (const listener of [
      () => {},
      (_request: IncomingMessage, response: ServerResponse) => {
        response.writeHead(200)
        response.write('x')
      },
    ])
      await onLoopback(listener, async ({ at, fetch }) => assert.equal(refusalOf(await fetch(at)), 'fetch-slow'), 300)
  })

  test('who no longer waits ends it', async () => {
    await onLoopback(
      () => {},
      async ({ at, fetch }) => assert.equal(refusalOf(await fetch(at, AbortSignal.timeout(100))), 'fetch-failed cancelled'),
    )
  })
})

describe('every hop is checked like the first', () => {
  const leading =
    (to: string, status = 302) =>
    (request: IncomingMessage, response: ServerResponse): void => {
      if (request.url === '/') {
        response.writeHead(status, { location: to })
        response.end()
      } else give('there', { 'content-type': 'text/plain' })(request, response)
    }

  test('a redirect is followed, and the last address is the source’s', async () => {
    for (const status of [301, 302, 303, 307, 308])
      await onLoopback(leading('/b/../c', status), async ({ at, fetch }) => {
        const page = await fetch(at)
        assert.equal(page.ok && page.value.address, `${at}/c`)
      })
  })

  test('a redirect into the server’s own network goes nowhere, in whatever disguise', async () => {
    for (const [to, says] of [
      ['http://169.254.169.254/', 'address-not-public linkLocal'],
      ['http://2130706433/', 'address-not-public loopback'],
      ['//[::1]/', 'address-not-public loopback'],
      ['http://localhost/', 'address-not-taken inside-name'],
      ['file:///etc/passwd', 'address-not-taken scheme'],
      ['http://me@93.184.215.14/', 'address-not-taken credentials'],
      ['http://93.184.215.14:6379/', 'address-not-public port'],
      ['http://[', 'address-not-taken malformed'],
    ] as const)
      await onLoopback(leading(to), async ({ at, fetch, asked }) => {
        assert.equal(refusalOf(await fetch(at)), says, to)
        assert.equal(asked.length, 1)
      })
  })

  test('a name that means another address at the next hop is asked for again and refused', async () => {
    await onLoopback(leading('http://lake.example/c'), async ({ at, objection, asked }) => {
      const answers = [['127.0.0.1'], ['10.0.0.1']]
      const fetch = guardedFetch({ resolve: async () => answers.shift() ?? [], objection, time: 2_000 })
      assert.equal(refusalOf(await fetch(at)), 'address-not-public private')
      assert.equal(asked.length, 1)
    })
  })

  test('a name that changes between check and connection is asked once: the connection goes to what was checked', async () => {
    await onLoopback(give('mine'), async ({ at, objection }) => {
      let times = 0
      const fetch = guardedFetch({
        // By now the name means another machine; whoever asks again is led there.
        resolve: async () => [times++ === 0 ? '127.0.0.1' : '10.0.0.1'],
        objection,
        time: 2_000,
      })
      const page = await fetch(at)
      assert.equal(page.ok && Buffer.from(page.value.bytes).toString(), 'mine')
      assert.equal(times, 1)
    })
  })

  test('where the connection stands is looked at once more, before anything is sent', async () => {
    const heard: Buffer[] = []
    const server = createNetServer((socket) => {
      socket.on('error', () => {})
      socket.on('data', (part) => heard.push(part))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as { port: number }
    // An address that passes when it is checked and not when the connection stands there.
    let times = 0
    const objection = () => (times++ === 0 ? undefined : 'loopback')
    const fetch = guardedFetch({ resolve: async () => ['127.0.0.1'], objection, time: 2_000 })
    assert.equal(refusalOf(await fetch(`http://lake.example:${port}/`)), 'address-not-public loopback')
    assert.equal(Buffer.concat(heard).length, 0)
    await new Promise((resolve) => server.close(resolve))
  })

  test('as many redirects as the limit are followed and one more is not', async () => {
    const chain =
      (length: number) =>
      (request: IncomingMessage, response: ServerResponse): void => {
        const at = Number(request.url!.slice(1))
        if (at === length) give('end')(request, response)
        else {
          response.writeHead(302, { location: `/${at + 1}` })
          response.end()
        }
      }
    await onLoopback(chain(REDIRECTS_LIMIT), async ({ at, fetch }) => assert.equal(refusalOf(await fetch(`${at}/0`)), 'fetched'))
    await onLoopback(chain(REDIRECTS_LIMIT + 1), async ({ at, fetch }) =>
      assert.equal(refusalOf(await fetch(`${at}/0`)), 'fetch-redirects'),
    )
  })
})
