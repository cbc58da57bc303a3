import { Input, Label, TextField } from 'react-aria-components'

/** A text in each language of the interface. */
export const TwoLanguages = ({
  label,
  en,
  ur,
  onEn,
  onUr,
}: {
  label: string
  en: string
  ur: string
  onEn: (text: string) => void
  onUr: (text: string) => void
}) => (
  <div className="field-row">
    <TextField className="field" value={en} onChange={onEn} maxLength={300}>
      <Label className="field-label">
        {label}, <span lang="en">English</span>
      </Label>
      <Input className="input" lang="en" dir="ltr" />
    </TextField>
    <TextField className="field" value={ur} onChange={onUr} maxLength={300}>
      <Label className="field-label">
        {label}, <span lang="ur">اردو</span>
      </Label>
      <Input className="input" lang="ur" dir="rtl" />
    </TextField>
  </div>
)

/** A moment, UTC. */
export const Time = ({ label, value, onChange }: { label: string; value: string; onChange: (text: string) => void }) => (
  <TextField className="field" value={value} onChange={onChange} type="datetime-local">
    <Label className="field-label">{label}</Label>
    <Input className="input" dir="ltr" />
  </TextField>
)
