import type { VNode } from 'preact'
import type { Status } from './status.ts'

/** The only `status` region of the window; it is always there, so that what comes is announced. */
export function StatusLine({ status }: { readonly status: Status }): VNode {
  return (
    <div class="status-line" role="status" dir="auto">
      {status.text}
    </div>
  )
}
