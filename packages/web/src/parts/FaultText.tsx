import { useLingui } from '@lingui/react/macro'
import type { Fault } from '../check/protocol.ts'
import { RefusalText } from './states.tsx'

/** What a verification found, in a sentence; the facts it rests on stand behind it. */
export const FaultText = ({ fault }: { fault: Fault }) => {
  const { t } = useLingui()
  const words: Readonly<Record<string, string>> = {
    'tile-missing': t`A part of the record that its size needs is not there.`,
    frame: t`A bundle of entries does not come out even.`,
    'leaf-hash': t`An entry has other bytes than the ones the tree was built from.`,
    'leaf-form': t`An entry is not in its canonical form.`,
    root: t`The entries do not make the root that was signed.`,
    'hash-tile': t`The tree that was served is not the one the entries make.`,
    'log-signature': t`The checkpoint is not signed by the record’s own key.`,
    'entry-zero': t`No founding act stands at the beginning.`,
    origin: t`An entry or checkpoint belongs to another record.`,
    'sealed-entry': t`An entry is sealed, which this version does not check.`,
    'duplicate-entry': t`The same entry stands on the record twice.`,
    'act-form': t`An act is not in its canonical form.`,
    commitment: t`An act is not the one that was signed.`,
    'act-type': t`An act is of another type than its entry says.`,
    'act-missing': t`An act that is never withheld is not there.`,
    'key-standing': t`The key that signed had no standing to do so.`,
    'key-id': t`The key is not the one enrolled under its name.`,
    signature: t`A signature is not the key’s over this entry.`,
    person: t`A solemn act names no person, or another act names one.`,
    saw: t`An entry says it saw a state that this record never had.`,
    'clock-back': t`The host’s clock goes back.`,
    'clock-ahead': t`An entry was signed later than it was recorded.`,
    rule: t`An act was against a rule when it was recorded.`,
    blob: t`A file is not what its name says.`,
    'seen-foreign': t`This is not the record that this browser verified before.`,
    'seen-rollback': t`The record is shorter than this browser saw it before.`,
    'seen-fork': t`The record is another one than this browser saw before: two histories under one name.`,
    trust: t`It is another process than the one that was named.`,
    'unknown-file': t`The bundle holds a file that no bundle has.`,
    'unknown-signature': t`The checkpoint has a signature that is not the record’s.`,
    'bundle-form': t`The file is not byte for byte the bundle that its parts make.`,
    'not-a-zip': t`The file is no bundle.`,
    'zip-limit': t`The file is larger than a bundle may be.`,
    'no-checkpoint': t`The file holds no checkpoint.`,
    'checkpoint-malformed': t`The checkpoint cannot be read.`,
  }
  const sentence = words[fault.code]
  if (sentence === undefined) return <RefusalText refusal={fault} />
  const facts = Object.entries(fault.facts)
  return (
    <>
      {sentence}
      {facts.length > 0 && (
        <bdi className="fault-facts meta code" dir="ltr">
          {facts.map(([name, value]) => `${name} ${value}`).join('\n')}
        </bdi>
      )}
    </>
  )
}
