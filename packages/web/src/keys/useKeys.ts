import { useEffect, useState } from 'react'
import { type DeviceKey, keysHere } from './deviceKey.ts'

/** The keys that this browser holds in a process. */
export const useKeys = (process: string | undefined): readonly DeviceKey[] => {
  const [keys, setKeys] = useState<readonly DeviceKey[]>([])
  useEffect(() => {
    let here = true
    if (process === undefined) return
    keysHere(process).then((found) => here && setKeys(found))
    return () => {
      here = false
    }
  }, [process])
  return keys
}
