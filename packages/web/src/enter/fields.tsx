import { useId } from 'react'
import { Checkbox, CheckboxGroup, Input, Label, TextArea, TextField } from 'react-aria-components'
import { Party } from '../parts/Party.tsx'
import type { BodyView } from '../process/seen.ts'

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

/** A longer text in each language of the interface: our own words. */
export const TwoTexts = ({
  label,
  en,
  ur,
  onEn,
  onUr,
  rows = 3,
}: {
  label: string
  en: string
  ur: string
  onEn: (text: string) => void
  onUr: (text: string) => void
  rows?: number
}) => (
  <div className="field-row field-row-texts">
    <TextField className="field" value={en} onChange={onEn} maxLength={WORDS_LIMIT}>
      <Label className="field-label">
        {label}, <span lang="en">English</span>
      </Label>
      <TextArea className="input" lang="en" dir="ltr" rows={rows} />
    </TextField>
    <TextField className="field" value={ur} onChange={onUr} maxLength={WORDS_LIMIT}>
      <Label className="field-label">
        {label}, <span lang="ur">اردو</span>
      </Label>
      <TextArea className="input" lang="ur" dir="rtl" rows={rows} />
    </TextField>
  </div>
)

/** Letters of our own words in an act, in one language. */
const WORDS_LIMIT = 4_000

/** One line as it stands in a source, or as somebody is called: in any script, in its own direction. */
export const Line = ({
  label,
  value,
  onChange,
  limit = 300,
  type = 'text',
}: {
  label: string
  value: string
  onChange: (text: string) => void
  limit?: number
  type?: 'text' | 'date' | 'url'
}) => (
  <TextField className="field" value={value} onChange={onChange} maxLength={limit} type={type}>
    <Label className="field-label">{label}</Label>
    <Input className="input" dir={type === 'text' ? 'auto' : 'ltr'} />
  </TextField>
)

/** One of several, by name. The empty one stands for what nobody chose yet. */
export const Pick = ({
  label,
  value,
  options,
  empty,
  onChange,
}: {
  label: string
  value: string
  options: readonly (readonly [value: string, text: string])[]
  empty?: string
  onChange: (value: string) => void
}) => {
  const id = useId()
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <select className="input" id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map(([one, text]) => (
          <option key={one} value={one}>
            {text}
          </option>
        ))}
      </select>
    </div>
  )
}

/** Several bodies, by their labels. */
export const Bodies = ({
  label,
  chosen,
  bodies,
  onChange,
}: {
  label: string
  chosen: readonly string[]
  bodies: readonly BodyView[]
  onChange: (chosen: string[]) => void
}) => (
  <CheckboxGroup className="field" value={[...chosen]} onChange={onChange}>
    <Label className="field-label">{label}</Label>
    <div className="field-row">
      {bodies.map((body) => (
        <Checkbox key={body.id} value={body.id} className="check">
          <span className="check-box" aria-hidden="true" />
          <Party body={body} />
        </Checkbox>
      ))}
    </div>
  </CheckboxGroup>
)
