import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { crc32 as nodeCrc32 } from 'node:zlib'
import fc from 'fast-check'
import { utf8 } from './bytes.ts'
import { crc32 } from './crc32.ts'
import { differsFrom, readZip, writeZip, ZIP_FILE_LIMIT } from './zip.ts'

const filesOf = (named: Readonly<Record<string, string>>) => new Map(Object.entries(named).map(([name, text]) => [name, utf8(text)]))
const written = (named: Readonly<Record<string, string>>): Uint8Array => {
  const zip = writeZip(filesOf(named))
  assert.ok(zip.ok)
  return zip.value
}
const codeOf = (bytes: Uint8Array): string => {
  const read = readZip(bytes)
  return read.ok ? 'ok' : read.refusal.code
}

describe('canonical zip', () => {
  test('[R33] CRC-32 is zlib’s', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => assert.equal(crc32(bytes), nodeCrc32(bytes))))
  })

  test('[R33] files stand in byte order, stored, dated 1 January 1980, flagged UTF-8, without extra field or comment', () => {
    const zip = Buffer.from(written({ b: 'second', a: 'first', 'a/x': '', B: 'capitals first' }))
    const names: string[] = []
    let at = 0
    while (zip.readUInt32LE(at) === 0x04034b50) {
      const [flags, method, time, date] = [6, 8, 10, 12].map((offset) => zip.readUInt16LE(at + offset))
      assert.deepEqual({ flags, method, time, date }, { flags: 0x0800, method: 0, time: 0, date: (1 << 5) | 1 })
      assert.equal(zip.readUInt16LE(at + 28), 0)
      assert.equal(zip.readUInt32LE(at + 18), zip.readUInt32LE(at + 22))
      const length = zip.readUInt16LE(at + 26)
      const content = zip.subarray(at + 30 + length, at + 30 + length + zip.readUInt32LE(at + 18))
      assert.equal(zip.readUInt32LE(at + 14), nodeCrc32(content))
      names.push(zip.toString('utf8', at + 30, at + 30 + length))
      at += 30 + length + content.length
    }
    assert.deepEqual(names, ['B', 'a', 'a/x', 'b'])
    assert.equal(zip.readUInt32LE(at), 0x02014b50)
    assert.equal(zip.readUInt32LE(zip.length - 22), 0x06054b50)
    assert.equal(zip.readUInt16LE(zip.length - 2), 0)
  })

  test('[R33] what is written is read back, and is the one zip of its files', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^[a-z0-9/.]{1,12}$/), fc.uint8Array({ maxLength: 60 }), { maxKeys: 8 }), (named) => {
        const zip = writeZip(new Map(Object.entries(named)))
        assert.ok(zip.ok)
        const read = readZip(zip.value)
        assert.ok(read.ok)
        assert.deepEqual(
          Object.fromEntries(read.value.map(({ name, bytes }) => [name, [...bytes]])),
          Object.fromEntries(Object.entries(named).map(([name, bytes]) => [name, [...bytes]])),
        )
        assert.equal(differsFrom(zip.value, read.value), undefined)
        const backwards = writeZip(new Map(Object.entries(named).reverse()))
        assert.ok(backwards.ok)
        assert.deepEqual(backwards.value, zip.value)
      }),
    )
  })

  test('[R34] any change of any byte is another zip: unreadable, or told from the canonical one by where it differs', () => {
    const zip = written({ a: 'first', b: 'second' })
    for (let at = 0; at < zip.length; at++) {
      const changed = zip.slice()
      changed[at]! ^= 0x11
      const read = readZip(changed)
      if (read.ok) assert.notEqual(differsFrom(changed, read.value), undefined, `byte ${at}`)
    }
  })

  test('[R34] what is no zip, is cut short, has a comment, or bytes before or after it is refused or told apart', () => {
    const zip = Buffer.from(written({ a: 'first' }))
    for (const wrong of [Buffer.alloc(0), Buffer.alloc(21), Buffer.alloc(22), zip.subarray(0, -1), Buffer.concat([zip, Buffer.from([0])])])
      assert.equal(codeOf(wrong), 'not-a-zip')
    const commented = Buffer.concat([zip, Buffer.from('hi')])
    commented.writeUInt16LE(2, commented.length - 4)
    assert.equal(codeOf(commented), 'not-a-zip')
    const shifted = Buffer.concat([Buffer.from([0]), zip])
    const read = readZip(shifted)
    assert.ok(!read.ok || differsFrom(shifted, read.value) !== undefined)
  })

  test('[R34] members that overlap or repeat take no more memory than the zip', () => {
    const zip = Buffer.from(written({ a: 'x'.repeat(1000), b: 'y'.repeat(1000) }))
    const directory = zip.readUInt32LE(zip.length - 6)
    zip.writeUInt32LE(0, directory + 46 + 1 + 42)
    zip.writeUInt32LE(1990, directory + 46 + 1 + 20)
    zip.writeUInt32LE(1990, directory + 20)
    const read = readZip(zip)
    assert.ok(read.ok)
    assert.notEqual(differsFrom(zip, read.value), undefined)
    const twice = Buffer.from(written({ a: 'x', b: 'y' }))
    const second = twice.readUInt32LE(twice.length - 6) + 46 + 1
    twice.write('a', second + 46)
    const repeated = readZip(twice)
    assert.ok(repeated.ok && repeated.value.length === 2)
    assert.notEqual(differsFrom(twice, repeated.value), undefined)
  })

  test('[R34] whatever bytes come, reading them does not throw', () => {
    const zip = written({ a: 'first', b: 'second' })
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(zip.length - 1), fc.nat(255)), { maxLength: 12 }), (changes) => {
        const changed = zip.slice()
        for (const [at, byte] of changes) changed[at] = byte
        const read = readZip(changed)
        if (read.ok && differsFrom(changed, read.value) === undefined)
          assert.equal(writeZip(new Map(read.value.map(({ name, bytes }) => [name, bytes]))).ok, true)
      }),
      { numRuns: 500 },
    )
  })

  test('[R35] 65,534 files are written and read, one more is refused with the limit named', () => {
    const many = new Map<string, Uint8Array>()
    for (let file = 0; file < ZIP_FILE_LIMIT; file++) many.set(`f${file}`, new Uint8Array(0))
    const zip = writeZip(many)
    assert.ok(zip.ok)
    const read = readZip(zip.value)
    assert.ok(read.ok && read.value.length === ZIP_FILE_LIMIT)
    many.set('one more', new Uint8Array(0))
    const over = writeZip(many)
    assert.ok(!over.ok && over.refusal.code === 'zip-limit' && over.refusal.facts['limit'] === ZIP_FILE_LIMIT)
    const marked = zip.value.slice()
    new DataView(marked.buffer).setUint16(marked.length - 12, 0xffff, true)
    assert.equal(codeOf(marked), 'zip-limit')
  })
})
