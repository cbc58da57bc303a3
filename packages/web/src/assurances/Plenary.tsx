import { Trans } from '@lingui/react/macro'
import { Checkbox } from 'react-aria-components'

/** Who will read it, said before anything is signed. Rooms, which would keep it among asker, asked and mediators, are not here yet. */
export const Plenary = ({ agreed, onChange }: { agreed: boolean; onChange: (agreed: boolean) => void }) => (
  <div className="warning">
    <p>
      <Trans>
        A request in writing is meant for asker, asked and mediators. There are no rooms here yet: this goes on the plenary record, and
        every body of the process, and whoever it shows the record to, can read it.
      </Trans>
    </p>
    <Checkbox className="check" isSelected={agreed} onChange={onChange}>
      <span className="check-box" aria-hidden="true" />
      <Trans>Audience: plenary. I have read this.</Trans>
    </Checkbox>
  </div>
)
