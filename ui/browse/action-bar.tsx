import type { VNode } from 'preact'
import { IconButton } from '../kit/icon-button.tsx'
import { IconClose } from '../kit/icons.tsx'
import { Button } from '../kit/button.tsx'
import { MOST_AT_ONCE } from '../placement/placeable.ts'
import { ACTION_TEXTS, type CanvasAction } from './canvas-action.ts'
import './action-bar.css'

export interface ActionBarProps {
  /** How many assets are selected, and how many of them are not shown at present. */
  readonly selected: number
  readonly hidden: number
  readonly actions: readonly CanvasAction[]
  /** What the next click on a tile does instead of placing it, or null. */
  readonly pending: CanvasAction | null
  readonly onAction: (action: CanvasAction) => void
  readonly onPlace: () => void
  /** Gives up the selection, or what the next click would do. */
  readonly onClear: () => void
}

/** What can be done with the selected assets, and with the layers selected on the canvas, in one line. */
export function ActionBar(props: ActionBarProps): VNode {
  const { selected, hidden, actions, pending, onAction, onPlace, onClear } = props
  const tooMany = selected > MOST_AT_ONCE
  const isLeavable = selected > 0 || pending !== null
  const text =
    pending === null
      ? `${selected} selected${hidden > 0 ? `, ${hidden} not shown` : ''}`
      : ACTION_TEXTS[pending].hint
  return (
    <div class="action-bar" role="group" aria-label="Selection">
      {selected > 0 && (
        <Button
          variant="primary"
          disabled={tooMany}
          onClick={onPlace}
          title={tooMany ? `Select at most ${MOST_AT_ONCE}.` : undefined}
        >
          Place
        </Button>
      )}
      {actions
        .filter((action) => pending === null || action === pending)
        .map((action) => (
          <Button
            key={action}
            pressed={selected > 0 ? undefined : pending === action}
            title={ACTION_TEXTS[action].title}
            onClick={() => onAction(action)}
          >
            {ACTION_TEXTS[action].name}
          </Button>
        ))}
      {isLeavable && (
        <>
          <span class="cut action-bar-text" title={text}>
            {text}
          </span>
          <IconButton
            label={selected > 0 ? 'Clear selection' : 'Stop choosing'}
            leaves
            onClick={onClear}
          >
            <IconClose />
          </IconButton>
        </>
      )}
    </div>
  )
}
