import { describe, expect, it } from 'vitest'
import { ChannelError } from '../../../shared/channel.ts'
import { assetKey } from '../../../ui/placement/asset-key.ts'
import { updateLayers } from '../../../ui/update/update-layers.ts'
import { clientOf, connectedEnds, pngBytes } from '../placement/border.ts'
import { brandAsset, placedFrom } from '../placement/brand-asset.ts'

const asset = brandAsset()
const layers = ['1:1', '1:2', '1:3'].map((id) => placedFrom(asset, id))
const outdated = { key: assetKey(asset), asset, layers }

describe('updateLayers', () => {
  it('fetches once, replaces every layer, and tells of the one that failed', async () => {
    const { plugin, sandbox } = connectedEnds()
    const replaced: string[] = []
    let fetched = 0
    sandbox.handle('placement:replace', ({ nodeId, provenance }) => {
      if (nodeId === '1:2') {
        const failure = { code: 'instance', message: 'It is in an instance.', details: null }
        return Promise.reject(new ChannelError(failure))
      }
      replaced.push(`${nodeId} ${provenance.version}`)
      return Promise.resolve(null)
    })
    const client = clientOf({
      media: () => {
        fetched += 1
        return Promise.resolve(pngBytes(4, 4))
      },
    })
    const result = await updateLayers(client, plugin, outdated, new AbortController().signal)
    expect(fetched).toBe(1)
    expect(replaced).toEqual([`1:1 ${asset.updatedAt}`, `1:3 ${asset.updatedAt}`])
    expect(result.updated).toBe(2)
    expect(result.failed.map(({ layer }) => layer.nodeId)).toEqual(['1:2'])
    expect(result.failed[0]?.trouble.message).toContain('It is in an instance.')
  })

  it('stops between layers when the screen has gone', async () => {
    const { plugin, sandbox } = connectedEnds()
    const leaving = new AbortController()
    let replaced = 0
    sandbox.handle('placement:replace', () => {
      replaced += 1
      leaving.abort()
      return Promise.resolve(null)
    })
    const client = clientOf({ media: () => Promise.resolve(pngBytes(4, 4)) })
    const result = await updateLayers(client, plugin, outdated, leaving.signal)
    expect(replaced).toBe(1)
    expect(result.updated).toBe(1)
  })
})
