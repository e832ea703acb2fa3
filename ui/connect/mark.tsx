import type { VNode } from 'preact'
import { MARK_RING } from '../../shared/mark.ts'

/** The product's mark, in the color of the brand's buttons. */
export function Mark(): VNode {
  return (
    <svg width="32" height="32" viewBox="0 0 128 128" aria-hidden="true">
      <rect width="128" height="128" rx="28" fill="var(--brand)" />
      <path d={MARK_RING} fill="none" stroke="#fff" stroke-width="16" stroke-linecap="round" />
      <rect x="80" y="54" width="20" height="20" rx="5" fill="#fff" />
    </svg>
  )
}
