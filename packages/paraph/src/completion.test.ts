import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import process from 'node:process'
import test, { after } from 'node:test'

// The shells themselves: each takes the lines that the program prints for it, and completes with them.

const place = mkdtempSync(join(tmpdir(), 'paraph-completion-'))
after(() => rmSync(place, { recursive: true, force: true }))
mkdirSync(join(place, 'bin'))
mkdirSync(join(place, 'empty'))
writeFileSync(join(place, 'talks.paraph'), '')
writeFileSync(join(place, 'bin/paraph'), `#!/bin/sh\nexec '${process.execPath}' '${join(import.meta.dirname, '../bin.js')}' "$@"\n`)
chmodSync(join(place, 'bin/paraph'), 0o755)
const { NODE_TEST_CONTEXT: _, ...inherited } = process.env
const env = { ...inherited, PATH: [join(place, 'bin'), process.env['PATH']].join(delimiter), PARAPH_HOME: join(place, 'empty') }

/** Whether a shell is here. Where all is required an absent one fails its test. */
const without = (shell: string): string | false =>
  process.env['PARAPH_REQUIRE'] !== 'all' && spawnSync(shell, ['-c', 'true']).status !== 0 && `no ${shell} here`
for (const shell of ['bash', 'zsh', 'fish'])
  if (without(shell) !== false) console.error(`SKIPPED, for want of ${shell}: ${import.meta.filename}`)

const lines = (shell: string, words: readonly string[], script: string): string[] => {
  const { status, stdout, stderr } = spawnSync(shell, [...words, '-c', script], { cwd: place, env, encoding: 'utf8' })
  assert.equal(status, 0, stderr)
  return stdout.split('\n').filter((line) => line !== '')
}

test('bash completes commands, processes, options, kinds of act and files', { skip: without('bash') }, () => {
  const typed = [
    `paraph sta`,
    `paraph standing ist`,
    `paraph export x --tl`,
    `paraph catalogue round.o`,
    `paraph verify ta`,
    `paraph init e`,
  ]
  const said = lines(
    'bash',
    ['--norc'],
    `set -u
    eval "$(paraph completion bash)"
    complete -p paraph
    for line in ${typed.map((words) => `"${words}"`).join(' ')}; do
      eval "COMP_WORDS=($line)"
      COMP_CWORD=$((\${#COMP_WORDS[@]} - 1))
      _paraph
      echo "$line: \${COMPREPLY[*]}"
    done`,
  )
  assert.deepEqual(said, [
    'complete -F _paraph paraph',
    'paraph sta: statements standing',
    'paraph standing ist: istanbul-2025',
    'paraph export x --tl: --tlog',
    'paraph catalogue round.o: round.opened',
    'paraph verify ta: talks.paraph',
    'paraph init e: exercise empty',
  ])
})

test('zsh does', { skip: without('zsh') }, () => {
  // Outside of its line editor zsh has no compadd: what would be offered is said instead.
  const said = lines(
    'zsh',
    ['-f'],
    `compdef() { echo "compdef $*" }
    compadd() { shift; echo "\${(P)1}" }
    _files() { echo files }
    eval "$(paraph completion zsh)"
    words=(paraph standing ist); CURRENT=3; _paraph
    words=(paraph verify ''); CURRENT=3; _paraph`,
  )
  assert.deepEqual(said, ['compdef _paraph paraph', 'istanbul-2025', 'files', 'files'])
})

test('fish does', { skip: without('fish') }, () => {
  const said = lines(
    'fish',
    ['--no-config'],
    `paraph completion fish | source
    complete -C 'paraph standing ist'
    complete -C 'paraph catalogue round.o'
    complete -C 'paraph verify ta'`,
  )
  assert.deepEqual(said, ['istanbul-2025', 'round.opened', 'talks.paraph'])
})

test('a shell that is not known is a wrong use', () => {
  const { status, stderr } = spawnSync(join(place, 'bin/paraph'), ['completion', 'tcsh'], { env, encoding: 'utf8' })
  assert.equal(status, 64)
  assert.match(stderr, /bash, zsh, fish/)
})
