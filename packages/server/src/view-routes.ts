import { describeActs, openApi, ROWS_DEFAULT, ROWS_LIMIT } from '@paraph/api'
import { accept, type Instant, type Result } from '@paraph/record'
import { catalogue } from '@paraph/talks'
import type { Body, Reply } from './answer.ts'
import { type Asked, type Handlers, isOpen, readable } from './asked.ts'
import type { Voices } from './catalogues.ts'
import type { Host, Hosted } from './host.ts'
import { momentOf } from './moment.ts'
import { type Asking, processView, rowsOf, type ViewName, views } from './views.ts'

type Names = 'processes' | 'process' | 'rows' | ViewName | 'catalogue' | 'openApi'

/** Version of the HTTP contract, as the OpenAPI document says it. */
const CONTRACT_VERSION = '1'

/** An answer as of *now* is asked for anew at least once in so many ms: what was planned may have passed. */
const NOW_STEP = 60_000

/** What pages show: functions of the committed acts and the moment asked for. The live state is never asked. */
export const viewRoutes = ({ host, voices, now }: { host: Host; voices: Voices; now: () => number }): Pick<Handlers, Names> => {
  const instant = (): Instant => new Date(now()).toISOString() as Instant
  const askingOf = (record: Hosted, asked: Asked): Omit<Asking, 'happened' | 'known'> => ({
    acts: record.opened.slice(0, record.head.size),
    record,
    now: instant(),
    say: voices[asked.language],
    language: asked.language,
  })
  const shelfOf = (record: Hosted) => (isOpen(record) ? 'public' : 'private')

  const view =
    (name: ViewName) =>
    async (asked: Asked): Promise<Result<Reply>> => {
      const record = await readable(host, asked.reader, asked.params['ref']!)
      if (!record.ok) return record
      const moment = momentOf(record.value, asked.query)
      if (!moment.ok) return moment
      const { happened, known } = moment.value
      const { id, head } = record.value
      const step = happened ?? `now ${Math.floor(now() / NOW_STEP)}`
      const body = async (): Promise<Result<Body>> => {
        const seen = views[name]({ ...askingOf(record.value, asked), happened, known })
        return seen.ok ? accept({ json: seen.value }) : seen
      }
      return accept({ shelf: shelfOf(record.value), tag: [id, head.size, step, known, asked.language], body })
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
        tag: seen.flatMap(({ id, slug, head }) => [id, slug, head.size]),
        body: () => accept({ json: { processes: seen.map((record) => processView(askingOf(record, asked))) } }),
      })
    },

    process: async (asked) => {
      const record = await readable(host, asked.reader, asked.params['ref']!)
      if (!record.ok) return record
      const { id, slug, head } = record.value
      return accept({
        shelf: shelfOf(record.value),
        tag: [id, slug, head.size],
        body: () => accept({ json: processView(askingOf(record.value, asked)) }),
      })
    },

    rows: async (asked) => {
      const record = await readable(host, asked.reader, asked.params['ref']!)
      if (!record.ok) return record
      const { id, head } = record.value
      const before = Math.min(Number(asked.query['before'] ?? head.size), head.size)
      const limit = Math.min(Number(asked.query['limit'] ?? ROWS_DEFAULT), ROWS_LIMIT)
      const from = Math.max(before - limit, 0)
      return accept({
        shelf: shelfOf(record.value),
        tag: [id, head.size, before, limit, asked.language],
        body: () =>
          accept({ json: { rows: rowsOf(askingOf(record.value, asked), { from, until: before }), next: from > 0 ? from : null } }),
      })
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
