import type { ComponentChildren, VNode } from 'preact'
import { IconClose } from '../../kit/icons.tsx'
import { intoView } from './into-view.ts'
import './chip.css'

export interface ChipProps {
  readonly label: string
  readonly title?: string
  /** Only for one that switches a filter on and off. */
  readonly pressed?: boolean
  /** Only for one of a filter: whether that is set, so that a click clears it. */
  readonly isSet?: boolean
  readonly onClick: () => void
  /** How many it stands for. */
  readonly children?: ComponentChildren
}

/** A filter as a button in a row of its like. */
export function Chip(props: ChipProps): VNode {
  const { label, title, pressed, isSet = false, onClick, children } = props
  const clear = isSet ? `Clear filter ${label}` : undefined
  return (
    <button
      ref={isSet ? intoView : null}
      type="button"
      class={isSet ? 'chip chip-set' : 'chip'}
      aria-label={clear}
      aria-pressed={pressed}
      title={clear ?? title}
      onClick={onClick}
    >
      <span class="cut" dir="auto">
        {label}
      </span>
      {children}
      {isSet && <IconClose />}
    </button>
  )
}
