import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import test from 'node:test'
import { fileURLToPath } from 'node:url'
import { inFolder } from './command-line.test-support.ts'

// Promise P7: nothing leaves the machine unasked. Everything below runs in a network namespace that has loopback alone, and every address that
// any of its processes turns to is written down: that nothing got out is the namespace's doing, that nothing tried is ours.

const PROGRAM = fileURLToPath(new URL('unasked.program.ts', import.meta.url))
const able = (program: string, words: readonly string[]): boolean => spawnSync(program, words).status === 0
/** Gives a program a network of its own, with nothing in it (util-linux). */
const CONFINER = 'unshare'
const missing = !able(CONFINER, ['--net', 'true'])
  ? 'no network namespaces here: root on Linux is needed, with util-linux'
  : !able('ip', ['-V'])
    ? 'no ip here: apt-get install iproute2'
    : !able('strace', ['-V'])
      ? 'no strace here: apt-get install strace'
      : false

/** Runs a program with loopback alone; gives its status and what it said, and every address outside that it turned to. */
const confined = (folder: string, words: readonly string[]): { status: number | null; said: string; outside: string[]; inside: number } => {
  const trace = join(folder, 'trace')
  const traced = `strace -f -qq --seccomp-bpf -e trace=connect,sendto,sendmsg,sendmmsg -e signal=none -s 0 -o ${trace}`.split(' ')
  const env = { ...process.env, CI: 'true', PARAPH_HOME: join(folder, 'home') }
  const { status, stdout, stderr } = spawnSync(
    CONFINER,
    ['--net', 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh', ...traced, ...words],
    {
      encoding: 'utf8',
      cwd: folder,
      env,
      timeout: 120_000,
      killSignal: 'SIGKILL',
    },
  )
  return { status, said: `${stdout}${stderr}`, ...addressesIn(readFileSync(trace, 'utf8')) }
}

/** Addresses that calls name, but of this machine itself. Asking a resolver is leaving, wherever it listens. */
const addressesIn = (trace: string): { outside: string[]; inside: number } => {
  const named = [...trace.matchAll(/sa_family=AF_INET6?, sin6?_port=htons\((\d+)\)[^}]*?(?:inet_addr\(|inet_pton\(AF_INET6, )"([^"]+)"/g)]
  const outside = named.flatMap(([, port, address]) =>
    /^(?:127\.|::1$|::ffff:127\.)/.test(address!) && port !== '53' ? [] : [`${address} port ${port}`],
  )
  return { outside: [...new Set(outside)], inside: named.length - outside.length }
}

test('a whole life of the program with loopback alone: nothing else is tried', { skip: missing }, async () => {
  await inFolder(async (folder) => {
    const { status, said, outside, inside } = confined(folder, [process.execPath, PROGRAM])
    assert.equal(status, 0, said)
    assert.match(said, /^asked \d{2,} addresses, all answered$/m)
    assert.deepEqual(outside, [])
    assert.ok(inside >= 3, `${inside} connections were seen`)
  })
})

test('a program that turns elsewhere is seen: by address, by name', { skip: missing }, async () => {
  await inFolder(async (folder) => {
    for (const [planted, seen] of [
      ["require('node:net').connect(80, '192.0.2.1').on('error', () => {})", '192.0.2.1 port 80'],
      ["require('node:net').connect(443, '2001:db8::1').on('error', () => {})", '2001:db8::1 port 443'],
      ["require('node:dgram').createSocket('udp4').send('x', 9, '192.0.2.2', () => process.exit())", '192.0.2.2 port 9'],
      ["fetch('http://192.0.2.3/').catch(() => {})", '192.0.2.3 port 80'],
      [
        `require('node:child_process').spawn(process.execPath, ['-e', "require('node:net').connect(25, '192.0.2.4').on('error', () => {})"])`,
        '192.0.2.4 port 25',
      ],
    ] as const) {
      writeFileSync(join(folder, 'planted.cjs'), planted)
      assert.deepEqual(confined(folder, [process.execPath, 'planted.cjs']).outside, [seen])
    }
    writeFileSync(
      join(folder, 'planted.cjs'),
      "const dns = require('node:dns'); dns.setServers(['127.0.0.1']); dns.resolve4('paraph.example', () => {})",
    )
    assert.deepEqual(confined(folder, [process.execPath, 'planted.cjs']).outside, ['127.0.0.1 port 53'])
  })
})
