/** Says to every window of this browser that the keys it holds are others now. */
const CHANNEL = 'paraph/keys'

const here = new Set<() => void>()

/** Tells this window and the others; keys are kept before. */
export const keysChanged = (): void => {
  for (const listener of here) listener()
  if (!('BroadcastChannel' in globalThis)) return
  const channel = new BroadcastChannel(CHANNEL)
  channel.postMessage('changed')
  channel.close()
}

/** Hears of every change, in whichever window it was made. Gives the way to stop. */
export const onKeysChanged = (listener: () => void): (() => void) => {
  here.add(listener)
  const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(CHANNEL) : undefined
  channel?.addEventListener('message', listener)
  return () => {
    here.delete(listener)
    channel?.close()
  }
}
