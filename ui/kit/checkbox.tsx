import type { ComponentChildren, VNode } from 'preact'

export interface CheckboxProps {
  readonly checked: boolean
  /** Whether only some of what it stands for is ticked. */
  readonly indeterminate?: boolean
  readonly disabled?: boolean
  readonly onChange: (checked: boolean) => void
  /** Its accessible name, where `children` are not. */
  readonly label?: string
  /** What it is about. */
  readonly children?: ComponentChildren
}

export function Checkbox(props: CheckboxProps): VNode {
  const { checked, indeterminate, disabled, onChange, label, children } = props
  return (
    <label class="checkbox">
      <input
        type="checkbox"
        aria-label={label}
        checked={checked}
        indeterminate={indeterminate}
        disabled={disabled}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
      {children}
    </label>
  )
}
