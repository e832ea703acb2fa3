import type { VNode } from 'preact'
import { useEffect } from 'preact/hooks'
import { Button } from './kit/button.tsx'
import type { Status } from './status.ts'

/** The only `status` region of the window; it is always there, so that what comes is announced. */
export function StatusLine({ status }: { readonly status: Status }): VNode {
  const action = status.action.value
  const { undo } = status
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const { ctrlKey, metaKey, shiftKey, altKey, key, target } = event
      const isUndo = (ctrlKey || metaKey) && !shiftKey && !altKey && key.toLowerCase() === 'z'
      // There it takes back what was typed.
      const isTyping = target instanceof HTMLInputElement && target.selectionStart !== null
      if (!isUndo || isTyping) return
      event.preventDefault()
      undo()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [undo])
  return (
    <div class="status-bar">
      <div class="cut status-line" role="status" dir="auto" title={status.text}>
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
