import type { ComponentChildren, VNode } from 'preact'
import './option-row.css'

export interface OptionRowProps {
  readonly label: string
  /** The one control that it names. */
  readonly children: ComponentChildren
}

/** A control with its name beside it. */
export function OptionRow({ label, children }: OptionRowProps): VNode {
  return (
    <label class="option-row">
      <span>{label}</span>
      {children}
    </label>
  )
}
