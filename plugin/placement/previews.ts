import type { Arrangement } from './arrangement.ts'

/** The layers that stand in for files on their way; known only while the window is open. */
export interface Previews {
  /** Begins an undo step, unless layers of the last one still wait to be completed. */
  beginStep(): void
  /** Ends the undo step, unless layers of it still wait to be completed. */
  endStep(): void
  /** These layers now wait for their completion. */
  expect(arrangement: Arrangement, nodeIds: readonly string[]): void
  isExpected(nodeId: string): boolean
  /** What the layer was placed together with, itself included; null where nothing is known of it. */
  arrangementOf(nodeId: string): Arrangement | null
  /** Nothing is on its way for this layer any more; it may be asked for again. */
  giveUp(nodeId: string): void
  forget(nodeId: string): void
}

export function createPreviews(figma: Pick<PluginAPI, 'commitUndo'>): Previews {
  const expected = new Set<string>()
  const arrangements = new Map<string, Arrangement>()
  const commit = (): void => {
    if (expected.size === 0) figma.commitUndo()
  }
  return {
    beginStep: commit,
    endStep: commit,
    expect(arrangement, nodeIds) {
      for (const id of nodeIds) {
        expected.add(id)
        arrangements.set(id, arrangement)
      }
    },
    isExpected: (nodeId) => expected.has(nodeId),
    arrangementOf: (nodeId) => arrangements.get(nodeId) ?? null,
    giveUp(nodeId) {
      if (expected.delete(nodeId)) commit()
    },
    forget(nodeId) {
      expected.delete(nodeId)
      arrangements.delete(nodeId)
    },
  }
}
