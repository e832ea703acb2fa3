import type { Channel } from '../../shared/channel.ts'
import type { PluginEvents, PluginRequests, UiEvents } from '../../shared/protocol.ts'
import { readCanvas, readTargets, watchCanvas } from './canvas.ts'
import { complete, type CompletionHost } from './complete.ts'
import { receiveDrop } from './drop.ts'
import { fill, type FillHost } from './fill.ts'
import { place, type PlacementHost } from './place.ts'
import { createPreviews } from './previews.ts'

type ServingHost = PlacementHost & CompletionHost & FillHost & Pick<PluginAPI, 'on'>

/** Answers what the window asks of the canvas, and tells it what happens there. */
export function servePlacement(
  figma: ServingHost,
  channel: Channel<object, UiEvents, PluginRequests, PluginEvents>,
): void {
  const previews = createPreviews(figma)
  channel.handle('placement:place', (placement) => place(figma, previews, placement))
  channel.handle('placement:complete', (completion) => complete(figma, previews, completion))
  channel.handle('placement:canvas', () => Promise.resolve(readCanvas(figma)))
  channel.handle('placement:targets', (which) => readTargets(figma, which))
  channel.handle('placement:fill', (wanted) => fill(figma, wanted))
  channel.on('placement:given-up', ({ nodeId }) => previews.giveUp(nodeId))
  watchCanvas(figma, (canvas) => channel.emit('canvas', canvas))
  figma.on('drop', (event) => receiveDrop(event, (dropped) => channel.emit('dropped', dropped)))
}
