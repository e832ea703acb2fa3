import type { VNode } from 'preact'
import type { Decisions } from '../../shared/sync.ts'
import type { ColorSync } from './color-sync.ts'

/** The keys of the rows that each decision is made for. */
export type Decided = Readonly<Record<keyof Decisions, ReadonlySet<string>>>

export interface DecisionBoxProps {
  readonly what: keyof Decisions
  /** Of the rows that it decides about at once. */
  readonly keys: readonly string[]
  readonly decided: Decided
  readonly sync: Pick<ColorSync, 'decide'>
}

/** Ticked where the decision is made for all of the rows; to leave out is to untick. */
export function DecisionBox({ what, keys, decided, sync }: DecisionBoxProps): VNode {
  const unticks = what === 'leaveOut'
  return (
    <input
      type="checkbox"
      checked={keys.every((key) => decided[what].has(key) !== unticks)}
      onChange={(event) => sync.decide(what, keys, event.currentTarget.checked !== unticks)}
    />
  )
}
