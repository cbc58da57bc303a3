// Fills the exercise with many statements, to look at long lists. node dev/fill.ts <base> <take link of C> <cookie> <count>
import { commitment, entryHash, hex, keyId, originOf, signEntry, fromBase64url } from '@paraph/record'
import { nodePrimitives, nodeSigner } from '@paraph/record/node'
const [base = '', link = '', cookie = '', count = '10000'] = process.argv.slice(2)
const { sha256 } = nodePrimitives
const [seed = '', id = '', by = ''] = link.split('#')[1]!.split('.')
const bytes = fromBase64url(seed) as never as { ok: boolean; value: Uint8Array } | Uint8Array
const signer = nodeSigner('value' in (bytes as object) ? (bytes as { value: Uint8Array }).value : (bytes as Uint8Array))
const note = await (await fetch(`${base}/log/${id}/checkpoint`, { headers: { cookie } })).text()
const [log = '', size = '', root = ''] = note.split('\n')
const saw = { size: Number(size), root: Buffer.from(root, 'base64').toString('hex') }
const submit = async (act: { type: string; [k: string]: unknown }) => {
  const salt = crypto.getRandomValues(new Uint8Array(32))
  const entry = {
    v: 1,
    log,
    type: act.type,
    by,
    key: keyId(sha256, signer.publicKey),
    at: new Date().toISOString(),
    act: commitment(sha256, { log, by, act, salt } as never),
    saw,
  } as never
  const sig = await signEntry(signer, entry)
  const answer = await fetch(`${base}/api/v1/processes/${id}/entries`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ entry, sig, act, salt: hex(salt), key: hex(signer.publicKey) }),
  })
  const json = (await answer.json()) as { hash: string; title?: string }
  if (!answer.ok) throw new Error(JSON.stringify(json))
  return json.hash
}
const source = await submit({
  type: 'source.captured',
  publisher: 'Lake Sera Gazette',
  voice: 'outlet',
  language: 'en',
  dated: 'not-known',
})
const issue = await submit({ type: 'issue.tabled', title: { en: 'Catch figures', ur: 'ماہی گیری کے اعداد' } })
let done = 0
const one = async (index: number) => {
  const from = new Date(Date.UTC(2026, 0, 1) + (index * 300 * 86_400_000) / Number(count)).toISOString()
  await submit({
    type: 'statement.recorded',
    when: { from, until: new Date(Date.parse(from) + 60_000).toISOString() },
    speaker: { body: index % 2 ? 'A' : 'B', name: { en: `Speaker ${index}` } },
    voice: 'spokesperson',
    kind: 'assertion',
    form: 'reported',
    words: { en: `Statement ${index} on the catch of that week.`, ur: `اس ہفتے کی ماہی گیری پر بیان ${index}۔` },
    about: [issue],
    sources: [source],
  })
  if (++done % 1000 === 0) console.log(done)
}
for (let index = 0; index < Number(count); index += 64)
  await Promise.all(Array.from({ length: Math.min(64, Number(count) - index) }, (_, offset) => one(index + offset)))
void entryHash
void originOf
