import { expect, it, vi } from 'vitest'
import { createLayerPreviews } from '../../../ui/update/layer-previews.ts'
import { connectedEnds } from '../placement/border.ts'

it('asks again for layers that could not be drawn, once they come into view again', async () => {
  const { plugin, sandbox } = connectedEnds()
  let asked = 0
  sandbox.handle({
    'placement:previews'(nodeIds) {
      asked += 1
      if (asked === 1) throw new Error('Figma draws nothing now.')
      return nodeIds.map((nodeId) => ({ nodeId, picture: null, edited: true }))
    },
  })
  const previews = createLayerPreviews(plugin)
  previews.want(['1:2'])
  await new Promise((resolve) => setTimeout(resolve))
  expect([...previews.known.value]).toEqual([])
  previews.want(['1:2'])
  await vi.waitFor(() => {
    expect([...previews.known.value]).toEqual([['1:2', { url: null, edited: true }]])
  })
})
