/** One of a few, as joined buttons: the chosen one is ink with paper text. */
export const Choice = <Value extends string>({
  label,
  options,
  chosen,
  onChoose,
}: {
  label: string
  options: readonly { readonly value: Value; readonly text: string }[]
  chosen: Value
  onChoose: (value: Value) => void
}) => (
  <fieldset className="choice">
    <legend className="unseen">{label}</legend>
    {options.map((option) => (
      <label key={option.value} className="choice-one" data-chosen={option.value === chosen || undefined}>
        <input
          type="radio"
          className="unseen"
          name={label}
          value={option.value}
          checked={option.value === chosen}
          onChange={() => onChoose(option.value)}
        />
        {option.text}
      </label>
    ))}
  </fieldset>
)
