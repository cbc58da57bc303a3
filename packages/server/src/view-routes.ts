import { describeActs, openApi, ROWS_DEFAULT, ROWS_LIMIT } from '@paraph/api'
import { accept, type Instant, type Result } from '@paraph/record'
import {
  type Asking,
  askedOf,
  assurances,
  catalogue,
  commitments,
  communiques,
  disputes,
  type Opened,
  overview,
  papers,
  type ProcessView,
  processView,
  rows,
  source,
  sources,
  standing,
  statements,
  timeline,
} from '@paraph/talks'
import type { Body, Reply } from './answer.ts'
import { type Asked, type Handlers, isOpen, readable } from './asked.ts'
import type { Voices } from './catalogues.ts'
import type { Host, Hosted } from './host.ts'
import { later } from './live.ts'
import { openProcessList } from './process-list.ts'

/** Every view by its route's name: a function of acts and of what is asked. */
const VIEWS = {
  standing,
  overview,
  timeline,
  statements,
  commitments,
  sources,
  source,
  disputes,
  papers,
  communiques,
  assurances,
} as const
type ViewName = keyof typeof VIEWS
type Names = 'processes' | 'process' | 'rows' | ViewName | 'catalogue' | 'openApi'

/** Version of the HTTP contract, as the OpenAPI document says it. */
const CONTRACT_VERSION = '1'

/** An answer as of *now* is made anew at least once in so many ms: what was planned may have passed. */
const NOW_STEP = 60_000

/** What pages show: functions of the committed acts and the moment asked for. The live state is never asked. */
export const viewRoutes = ({ host, voices, now }: { host: Host; voices: Voices; now: () => number }): Pick<Handlers, Names> => {
  const moment = (): Instant => new Date(now()).toISOString() as Instant
  // Never before what is recorded: where several servers write, another's clock may be ahead of ours.
  const asking = (asked: Asked, { head }: Pick<Hosted, 'head'>): Asking => ({
    now: later(moment(), head.recorded),
    say: voices[asked.language],
    language: asked.language,
  })
  const step = () => Math.floor(now() / NOW_STEP)
  const shelfOf = (record: Hosted) => (isOpen(record) ? 'public' : 'private')
  const processOf = (record: Hosted, asked: Asked): Result<ProcessView> => {
    const seen = processView(actsOf(record), asking(asked, record))
    return seen.ok ? accept({ ...seen.value, slug: record.slug }) : seen
  }

  // Nothing in it is in a language: titles and names are in all of theirs.
  const views = openProcessList(host, (acts, at) => processView(acts, { now: at, say: voices.en, language: 'en' }))

  const view =
    (name: ViewName) =>
    async (asked: Asked): Promise<Result<Reply>> => {
      const record = await readable(host, asked.reader, asked.params['ref']!)
      if (!record.ok) return record
      const wanted = askedOf(asked.query)
      if (!wanted.ok) return wanted
      const { happened = step(), known = 'all', first = '', limit = '', until = '', by = '', act = '' } = wanted.value
      const { id, slug, head, gone } = record.value
      const body = (): Result<Body> => {
        const seen: Result<object> = VIEWS[name](actsOf(record.value), { ...asking(asked, record.value), ...wanted.value })
        return seen.ok ? accept({ json: labelled(seen.value, slug) }) : seen
      }
      const tag = [id, slug, head.size, gone, happened, known, first, limit, until, by, act, asked.language]
      return accept({ shelf: shelfOf(record.value), tag, body })
    }

  return {
    processes: async (asked) => {
      const all = await host.list()
      if (!all.ok) return all
      const seen = all.value.filter(({ open }) => asked.reader.signedIn || open)
      return accept({
        shelf: asked.reader.signedIn ? 'private' : 'public',
        tag: [step(), ...seen.flatMap(({ process, slug, size }) => [process, slug, size])],
        body: async () => {
          const processes = await views(seen, moment())
          return processes.ok ? accept({ json: { processes: processes.value } }) : processes
        },
      })
    },

    process: async (asked) => {
      const record = await readable(host, asked.reader, asked.params['ref']!)
      if (!record.ok) return record
      const { id, slug, head, gone } = record.value
      const body = (): Result<Body> => {
        const process = processOf(record.value, asked)
        return process.ok ? accept({ json: process.value }) : process
      }
      return accept({ shelf: shelfOf(record.value), tag: [id, slug, head.size, gone, step()], body })
    },

    rows: async (asked) => {
      const record = await readable(host, asked.reader, asked.params['ref']!)
      if (!record.ok) return record
      const { id, head, gone } = record.value
      const before = Math.min(Number(asked.query['before'] ?? head.size), head.size)
      const limit = Math.min(Math.max(Number(asked.query['limit'] ?? ROWS_DEFAULT), 1), ROWS_LIMIT)
      const body = (): Result<Body> =>
        accept({
          json: {
            rows: rows(actsOf(record.value), { before, limit, say: voices[asked.language], language: asked.language }),
            next: before > limit ? before - limit : null,
          },
        })
      return accept({ shelf: shelfOf(record.value), tag: [id, head.size, gone, before, limit, asked.language], body })
    },

    standing: view('standing'),
    overview: view('overview'),
    timeline: view('timeline'),
    statements: view('statements'),
    commitments: view('commitments'),
    sources: view('sources'),
    source: view('source'),
    disputes: view('disputes'),
    papers: view('papers'),
    communiques: view('communiques'),
    assurances: view('assurances'),

    catalogue: () =>
      accept({
        shelf: 'public',
        tag: [CONTRACT_VERSION, catalogue.length],
        body: () => accept({ json: { acts: describeActs(catalogue) } }),
      }),
    openApi: () =>
      accept({
        shelf: 'public',
        tag: [CONTRACT_VERSION, catalogue.length],
        body: () => accept({ json: openApi({ version: CONTRACT_VERSION, catalogue }) }),
      }),
  }
}

/** The committed acts as of the moment when the process was asked for: `opened` grows on. */
const actsOf = ({ opened, head }: Hosted): readonly Opened[] => (opened.length === head.size ? opened : opened.slice(0, head.size))

/** A view with this host's label for the process, where it holds one: the act's own is a suggestion. */
const labelled = (seen: object, slug: string): object =>
  'process' in seen ? { ...seen, process: { ...(seen.process as ProcessView), slug } } : seen
