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

/** What can be done with the selected assets, and with the layers selected on the canvas. */
export function ActionBar(props: ActionBarProps): VNode {
  const { selected, hidden, actions, pending, onAction, onPlace, onClear } = props
  const tooMany = selected > MOST_AT_ONCE
  return (
    <div
      class="action-bar"
      role="group"
      aria-label="Selection"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        onClear()
      }}
    >
      {selected > 0 && (
        <span class="action-bar-text">
          {selected} selected{hidden > 0 ? `, ${hidden} not shown` : ''}
        </span>
      )}
      {pending !== null && <span class="action-bar-text">{ACTION_TEXTS[pending].hint}</span>}
      <div class="action-bar-buttons">
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
        {actions.map((action) => (
          <button
            key={action}
            type="button"
            class="button button-secondary"
            aria-pressed={selected > 0 ? undefined : pending === action}
            title={ACTION_TEXTS[action].title}
            onClick={() => onAction(action)}
          >
            {ACTION_TEXTS[action].name}
          </button>
        ))}
        {(selected > 0 || pending !== null) && (
          <IconButton label={selected > 0 ? 'Clear selection' : 'Stop choosing'} onClick={onClear}>
            <IconClose />
          </IconButton>
        )}
      </div>
    </div>
  )
}
