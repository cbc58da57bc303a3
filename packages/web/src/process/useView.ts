import type { Refusal } from '@paraph/record'
import { useEffect, useRef, useState } from 'react'
import { useLanguage } from '../language/LanguageRoom.tsx'
import { ask, viewPath } from './ask.ts'
import { differences } from './differences.ts'
import { useCheckedSize, useProcess } from './ProcessRoom.tsx'
import type { Query } from './seen.ts'

/** A view as it is shown: the host's answer first, then this window's own, which replaces it. */
export type Seen<View> = {
  readonly view: View | null
  readonly from: 'host' | 'here' | null
  readonly refusal: Refusal | null
  /** where the host's answer differed from what the record gives */
  readonly differs: readonly string[]
  /** whether `view` answers what is asked now; the answer to what was asked before stays in sight until then */
  readonly settled: boolean
}

type Told<View> = Omit<Seen<View>, 'settled'> & { readonly key: string | null }

const NOTHING: Told<never> = { view: null, from: null, refusal: null, differs: [], key: null }

/** One view of the process, as it is asked; none where `name` is null. The last one stays until the next is there. */
export const useView = <View>(name: string | null, query: Query = {}): Seen<View> => {
  const { ref, follower, announced } = useProcess()
  const { language } = useLanguage()
  const ready = useCheckedSize()
  const [seen, setSeen] = useState<Told<View>>(NOTHING)
  const host = useRef<{ key: string; size: number | undefined; view: View } | null>(null)
  const key = name === null ? null : `${viewPath(ref, name, query)} ${language}`
  const grown = ready === null ? announced : null

  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` is name, query and language; `grown` asks again when the host announced more
  useEffect(() => {
    if (name === null || key === null) return
    const stop = new AbortController()
    /** Two answers are compared as of one moment: one that is asked for, where the sources end, or the host's own *now*. Else not at all. */
    const compare = async (before: View, here: View): Promise<readonly string[]> => {
      if (query.at !== undefined || isPast(before)) return differences(before, here)
      const moment = (before as { at?: { happened?: string } }).at?.happened
      if (moment === undefined) return []
      const then = await follower.view<View>(name, { query: { ...query, at: moment }, language })
      return then.ok && sizeOf(then.value) === sizeOf(before) ? differences(before, then.value) : []
    }
    const told =
      ready === null
        ? ask<View>(viewPath(ref, name, query), { language, signal: stop.signal })
        : follower.view<View>(name, { query, language })
    told.then((result) => {
      if (stop.signal.aborted) return
      // the worker was stopped and knows nothing any more: it starts again
      if (!result.ok && result.refusal.code === 'not-checked') follower.catchUp()
      if (!result.ok) return setSeen((before) => ({ ...before, refusal: result.refusal }))
      if (ready === null) {
        host.current = { key, size: sizeOf(result.value), view: result.value }
        return setSeen({ view: result.value, from: 'host', refusal: null, differs: [], key })
      }
      const before = host.current?.key === key && host.current.size === sizeOf(result.value) ? host.current.view : null
      host.current = null
      setSeen({ view: result.value, from: 'here', refusal: null, differs: [], key })
      if (before !== null)
        compare(before, result.value).then((differs) => {
          if (!stop.signal.aborted && differs.length > 0) setSeen((seen) => ({ ...seen, differs }))
        })
    })
    return () => stop.abort()
  }, [key, ready, grown, follower])
  return { ...(key === null ? NOTHING : seen), settled: seen.key === key }
}

const sizeOf = (view: unknown): number | undefined => (view as { process?: { size?: number } }).process?.size

/** Whether what is shown by default is a moment that does not move: the end of what was searched. */
const isPast = (view: unknown): boolean => {
  const end = (view as { process?: { covered?: readonly { until: string }[] } }).process?.covered?.at(-1)?.until
  return end !== undefined && end < new Date().toISOString()
}
