import { type EntryHash, HASH_LENGTH, type Json, openActBytes, parseSalt } from '@paraph/record'
import { isPublic, isPublished, kindOf, PUBLISHED_LIMIT, type Published, published } from '@paraph/talks'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { etagOf, matches } from './answer.ts'
import { type Reader, readable } from './asked.ts'
import type { Voices } from './catalogues.ts'
import type { Fingerprints } from './fingerprints.ts'
import type { Host, Hosted } from './host.ts'
import { LANGUAGES, negotiate, type Spoken } from './language.ts'
import { facesIn } from './public-fonts.ts'
import { type Dress, PUBLIC_POLICY, publicList, publicMissing, publicPage } from './public-page.ts'
import { publicStyle } from './public-style.ts'

/** Where the public pages are. */
export const PUBLIC_PATH = '/public'
/** Pages kept as they were sent. */
export const PAGES_KEPT = 32
const STYLE_PATH = `${PUBLIC_PATH}/style.css`

/** What the public pages are served from. `readerOf`: who asks, for acts of a record that is not public. */
export type PublicParts = {
  readonly host: Host
  readonly voices: Voices
  readonly webRoot: string | undefined
  readonly fingerprints: Fingerprints
  readonly readerOf: (request: FastifyRequest) => Reader
}

/** What is published, for everybody: pages without an account or a script, and the acts of a record beside its tiles, as files. */
export const servePublic = (app: FastifyInstance, { host, voices, webRoot, fingerprints, readerOf }: PublicParts): void => {
  // The last few pages by their ETag: what many read is made once.
  const kept = new Map<string, string>()
  app.addHook('onClose', async () => stopForgetting())
  const stopForgetting = host.forget(() => kept.clear())
  const style = publicStyle({ faces: facesIn(webRoot), fontsAt: '/assets/' })

  const dressOf = (request: FastifyRequest, path: string, query: Readonly<Record<string, string>> = {}): Dress => {
    const language = spoken(request)
    const addressed = (one: Spoken) => `${path}?${new URLSearchParams({ ...query, lang: one })}`
    return {
      language,
      say: voices[language],
      style: STYLE_PATH,
      inLanguage: Object.fromEntries(LANGUAGES.map((one) => [one, addressed(one)])) as Dress['inLanguage'],
      list: `${PUBLIC_PATH}?lang=${language}`,
    }
  }

  const send = (
    request: FastifyRequest,
    reply: FastifyReply,
    { status = 200, tag, page }: { status?: number; tag: readonly (string | number)[]; page: () => string | Promise<string> },
  ) => sendPage({ request, reply, kept, status, tag, page, policy: `${PUBLIC_POLICY}; frame-ancestors 'none'` })

  const missing = (request: FastifyRequest, reply: FastifyReply) =>
    send(request, reply, { status: 404, tag: ['missing', spoken(request)], page: () => publicMissing(dressOf(request, PUBLIC_PATH)) })

  app.get(STYLE_PATH, (request, reply) => {
    const etag = etagOf([style])
    reply.header('cache-control', 'public, no-cache').header('etag', etag)
    return matches(request.headers['if-none-match'], etag) ? reply.code(304).send() : reply.type('text/css; charset=utf-8').send(style)
  })

  app.get(PUBLIC_PATH, async (request, reply) => {
    const shown: Hosted[] = []
    for (const { id } of host.processes()) {
      const record = await host.record(id)
      if (record.ok && isPublished(record.value.state)) shown.push(record.value)
    }
    const listed = shown.map(({ slug, opened, state }) => ({
      address: `${PUBLIC_PATH}/${slug}?lang=${spoken(request)}`,
      title: state.process.title ?? state.process.opened!.act.title,
      nature: state.process.opened!.act.nature,
      since: opened[0]!.mark.recorded,
    }))
    const tag = [spoken(request), ...shown.flatMap(({ id, slug, head, gone }) => [id, slug, head.size, gone])]
    return send(request, reply, { tag, page: () => publicList({ ...dressOf(request, PUBLIC_PATH), list: undefined }, listed) })
  })

  app.get(`${PUBLIC_PATH}/:ref`, async (request, reply) => {
    const { ref } = request.params as { readonly ref: string }
    const record = await host.record(ref)
    const language = spoken(request)
    const first = Number(/^\d{1,9}$/.exec(asText(request, 'first') ?? '')?.[0] ?? 0)
    if (!record.ok || !isPublished(record.value.state)) return missing(request, reply)
    const { id, slug, head, gone } = record.value
    const path = `${PUBLIC_PATH}/${slug}`
    const at = (from: number | null) => (from === null ? undefined : `${path}?lang=${language}&first=${from}`)
    const address = `${schemeOf(request)}://${request.headers.host}/log/${id}`
    return send(request, reply, {
      tag: [id, slug, head.size, gone, language, first, address],
      page: async () => {
        const seen = seenOf(record.value, { language, voices, first })!
        const dress = {
          ...dressOf(request, path, first === 0 ? {} : { first: String(first) }),
          newer: at(seen.page.first === 0 ? null : Math.max(0, seen.page.first - PUBLISHED_LIMIT)),
          older: at(seen.page.next),
        }
        const fingerprint = await fingerprints(head.checkpoint)
        return publicPage(dress, seen, { address, process: id, size: head.size, checkpoint: head.checkpoint, fingerprint })
      },
    })
  })

  app.get('/log/:id/acts/:file', async (request, reply) => {
    const { id, file } = request.params as { readonly id: string; readonly file: string }
    const hash = new RegExp(`^([0-9a-f]{${2 * HASH_LENGTH}})\\.json$`).exec(file)?.[1] as EntryHash | undefined
    const bytes = hash === undefined ? undefined : await actFile(host, { id, hash, reader: readerOf(request) })
    if (bytes === undefined) return reply.code(404).header('cache-control', 'no-store').type('text/plain; charset=utf-8').send('')
    // Never kept: what is published may be taken back or erased.
    return reply
      .header('cache-control', bytes.open ? 'public, no-cache' : 'no-store')
      .type('application/json')
      .send(Buffer.from(bytes.file))
  })
}

