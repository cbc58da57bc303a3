import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { checkpointText, openCheckpoint, parseCheckpoint, signCheckpoint } from './checkpoint.ts'
import type { Hash, RecordSize } from './names.ts'
import { nodePrimitives } from './node/index.ts'
import { noteKey, signNote } from './note.ts'
import { toySigner } from './toy.test-support.ts'

const { sha256, verify } = nodePrimitives
const signer = toySigner('host')
const origin = 'host.example/0f'
const checkpoint = { origin, size: 41 as RecordSize, root: 'ab'.repeat(32) as Hash }
const root = Buffer.from(checkpoint.root, 'hex').toString('base64')
const key = noteKey(sha256, { name: origin, publicKey: signer.publicKey })

describe('checkpoint', () => {
  test('[R24] its text is origin, size and root in base 64, a line each, and parses back', () => {
    assert.equal(checkpointText(checkpoint), `${origin}\n41\n${root}\n`)
    const back = parseCheckpoint(checkpointText(checkpoint))
    assert.ok(back.ok)
    assert.deepEqual(back.value, checkpoint)
    assert.ok(parseCheckpoint(`o\n${Number.MAX_SAFE_INTEGER}\n${root}\n`).ok)
    assert.throws(() => checkpointText({ ...checkpoint, root: 'ab' as Hash }), RangeError)
  })

  test('[R24] another number of lines, an extension line, a padded or unsafe size, or a root of another length is refused', () => {
    const wrong = [
      '',
      '\n',
      `${origin}\n41\n${root}`,
      `${origin}\n41\n${root}\nextension\n`,
      `${origin}\n41\n${root}\n\n`,
      `\n41\n${root}\n`,
      `${origin}\n041\n${root}\n`,
      `${origin}\n-1\n${root}\n`,
      `${origin}\n1e3\n${root}\n`,
      `${origin}\n 41\n${root}\n`,
      `${origin}\n9007199254740992\n${root}\n`,
      `${origin}\n41\n${root.slice(4)}\n`,
      `${origin}\n41\n${root.slice(0, -1)}\n`,
    ]
    for (const text of wrong) {
      const parsed = parseCheckpoint(text)
      assert.ok(!parsed.ok && parsed.refusal.code === 'checkpoint-malformed', JSON.stringify(text))
    }
  })

  test('[R25] it opens with the log’s key of its origin and no other', async () => {
    const note = await signCheckpoint(sha256, { checkpoint, signer })
    const opened = await openCheckpoint(verify, { note, key })
    assert.ok(opened.ok)
    assert.deepEqual(opened.value.checkpoint, checkpoint)
    const codeOf = async (given: string, by = key): Promise<string> => {
      const result = await openCheckpoint(verify, { note: given, key: by })
      return result.ok ? 'ok' : result.refusal.code
    }
    assert.equal(await codeOf(note.replace('\n41\n', '\n42\n')), 'note-wrong-signature')
    assert.equal(await codeOf(note, noteKey(sha256, { name: origin, publicKey: toySigner('A').publicKey })), 'note-unknown-keys')
    const foreign = await signNote(sha256, { text: `elsewhere\n41\n${root}\n`, name: origin, signer })
    assert.equal(await codeOf(foreign), 'checkpoint-other-origin')
    assert.equal(await codeOf(await signNote(sha256, { text: 'no checkpoint\n', name: origin, signer })), 'checkpoint-malformed')
  })
})
