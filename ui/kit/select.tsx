import type { VNode } from 'preact'

export interface Option<Value extends string | null> {
  /** Null stands for none of the others. */
  readonly value: Value
  readonly label: string
  readonly disabled?: boolean
}

export interface SelectProps<Value extends string | null> {
  /** Its accessible name, where no label around it tells. */
  readonly label?: string
  readonly title?: string | undefined
  readonly disabled?: boolean
  readonly value: Value
  readonly options: readonly Option<Value>[]
  readonly onChoose: (value: Value) => void
}

/** One of a few, by the browser's own list. */
export function Select<Value extends string | null>(props: SelectProps<Value>): VNode {
  const { label, title, disabled, value, options, onChoose } = props
  return (
    <select
      class="select"
      aria-label={label}
      title={title}
      dir="auto"
      disabled={disabled}
      value={value ?? ''}
      onChange={({ currentTarget }) => {
        const chosen = options[currentTarget.selectedIndex]
        if (chosen !== undefined) onChoose(chosen.value)
      }}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value ?? ''} disabled={option.disabled}>
          {option.label}
        </option>
      ))}
    </select>
  )
}
