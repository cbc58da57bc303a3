import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { DeviceKey } from '../keys/deviceKey.ts'
import { Choice } from './Choice.tsx'

/** The end of a page's head: for which body it acts, where the browser holds keys of several, and what else stands there. */
export const ForBody = ({
  keys,
  signer,
  onChoose,
  children,
}: {
  keys: readonly DeviceKey[]
  signer: DeviceKey | undefined
  onChoose: (body: string) => void
  children?: ReactNode
}) => {
  const { t } = useLingui()
  const isChosen = keys.length > 1 && signer !== undefined
  if (!isChosen && children === undefined) return null
  return (
    <div className="page-end">
      {isChosen && (
        <Choice
          label={t`For which body`}
          chosen={signer.body}
          options={keys.map((one) => ({ value: one.body, text: one.body }))}
          onChoose={onChoose}
        />
      )}
      {children}
    </div>
  )
}
