/** A record that grew, as the host announces it. */
export type Grown = { readonly process: string; readonly size: number; readonly root: string }
type Listener = (grown: Grown) => void

const listeners = new Set<Listener>()
let stream: EventSource | undefined

const open = (): void => {
  stream = new EventSource('/api/v1/events')
  stream.addEventListener('checkpoint', (event) => {
    const grown = JSON.parse(event.data) as Grown
    for (const listener of listeners) listener(grown)
  })
}

/** Listens to the one stream of this window; it opens with the first listener and closes with the last. */
export const onGrowth = (listener: Listener): (() => void) => {
  listeners.add(listener)
  if (stream === undefined) open()
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    stream?.close()
    stream = undefined
  }
}
