import { useSyncExternalStore } from 'react'

/** Whether the window is at least so wide (px). Below 1024 tables become lists, below 640 it is a phone. */
export const useWide = (width: number): boolean => {
  const query = `(min-width: ${width}px)`
  return useSyncExternalStore(
    (listener) => {
      const media = matchMedia(query)
      media.addEventListener('change', listener)
      return () => media.removeEventListener('change', listener)
    },
    () => matchMedia(query).matches,
  )
}
