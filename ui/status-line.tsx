import type { VNode } from 'preact'
import { Button } from './kit/button.tsx'
import type { Status } from './status.ts'

/** The only `status` region of the window; it is always there, so that what comes is announced. */
export function StatusLine({ status }: { readonly status: Status }): VNode {
  const action = status.action.value
  return (
    <div class="status-bar">
      <div class="status-line" role="status" dir="auto">
        {status.text}
      </div>
      {action !== null && <Button onClick={action.run}>{action.label}</Button>}
    </div>
  )
}
