import type { Refusal } from '@paraph/record'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { type Follower, follow, type Standing } from '../check/follower.ts'
import type { Fault } from '../check/protocol.ts'
import { useLanguage } from '../language/LanguageRoom.tsx'
import { ask } from './ask.ts'
import { onGrowth } from './live.ts'
import type { ProcessView } from './seen.ts'

type Room = {
  /** as the address names it: an id or a slug */
  readonly ref: string
  readonly process: ProcessView | null
  readonly refusal: Refusal | null
  readonly follower: Follower
  /** size that the host last announced, where it announced one since this page opened */
  readonly announced: number | null
}
const Here = createContext<Room | null>(null)

/** A short wait lets the first page be drawn before the worker takes a core. */
const FIRST_CHECK_AFTER = 100

/** One process for all of its pages: what it is, and the follower that checks it. */
export const ProcessRoom = ({ process: named, children }: { process: string; children: ReactNode }) => {
  const { language } = useLanguage()
  const follower = useMemo(() => follow(named), [named])
  const [process, setProcess] = useState<ProcessView | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [announced, setAnnounced] = useState<number | null>(null)
  const checkedSize = useSyncExternalStore(follower.subscribe, () => sizeChecked(follower))

  useEffect(() => {
    const stop = new AbortController()
    const told =
      checkedSize === null
        ? ask<ProcessView>(`/processes/${encodeURIComponent(named)}`, { language, signal: stop.signal })
        : follower.view<ProcessView>('process', { query: {}, language })
    told.then((result) => {
      if (stop.signal.aborted) return
      if (result.ok) setProcess(result.value)
      else if (checkedSize === null) setRefusal(result.refusal)
    })
    return () => stop.abort()
  }, [named, language, follower, checkedSize])

  const id = process?.id
  const shown = useRef(0)
  shown.current = process?.size ?? 0
  useEffect(() => {
    if (id === undefined) return
    const first = setTimeout(() => {
      if (follower.standing().state === 'not-yet') follower.catchUp()
    }, FIRST_CHECK_AFTER)
    const silence = onGrowth((grown) => {
      // A stream begins with what is there: that is no news. A smaller size is, and shows at once that the record was cut.
      if (grown.process !== id || grown.size === shown.current) return
      setAnnounced(grown.size)
      follower.catchUp(grown.size)
    })
    return () => {
      clearTimeout(first)
      silence()
    }
  }, [id, follower])

  const room = useMemo(() => ({ ref: named, process, refusal, follower, announced }), [named, process, refusal, follower, announced])
  return <Here value={room}>{children}</Here>
}

export const useProcess = (): Room => {
  const room = useContext(Here)
  if (room === null) throw new Error('no process here')
  return room
}

const sizeChecked = (follower: Follower): number | null => {
  const standing = follower.standing()
  return standing.state === 'checked' ? standing.size : null
}

/** How many entries this window has checked, null before it has: for who need not follow the checking itself. */
export const useCheckedSize = (): number | null => {
  const { follower } = useProcess()
  return useSyncExternalStore(follower.subscribe, () => sizeChecked(follower))
}

/** The fault of a record that does not verify. */
export const useFault = (): Fault | null => {
  const { follower } = useProcess()
  return useSyncExternalStore(follower.subscribe, () => {
    const standing = follower.standing()
    return standing.state === 'fault' ? standing.fault : null
  })
}

/** How far this window has checked the process. */
export const useStanding = (): Standing => {
  const { follower } = useProcess()
  return useSyncExternalStore(follower.subscribe, follower.standing)
}
