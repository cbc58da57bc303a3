import { describeActs, openApi, ROWS_DEFAULT, ROWS_LIMIT } from '@paraph/api'
import { accept, type Instant, type Result } from '@paraph/record'
import {
  type Asking,
  askedOf,
  catalogue,
  commitments,
  type Opened,
  overview,
  type ProcessView,
  processView,
  rows,
  standing,
  statements,
  timeline,
} from '@paraph/talks'
import type { Body, Reply } from './answer.ts'
import { type Asked, type Handlers, isOpen, readable } from './asked.ts'
import type { Voices } from './catalogues.ts'
import type { Host, Hosted } from './host.ts'

/** Every view by its route's name: a function of acts and of what is asked. */
const VIEWS = { standing, overview, timeline, statements, commitments } as const
type ViewName = keyof typeof VIEWS
type Names = 'processes' | 'process' | 'rows' | ViewName | 'catalogue' | 'openApi'

/** Version of the HTTP contract, as the OpenAPI document says it. */
const CONTRACT_VERSION = '1'

/** An answer as of *now* is made anew at least once in so many ms: what was planned may have passed. */
const NOW_STEP = 60_000

/** What pages show: functions of the committed acts and the moment asked for. The live state is never asked. */
export const viewRoutes = ({ host, voices, now }: { host: Host; voices: Voices; now: () => number }): Pick<Handlers, Names> => {
  const asking = (asked: Asked): Asking => ({
    now: new Date(now()).toISOString() as Instant,
    say: voices[asked.language],
    language: asked.language,
  })
  const step = () => Math.floor(now() / NOW_STEP)
  const shelfOf = (record: Hosted) => (isOpen(record) ? 'public' : 'private')
  const processOf = (record: Hosted, asked: Asked): Result<ProcessView> => {
    const seen = processView(actsOf(record), asking(asked))
    return seen.ok ? accept({ ...seen.value, slug: record.slug }) : seen
  }

  const view =
    (name: ViewName) =>
    async (asked: Asked): Promise<Result<Reply>> => {
      const record = await readable(host, asked.reader, asked.params['ref']!)
      if (!record.ok) return record
      const wanted = askedOf(asked.query)
      if (!wanted.ok) return wanted
      const { happened = step(), known = 'all', first = '', limit = '', until = '', by = '', act = '' } = wanted.value
      const { id, slug, head } = record.value
      const body = (): Result<Body> => {
        const seen: Result<object> = VIEWS[name](actsOf(record.value), { ...asking(asked), ...wanted.value })
        return seen.ok ? accept({ json: labelled(seen.value, slug) }) : seen
      }
      const tag = [id, slug, head.size, happened, known, first, limit, until, by, act, asked.language]
      return accept({ shelf: shelfOf(record.value), tag, body })
    }

  return {
    processes: async (asked) => {
      const seen: Hosted[] = []
      for (const { id } of host.processes()) {
        const record = await readable(host, asked.reader, id)
        if (record.ok) seen.push(record.value)
      }
      seen.sort((one, other) => (one.opened[0]!.mark.recorded < other.opened[0]!.mark.recorded ? -1 : 1))
      return accept({
        shelf: asked.reader.signedIn ? 'private' : 'public',
        tag: [step(), ...seen.flatMap(({ id, slug, head }) => [id, slug, head.size])],
        body: () => {
          const processes: ProcessView[] = []
          for (const record of seen) {
            const process = processOf(record, asked)
            if (!process.ok) return process
            processes.push(process.value)
          }
          return accept({ json: { processes } })
        },
      })
    },

    process: async (asked) => {
      const record = await readable(host, asked.reader, asked.params['ref']!)
      if (!record.ok) return record
      const { id, slug, head } = record.value
      const body = (): Result<Body> => {
        const process = processOf(record.value, asked)
        return process.ok ? accept({ json: process.value }) : process
      }
      return accept({ shelf: shelfOf(record.value), tag: [id, slug, head.size, step()], body })
    },

    rows: async (asked) => {
      const record = await readable(host, asked.reader, asked.params['ref']!)
      if (!record.ok) return record
      const { id, head } = record.value
      const before = Math.min(Number(asked.query['before'] ?? head.size), head.size)
      const limit = Math.min(Math.max(Number(asked.query['limit'] ?? ROWS_DEFAULT), 1), ROWS_LIMIT)
      const body = (): Result<Body> =>
        accept({
          json: {
            rows: rows(actsOf(record.value), { before, limit, say: voices[asked.language], language: asked.language }),
            next: before > limit ? before - limit : null,
          },
        })
      return accept({ shelf: shelfOf(record.value), tag: [id, head.size, before, limit, asked.language], body })
    },

    standing: view('standing'),
    overview: view('overview'),
    timeline: view('timeline'),
    statements: view('statements'),
    commitments: view('commitments'),

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