const asText = (request: FastifyRequest, name: string): string | undefined => {
  const given = (request.query as Readonly<Record<string, unknown>>)[name]
  return typeof given === 'string' ? given : undefined
}

/** The language that the address asks for, else the one that the browser likes best. */
const spoken = (request: FastifyRequest): Spoken =>
  LANGUAGES.find((one) => one === asText(request, 'lang')) ?? negotiate(request.headers['accept-language'])

/** Only for the address that is printed: behind a proxy that ends TLS the reader came by https. */
const schemeOf = (request: FastifyRequest): string => (request.headers['x-forwarded-proto'] === 'https' ? 'https' : request.protocol)

const seenOf = (
  { state, head, slug }: Hosted,
  { language, voices, first }: { language: Spoken; voices: Voices; first: number },
): Published | undefined => {
  const seen = published(state, { say: voices[language], language, size: head.size, recorded: head.recorded, first })
  return seen === undefined ? undefined : { ...seen, process: { ...seen.process, slug } }
}

const sendPage = async (given: {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly kept: Map<string, string>
  readonly status: number
  readonly tag: readonly (string | number)[]
  readonly page: () => string | Promise<string>
  readonly policy: string
}) => {
  const { request, reply, kept, status, tag, page, policy } = given
  const etag = etagOf(['public', ...tag])
  reply
    .headers({ 'cache-control': 'public, no-cache', etag, vary: 'accept-language', 'content-security-policy': policy })
    .type('text/html; charset=utf-8')
  if (status === 200 && matches(request.headers['if-none-match'], etag)) return reply.code(304).send()
  const text = kept.get(etag) ?? (await page())
  kept.delete(etag)
  kept.set(etag, text)
  if (kept.size > PAGES_KEPT) kept.delete(kept.keys().next().value!)
  return reply.code(status).send(text)
}

/** `acts/<hash>.json` as a published folder has it: for everybody what is published and what carries the record, for who may read the process all. */
const actFile = async (
  host: Host,
  { id, hash, reader }: { id: string; hash: EntryHash; reader: Reader },
): Promise<{ readonly file: Uint8Array; readonly open: boolean } | undefined> => {
  const record = await host.record(id)
  if (!record.ok) return undefined
  const { state } = record.value
  const type = state.filed.get(hash)?.mark.type
  if (type === undefined) return undefined
  const open = isPublished(state) && (kindOf(type)?.structure === true || isPublic(state, hash))
  if (!open && !(await readable(host, reader, id)).ok) return undefined
  const row = await host.row(record.value, hash)
  if (!row.ok || typeof row.value.act === 'string') return undefined
  const salt = parseSalt(row.value.act.salt, 'salt')
  if (!salt.ok) return undefined
  return { file: openActBytes({ act: JSON.parse(row.value.act.json) as Json, salt: salt.value }), open }
}
