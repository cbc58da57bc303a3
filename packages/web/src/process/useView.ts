import type { Refusal } from '@paraph/record'
import { useEffect, useRef, useState } from 'react'
import { useLanguage } from '../language/LanguageRoom.tsx'
import { ask, viewPath } from './ask.ts'
import { differences } from './differences.ts'
import { useProcess, useStanding } from './ProcessRoom.tsx'

/** A view as it is shown: the host's answer first, then this window's own, which replaces it. */
export type Seen<View> = {
  readonly view: View | null
  readonly from: 'host' | 'here' | null
  readonly refusal: Refusal | null
  /** where the host's answer differed from what the record gives */
  readonly differs: readonly string[]
}

/** One view of the process, of the time `at` (a date or an instant; the process's own default without). The last one stays until the next is there. */
export const useView = <View>(name: string, at?: string): Seen<View> => {
  const { ref, follower, announced } = useProcess()
  const { language } = useLanguage()
  const standing = useStanding()
  const ready = standing.state === 'checked' ? standing.size : null
  const [seen, setSeen] = useState<Seen<View>>({ view: null, from: null, refusal: null, differs: [] })
  const host = useRef<{ key: string; size: number | undefined; view: View } | null>(null)
  const key = `${ref} ${name} ${at ?? ''} ${language}`
  const grown = ready === null ? announced : null

  // biome-ignore lint/correctness/useExhaustiveDependencies: `grown` asks again when the host announced more
  useEffect(() => {
    const stop = new AbortController()
    /** Two answers are compared as of one moment: one that is asked for, where the sources end, or the host's own *now*. Else not at all. */
    const compare = async (before: View, here: View): Promise<readonly string[]> => {
      if (at !== undefined || isPast(before)) return differences(before, here)
      const moment = (before as { at?: { happened?: string } }).at?.happened
      if (moment === undefined) return []
      const then = await follower.view<View>(name, { at: moment, language })
      return then.ok && sizeOf(then.value) === sizeOf(before) ? differences(before, then.value) : []
    }
    const told =
      ready === null ? ask<View>(viewPath(ref, name, at), { language, signal: stop.signal }) : follower.view<View>(name, { at, language })
    told.then((result) => {
      if (stop.signal.aborted) return
      // the worker was stopped and knows nothing any more: it starts again
      if (!result.ok && result.refusal.code === 'not-checked') follower.catchUp()
      if (!result.ok) return setSeen((before) => ({ ...before, refusal: result.refusal }))
      if (ready === null) {
        host.current = { key, size: sizeOf(result.value), view: result.value }
        return setSeen({ view: result.value, from: 'host', refusal: null, differs: [] })
      }
      const before = host.current?.key === key && host.current.size === sizeOf(result.value) ? host.current.view : null
      host.current = null
      setSeen({ view: result.value, from: 'here', refusal: null, differs: [] })
      if (before !== null)
        compare(before, result.value).then((differs) => {
          if (!stop.signal.aborted && differs.length > 0) setSeen((seen) => ({ ...seen, differs }))
        })
    })
    return () => stop.abort()
  }, [key, ready, grown, follower, ref, name, at, language])
  return seen
}

const sizeOf = (view: unknown): number | undefined => (view as { process?: { size?: number } }).process?.size

/** Whether what is shown by default is a moment that does not move: the end of what was searched. */
const isPast = (view: unknown): boolean => {
  const end = (view as { process?: { covered?: readonly { until: string }[] } }).process?.covered?.at(-1)?.until
  return end !== undefined && end < new Date().toISOString()
}
