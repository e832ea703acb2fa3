import type { JSX } from 'preact'

interface ChoiceProps<T extends string> {
  readonly label: string
  readonly value: T
  readonly choices: readonly (readonly [T, string])[]
  readonly disabled?: boolean
  readonly onChoose: (value: T) => void
}

/** A label and what can be chosen. */
export function Choice<T extends string>(props: ChoiceProps<T>): JSX.Element {
  const { label, value, choices, disabled = false, onChoose } = props
  return (
    <label class="choice">
      <span>{label}</span>
      <select
        value={value}
        disabled={disabled}
        onChange={({ currentTarget }) => {
          const chosen = choices.find(([key]) => key === currentTarget.value)
          if (chosen !== undefined) onChoose(chosen[0])
        }}
      >
        {choices.map(([key, name]) => (
          <option key={key} value={key} selected={key === value}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
