import type { Channel } from '../../shared/channel.ts'
import type { PluginEvents, PluginRequests, UiEvents } from '../../shared/protocol.ts'
import { readCanvas, readTargets, watchCanvas } from './canvas.ts'
import { complete } from './complete.ts'
import { receiveDrop } from './drop.ts'
import { fill } from './fill.ts'
import { listPlaced } from './list.ts'
import { look } from './look.ts'
import { place } from './place.ts'
import { createPreviews } from './previews.ts'
import { replace, update } from './replace.ts'
import { show } from './show.ts'

/** Answers what the window asks of the canvas, and tells it what happens there. */
export function servePlacement(
  figma: PluginAPI,
  channel: Channel<object, UiEvents, PluginRequests, PluginEvents>,
): void {
  const previews = createPreviews(figma)
  const lookAgain = watchCanvas(figma, (canvas) => channel.emit('canvas', canvas))
  channel.handle('placement:place', (placement) => place(figma, previews, placement))
  channel.handle('placement:complete', (completion) => complete(figma, previews, completion))
  channel.handle('placement:canvas', () => Promise.resolve(readCanvas(figma)))
  channel.handle('placement:targets', (which) => readTargets(figma, which))
  channel.handle('placement:fill', async (wanted) => {
    const filled = await fill(figma, previews, wanted)
    lookAgain()
    return filled
  })
  channel.handle('placement:list', (scope, job) => listPlaced(figma, scope, job))
  channel.handle('placement:look', (nodeIds) => look(figma, nodeIds))
  channel.handle('placement:show', (nodeId) => show(figma, nodeId))
  channel.handle('placement:update', (wanted) => update(figma, wanted))
  channel.handle('placement:replace', (wanted) => replace(figma, wanted))
  channel.on('step:commit', () => previews.endStep())
  channel.on('placement:given-up', ({ nodeId }) => previews.giveUp(nodeId))
  figma.on('drop', (event) => receiveDrop(event, (dropped) => channel.emit('dropped', dropped)))
}
