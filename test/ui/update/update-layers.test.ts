import { describe, expect, it } from 'vitest'
import type { Replacement } from '../../../shared/update.ts'
import { Trouble, type TroubleKind } from '../../../shared/trouble.ts'
import { updateLayers, type LayerState } from '../../../ui/update/update-layers.ts'
import { clientOf, connectedEnds, pngBytes, filesOf } from '../placement/border.ts'
import { brandAsset, placedFrom } from '../placement/brand-asset.ts'

const logo = brandAsset()
const other = brandAsset({ id: '2', url: 'https://cdn.thecliquify.co/other.png' })

/** Updates layers 1 to 3 of the one asset and layer 4 of the other. */
async function run(
  update: (wanted: Replacement, cancel: () => void) => void,
  overwrite: readonly string[] = [],
) {
  const { plugin, sandbox } = connectedEnds()
  const log: string[] = []
  const states = new Map<string, LayerState>()
  const controller = new AbortController()
  const batches = new Set<number>()
  sandbox.handle({
    'placement:end-batch': (batch) => {
      batches.delete(batch)
      log.push('end')
      return Promise.resolve()
    },
  })
  sandbox.handle({
    'placement:replace': (wanted) => {
      batches.add(wanted.batch)
      log.push(`${wanted.nodeId} ${wanted.edits}`)
      return Promise.resolve().then(() => {
        update(wanted, () => controller.abort())
      })
    },
  })
  const fetched: string[] = []
  const client = clientOf({
    media: (url) => {
      fetched.push(url)
      return Promise.resolve(pngBytes(4, 4))
    },
  })
  await updateLayers({
    files: filesOf(client),
    plugin,
    layers: [
      { asset: logo, layer: placedFrom(logo, '1:1') },
      { asset: other, layer: placedFrom(other, '1:4') },
      { asset: logo, layer: placedFrom(logo, '1:2') },
      { asset: logo, layer: placedFrom(logo, '1:3') },
    ],
    overwrite: new Set(overwrite),
    signal: controller.signal,
    onState: (nodeId, state) => states.set(nodeId, state),
  })
  await new Promise((resolve) => setTimeout(resolve, 0))
  return { log, states, fetched, batches }
}

const refuse = (kind: TroubleKind, message: string): never => {
  throw new Trouble({ kind, message })
}

describe('updateLayers', () => {
  it('fetches each asset once, and is one batch', async () => {
    const { log, fetched, states, batches } = await run(() => undefined)
    expect(fetched).toEqual([logo.url, other.url])
    expect(log).toEqual(['1:1 keep', '1:2 keep', '1:3 keep', '1:4 keep', 'end'])
    expect(batches.size).toBe(0)
    expect([...states.values()].map(({ status }) => status)).toEqual(Array(4).fill('updated'))
  })

  it('tells which layers failed and which were edited by hand, and does the rest', async () => {
    const { states } = await run(({ nodeId }) => {
      if (nodeId === '1:1') refuse('gone', 'It is gone.')
      if (nodeId === '1:2') refuse('edited', 'It was edited.')
    })
    expect(states.get('1:1')).toMatchObject({
      status: 'failed',
      trouble: { message: 'It is gone.' },
    })
    expect(states.get('1:2')).toEqual({ status: 'edited' })
    expect(states.get('1:4')).toEqual({ status: 'updated', note: null })
  })

  it('gives up edits by hand only where that was asked for', async () => {
    const { log } = await run(() => undefined, ['1:2'])
    expect(log).toContain('1:2 overwrite')
    expect(log).toContain('1:3 keep')
  })

  it('stops between layers when it is cancelled, and ends its batch', async () => {
    const { log } = await run((_, cancel) => cancel())
    expect(log).toEqual(['1:1 keep', 'end'])
  })
})
