import type { Content } from '../../shared/placement.ts'

/** What can be put on the canvas. */
export interface Prepared {
  readonly content: Content
  /** What people should know of it, such as that it was scaled down; null where nothing changed. */
  readonly note: string | null
}
