import type { BrandColor } from '../../shared/brand.ts'
import type { MoveReport } from '../../shared/library.ts'
import type { Decisions, SyncPlan } from '../../shared/sync.ts'
import type { Trouble } from '../../shared/trouble.ts'
import type { Summary } from './left-alone.ts'

export interface Reviewing {
  readonly at: 'review'
  readonly colors: readonly BrandColor[]
  readonly plan: SyncPlan
  readonly decisions: Decisions
  /** How many layers use what Cliquify no longer has, by the keys of its rows; empty until they are counted. */
  readonly uses: Readonly<Record<string, number>>
  /** While it is compared anew with other options. */
  readonly comparing: boolean
}

/** What moving to a library would change, before it does. */
export interface Moving {
  readonly at: 'moving'
  readonly colors: readonly BrandColor[]
  readonly report: MoveReport
  /** Whether layers of an equal, plain color are moved, too. */
  readonly plain: boolean
}

/** Where a sync is on its way from "Sync colors" to the report. */
export type SyncState =
  | { readonly at: 'idle' }
  | { readonly at: 'planning' }
  | Reviewing
  | Moving
  | { readonly at: 'applying'; readonly task: string; readonly cancelling: boolean }
  | { readonly at: 'done'; readonly summary: Summary }
  | { readonly at: 'failed'; readonly trouble: Trouble }
