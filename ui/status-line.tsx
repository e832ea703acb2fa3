import type { VNode } from 'preact'
import { Button } from './kit/button.tsx'
import { useKeptFocus } from './kit/keep-focus.ts'
import type { Status } from './status.ts'
import { useWindowKeys } from './window/window-keys.ts'

/** The only `status` region of the window; it is always there, so that what comes is announced. */
export function StatusLine({ status }: { readonly status: Status }): VNode {
  const action = status.action.value
  const { undo } = status
  useWindowKeys(undo)
  // What was pressed may be gone by now, and the focus with it.
  useKeptFocus(status.text.value)
  return (
    <div class="status-bar">
      <div class="cut status-line" role="status" title={status.text}>
        {status.text}
      </div>
      {action !== null && <Button onClick={action.run}>{action.label}</Button>}
      {status.canUndo.value && (
        <Button variant="plain" onClick={undo}>
          Undo
        </Button>
      )}
    </div>
  )
}
