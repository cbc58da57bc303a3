import { useEffect, useState } from 'react'
import { onKeysChanged } from './changed.ts'
import { type DeviceKey, keysHere } from './deviceKey.ts'

/** The keys that this browser holds in a process. */
export const useKeys = (process: string | undefined): readonly DeviceKey[] => {
  const [keys, setKeys] = useState<readonly DeviceKey[]>([])
  useEffect(() => {
    let here = true
    if (process === undefined) return
    const read = () => keysHere(process).then((found) => here && setKeys(found))
    read()
    const silence = onKeysChanged(read)
    return () => {
      here = false
      silence()
    }
  }, [process])
  return keys
}
