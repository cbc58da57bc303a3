// A host for looking at the pages while the server is being built. Never shipped.
import { createServer } from 'node:http'
import { readFileSync, existsSync, statSync } from 'node:fs'
import { hex, leafBytes, MerkleTree, leafHash, recordFiles, signCheckpoint, writeBundle, type Opening } from '@paraph/record'
import { nodePrimitives, nodeSigner } from '@paraph/record/node'
import { commitments, openAct, overview, parseQueryTime, processView, rows, statements, timeline } from '@paraph/talks'
import { canonical } from '@paraph/record'
import { readVoices, CONTENT_SECURITY_POLICY } from '../../server/src/index.ts'
import { examples, signExample } from '../../../examples/src/index.ts'

const port = Number(process.argv[2] ?? 4700)
const { sha256 } = nodePrimitives
const example = examples[0]!
const signed = await signExample(example, { primitives: nodePrimitives, signerOf: nodeSigner })
const leaves = signed.steps.map(({ submission: { entry, sig }, recorded }) => leafBytes({ entry, sig, recorded }))
const tree = new MerkleTree(sha256)
for (const leaf of leaves) tree.append(leafHash(sha256, leaf))
const checkpoint = await signCheckpoint(sha256, {
  checkpoint: { origin: signed.origin, size: leaves.length, root: hex(tree.root()) } as never,
  signer: signed.logKey.signer,
})
const files = recordFiles(sha256, { checkpoint, leaves })
const opened = signed.steps.map(({ hash, recorded, submission: { entry, act } }, index) =>
  openAct({ index, hash, entry, recorded, act: { open: act } } as unknown as Opening),
)
const bundle = writeBundle(sha256, {
  checkpoint,
  leaves,
  acts: new Map(
    signed.steps.map(({ hash, submission: { act, salt } }) => [hash, { act, salt: Uint8Array.from(Buffer.from(salt, 'hex')) } as never]),
  ),
})
const voices = readVoices()
const views = { overview, timeline, statements, commitments, process: processView } as Record<
  string,
  (acts: typeof opened, asking: never) => { ok: boolean; value?: unknown; refusal?: unknown }
>
const types: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  css: 'text/css',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
}
const root = new URL('../dist', import.meta.url).pathname
const flip = process.argv[3] === 'flip'

createServer((request, response) => {
  const url = new URL(request.url ?? '/', 'http://x')
  const language = (request.headers['accept-language'] ?? 'en').startsWith('ur') ? 'ur' : 'en'
  const send = (status: number, type: string, body: string | Uint8Array) => {
    response.writeHead(status, { 'content-type': type, 'content-security-policy': CONTENT_SECURITY_POLICY, 'cache-control': 'no-store' })
    response.end(body)
  }
  const json = (value: unknown, status = 200) => send(status, 'application/json', JSON.stringify(value))
  const asking = { now: new Date().toISOString(), say: voices[language], language } as never
  const parts = url.pathname.split('/').slice(1)
  if (parts[0] === 'log') {
    const file = files.get(parts.slice(2).join('/'))
    if (file === undefined) return json({ type: 'x', title: 'no tile', status: 404, code: 'tile-unknown', facts: {} }, 404)
    const bytes = file.slice()
    if (flip && url.pathname.includes('entries')) bytes[leaves[0]!.length + leaves[1]!.length + 60]! ^= 1
    return send(200, url.pathname.endsWith('checkpoint') ? 'text/plain' : 'application/octet-stream', bytes)
  }
  if (parts[0] === 'api') {
    const at = url.searchParams.get('at')
    if (parts[2] === 'events') {
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      return response.write(': hello\n\n')
    }
    const process = views['process']!(opened, asking).value
    if (parts[2] === 'processes' && parts.length === 3) return json({ processes: [process] })
    const view = parts[4] ?? 'process'
    if (view === 'bundle') return send(200, 'application/zip', bundle.ok ? bundle.value : '')
    if (view === 'rows')
      return json({
        rows: rows(opened, {
          before: Number(url.searchParams.get('before') ?? opened.length),
          limit: Number(url.searchParams.get('limit') ?? 100),
          say: voices[language],
          language,
        }),
        next: null,
      })
    if (view === 'entries') {
      const from = Number(url.searchParams.get('from') ?? 0)
      const until = Math.min(from + Number(url.searchParams.get('limit') ?? 256), leaves.length)
      return json({
        entries: signed.steps.slice(from, until).map(({ submission: { act, salt } }, index) => ({
          index: from + index,
          leaf: Buffer.from(leaves[from + index]!).toString(),
          act: { json: typeof canonical(act) === 'string' ? canonical(act) : JSON.stringify(act), salt },
        })),
        next: until < leaves.length ? until : null,
      })
    }
    if (view === 'acts') {
      const index = signed.steps.findIndex(({ hash }) => hash === parts[5])
      const step = signed.steps[index]
      return step === undefined
        ? json({}, 404)
        : json({
            index,
            leaf: Buffer.from(leaves[index]!).toString(),
            act: { json: JSON.stringify(step.submission.act), salt: step.submission.salt },
            checkpoint,
            proof: [],
          })
    }
    const happened = at === null ? undefined : parseQueryTime(at)
    const answer = views[view]?.(opened, { ...(asking as object), happened: happened?.ok ? happened.value : undefined } as never)
    return answer?.ok ? json(answer.value) : json({ type: 'x', title: 'refused', status: 422, ...(answer?.refusal as object) }, 422)
  }
  const path = `${root}${url.pathname}`
  const file = existsSync(path) && statSync(path).isFile() ? path : `${root}/index.html`
  send(200, types[file.split('.').at(-1)!] ?? 'application/octet-stream', readFileSync(file))
}).listen(port, () => console.log('dev host on', port, signed.processId, opened.length))
