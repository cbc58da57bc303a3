import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { base64, concatBytes, hex, utf8 } from './bytes.ts'
import { nodePrimitives } from './node/index.ts'
import { isKeyName, NOTE_LIMIT, NOTE_SIGNATURE_LIMIT, noteKey, noteOf, openNote, parseNote, parseVkey, signNote, vkeyOf } from './note.ts'
import { toySigner } from './toy.test-support.ts'

const { sha256, verify } = nodePrimitives
const signer = toySigner('host')
const name = 'host.example/log'
const key = noteKey(sha256, { name, publicKey: signer.publicKey })
const text = 'first\n\nsecond é\n'
const signed = await signNote(sha256, { text, name, signer })

const codeOf = async (note: string, keys = [key]): Promise<string> => {
  const opened = await openNote(verify, { note, keys })
  return opened.ok ? 'ok' : opened.refusal.code
}

describe('signed note', () => {
  test('[R20] a note is its text, a blank line, and lines of name and base 64 of key id and signature', async () => {
    const signature = await signer.sign(utf8(text))
    const id = sha256(concatBytes(utf8(`${name}\n`), new Uint8Array([1]), signer.publicKey)).slice(0, 4)
    assert.equal(signed, `${text}\n— ${name} ${base64(concatBytes(id, signature))}\n`)
    assert.equal(key.id, hex(id))
    const opened = await openNote(verify, { note: signed, keys: [key] })
    assert.ok(opened.ok)
    assert.equal(opened.value.text, text)
    assert.deepEqual(opened.value.by, [key])
  })

  test('[R21] a known key’s wrong signature refuses the note, unknown keys are passed over, and none known refuses it', async () => {
    const other = await signNote(sha256, { text, name: 'other.example', signer: toySigner('other') })
    const lines = [parseNote(signed), parseNote(other)].flatMap((note) => (note.ok ? note.value.signatures : []))
    const both = noteOf({ text, signatures: lines })
    const opened = await openNote(verify, { note: both, keys: [key] })
    assert.ok(opened.ok && opened.value.unknown.length === 1 && opened.value.unknown[0]!.name === 'other.example')
    assert.equal(await codeOf(other), 'note-unknown-keys')
    assert.equal(await codeOf(signed, []), 'note-unknown-keys')
    assert.equal(await codeOf(signed.replace('second', 'Second')), 'note-wrong-signature')
    const wrong = { ...lines[0]!, payload: lines[0]!.payload.slice(1) }
    assert.equal(await codeOf(noteOf({ text, signatures: [wrong] })), 'note-wrong-signature')
    // A good line of a known key does not save a bad one.
    assert.equal(await codeOf(noteOf({ text, signatures: [lines[0]!, wrong] })), 'note-wrong-signature')
    // The same name under another id, and the same id under another name, are unknown keys.
    assert.equal(await codeOf(noteOf({ text, signatures: [{ ...lines[0]!, id: '00000000' }] })), 'note-unknown-keys')
    assert.equal(await codeOf(noteOf({ text, signatures: [{ ...lines[0]!, name: 'x' }] })), 'note-unknown-keys')
  })

  test('[R22] a note that the format does not allow is refused', async () => {
    const wrong: readonly string[] = [
      '',
      '\n',
      'text\n',
      'text\n\n',
      signed.slice(0, -1),
      `${signed}\n`,
      signed.replace('— ', '- '),
      signed.replace('— ', '—'),
      signed.replace(`— ${name} `, `— ${name}  `),
      signed.replace('— host', '—  host'),
      signed.replace(`— ${name} `, '— '),
      signed.replace(name, 'a+b'),
      signed.replace(name, 'a\u00a0b'),
      signed.replace(/ [A-Za-z0-9+/=]+\n$/, ' AAAAAA==\n'),
      signed.replace(/ [A-Za-z0-9+/=]+\n$/, ' AAAA\n'),
      signed.replace(/=\n$/, '\n'),
      signed.replace('first', 'fi\trst'),
      signed.replace('first', 'first\r'),
      signed.replace('first', 'fi\u0000rst'),
      signed.replace('first', '\ud800'),
      `${signed}trailing`,
    ]
    for (const note of wrong) assert.equal(await codeOf(note), 'note-malformed', JSON.stringify(note))
  })

  test('[R22] a note of 64 lines is read, one of 65 or of too many characters is refused', async () => {
    const line = parseNote(signed)
    assert.ok(line.ok)
    const withLines = (count: number) => noteOf({ text, signatures: Array.from({ length: count }, () => line.value.signatures[0]!) })
    assert.equal(await codeOf(withLines(NOTE_SIGNATURE_LIMIT)), 'ok')
    assert.equal(await codeOf(withLines(NOTE_SIGNATURE_LIMIT + 1)), 'note-oversize')
    assert.equal(await codeOf('x'.repeat(NOTE_LIMIT + 1)), 'note-oversize')
  })

  test('[R22] whatever a note is changed into, it is opened to the text that was signed or refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(signed.length - 1), fc.string({ maxLength: 3 }), fc.nat(4), async (at, put, cut) => {
        const opened = await openNote(verify, { note: signed.slice(0, at) + put + signed.slice(at + cut), keys: [key] })
        if (opened.ok) assert.equal(opened.value.text, text)
      }),
      { numRuns: 300 },
    )
  })

  test('[R23] a vkey gives back its key, and one whose id, type, name or base 64 is wrong is refused', () => {
    const vkey = vkeyOf(key)
    assert.ok(vkey.startsWith(`${name}+${key.id}+AQ`) || vkey.startsWith(`${name}+${key.id}+`))
    const back = parseVkey(sha256, vkey)
    assert.ok(back.ok)
    assert.deepEqual(back.value, key)
    const cosigner = `${name}+${key.id}+${base64(concatBytes(new Uint8Array([4]), key.publicKey))}`
    for (const wrong of [
      '',
      'a',
      'a+b',
      vkey.replace(key.id, '00000000'),
      vkey.replace(name, 'x'),
      vkey.slice(0, -4),
      `${vkey} `,
      vkey.replace(name, 'a b'),
      cosigner,
    ]) {
      assert.ok(!parseVkey(sha256, wrong).ok, wrong)
    }
  })

  test('[R23] a key name has no Unicode space, no plus, no control character, and is not empty', () => {
    for (const good of ['a', 'host.example/0f', 'خوش', 'a-b_c']) assert.ok(isKeyName(good), good)
    for (const bad of ['', 'a b', 'a+b', 'a\u2003b', 'a\u0085b', 'a\nb', 'a\u0001b', '\ud800'])
      assert.ok(!isKeyName(bad), JSON.stringify(bad))
    assert.throws(() => noteKey(sha256, { name: 'a b', publicKey: signer.publicKey }), RangeError)
    assert.throws(() => noteKey(sha256, { name, publicKey: new Uint8Array(31) }), RangeError)
  })

  test('[R22] signing a text that no note can hold is a bug and throws', async () => {
    for (const wrong of ['no newline', 'a\tb\n', '\ud800\n'])
      await assert.rejects(signNote(sha256, { text: wrong, name, signer }), RangeError)
  })
})
