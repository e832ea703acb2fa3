import type { SharedStep } from '../write-queue.ts'
import type { Arrangement } from './arrangement.ts'

/**
 * The layers that show a thumbnail for as long as their file is on its way; known only while the
 * window is open. All of them and their files are one undo step, which is open until the last is there.
 */
export interface Placeholders extends SharedStep {
  /** These layers now wait for their completion. */
  expect(arrangement: Arrangement, nodeIds: readonly string[]): void
  /** What the layer was placed together with, itself included; null where nothing is known of it. */
  arrangementOf(nodeId: string): Arrangement | null
  /** Nothing is on its way for this layer any more; it may be asked for again. */
  giveUp(nodeId: string): void
  forget(nodeId: string): void
}

export function createPlaceholders(): Placeholders {
  const expected = new Set<string>()
  const arrangements = new Map<string, Arrangement>()
  return {
    isOpen: () => expected.size > 0,
    expect(arrangement, nodeIds) {
      for (const id of nodeIds) {
        expected.add(id)
        arrangements.set(id, arrangement)
      }
    },
    arrangementOf: (nodeId) => arrangements.get(nodeId) ?? null,
    giveUp: (nodeId) => void expected.delete(nodeId),
    forget(nodeId) {
      expected.delete(nodeId)
      arrangements.delete(nodeId)
    },
  }
}
