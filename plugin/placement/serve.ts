import type { SandboxEnd } from '../../shared/channel.ts'
import type { PluginEvents, PluginRequests, UiEvents } from '../../shared/protocol.ts'
import type { Changes } from '../changes.ts'
import { ifAble } from '../if-able.ts'
import { unlessCancelled, type Batch, type WriteQueue } from '../write-queue.ts'
import { readCanvas, readTargets, watchCanvas } from './canvas.ts'
import { complete } from './complete.ts'
import { receiveDrop } from './drop.ts'
import { fill } from './fill.ts'
import { show } from '../layer.ts'
import { previewLayers } from './layer-previews.ts'
import { listPlaced } from './list.ts'
import { place } from './place.ts'
import { createPlaceholders } from './placeholders.ts'
import { replace } from './replace.ts'

/** Answers what the window asks of the canvas, and tells it what happens there. */
export function servePlacement(
  figma: PluginAPI,
  channel: SandboxEnd<PluginRequests, UiEvents, PluginEvents>,
  queue: WriteQueue,
  changes: Pick<Changes, 'roots'>,
): void {
  const placeholders = createPlaceholders()
  const batches = new Map<number, Batch>()
  const lookAgain = watchCanvas(figma, (canvas) => channel.emit('canvas', canvas))

  function batchOf(number: number): Batch {
    const batch = batches.get(number) ?? queue.openBatch()
    batches.set(number, batch)
    return batch
  }

  channel.handle({
    'placement:place': (placement, job) =>
      queue.run(
        unlessCancelled(job, () => place(figma, placeholders, placement)),
        placeholders,
      ),
    'placement:complete': (completion, job) =>
      queue.run(
        unlessCancelled(job, () => complete(figma, placeholders, completion)),
        placeholders,
      ),
    'placement:fill': async (wanted, job) => {
      const filled = await batchOf(wanted.batch).run(
        unlessCancelled(job, () => fill(figma, wanted)),
      )
      lookAgain()
      return filled
    },
    'placement:replace': (wanted, job) =>
      batchOf(wanted.batch).run(unlessCancelled(job, () => replace(figma, wanted))),
    'placement:end-batch': async (number) => {
      const batch = batches.get(number)
      batches.delete(number)
      await batch?.end()
    },
    'placement:canvas': () => readCanvas(figma),
    'placement:targets': (which) => readTargets(figma, which),
    'placement:list': (scope, job) => listPlaced(figma, changes, scope, job),
    'placement:previews': (nodeIds) => previewLayers(figma, nodeIds),
    'placement:show': (nodeId) => show(figma, nodeId),
  })
  channel.on('placement:given-up', ({ nodeId }) => {
    void queue.run(() => placeholders.giveUp(nodeId), placeholders)
  })

  ifAble(() =>
    figma.on('drop', (event) => receiveDrop(event, (dropped) => channel.emit('dropped', dropped))),
  )
}
