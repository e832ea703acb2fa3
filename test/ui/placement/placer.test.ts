import { describe, expect, it, vi } from 'vitest'
import { ChannelError } from '../../../shared/channel.ts'
import type { Placement } from '../../../shared/protocol.ts'
import type { Client } from '../../../ui/cliquify/client.ts'
import { ApiError } from '../../../ui/cliquify/errors.ts'
import { createPlacer } from '../../../ui/placement/placer.ts'
import { clientOf, connectedEnds, pngBytes, type Sandbox } from './border.ts'
import { brandAsset } from './brand-asset.ts'

const POINT = { nodeId: '0:1', x: 1, y: 2, absoluteX: 10, absoluteY: 20 }
const logo = brandAsset({ name: 'Logo dark' })

/** A placer between a Cliquify and a sandbox that records what it is asked to place. */
function setUp(media: Client['media'] = () => Promise.resolve(pngBytes(40, 20))) {
  const { plugin, sandbox } = connectedEnds()
  const said: string[] = []
  const placed: Placement[] = []
  const notified: string[] = []
  sandbox.handle('placement:place', (placement) => {
    placed.push(placement)
    return Promise.resolve({ nodeId: '1:1', parentName: 'Landing page' })
  })
  sandbox.on('notify', ({ message }) => notified.push(message))
  const placer = createPlacer(clientOf({ media }), plugin, (message) => said.push(message))
  return { placer, sandbox, said, placed, notified }
}

function refuse(sandbox: Sandbox, message: string): void {
  sandbox.handle('placement:place', () =>
    Promise.reject(new ChannelError({ code: 'locked', message, details: null })),
  )
}

describe('a placer', () => {
  it('places the file in the view with its provenance, and says where it went', async () => {
    const { placer, placed, said } = setUp()
    await placer.place([logo])
    expect(placed).toMatchObject([
      {
        content: { type: 'image', width: 40, height: 20, bytes: pngBytes(40, 20) },
        provenance: { assetId: logo.id, version: logo.updatedAt, name: 'Logo dark' },
        at: { type: 'view' },
      },
    ])
    expect(said).toEqual(['“Logo dark” placed in Landing page.'])
  })

  it('places once while the same asset is on its way, and again afterwards', async () => {
    const { placer, placed } = setUp()
    const first = placer.place([logo])
    await placer.place([logo])
    await first
    expect(placed).toHaveLength(1)
    expect(placer.busy.value).toEqual([])
    await placer.place([logo])
    expect(placed).toHaveLength(2)
  })

  it('places several assets one at a time, as each has to know where the last one lies', async () => {
    const { placer, sandbox, said } = setUp()
    let running = 0
    let most = 0
    sandbox.handle('placement:place', async () => {
      most = Math.max(most, ++running)
      await new Promise((resolve) => setTimeout(resolve, 5))
      running -= 1
      return { nodeId: '1:1', parentName: 'Page 1' }
    })
    await Promise.all(['1', '2', '3'].map((id) => placer.place([brandAsset({ id })])))
    expect(said).toHaveLength(3)
    expect(most).toBe(1)
  })

  it('says why a video is not placed, without asking for it', async () => {
    const media = vi.fn(() => Promise.resolve(pngBytes(1, 1)))
    const { placer, said, placed } = setUp(media)
    await placer.place([brandAsset({ name: 'Film', format: 'video' })])
    expect(said).toEqual([expect.stringContaining('“Film” is a video')])
    expect(media).not.toHaveBeenCalled()
    expect(placed).toEqual([])
  })

  it('keeps a failure with the name of the asset until a retry succeeds', async () => {
    let online = false
    const { placer, placed } = setUp(() =>
      online
        ? Promise.resolve(pngBytes(1, 1))
        : Promise.reject(new ApiError('offline', 'You are offline.', 'retry', null)),
    )
    await placer.place([logo])
    const [failure] = placer.failures.value
    expect(failure?.trouble.message).toBe('“Logo dark” could not be placed. You are offline.')
    expect(placer.busy.value).toEqual([])
    online = true
    if (failure !== undefined) await placer.retry(failure)
    expect(placer.failures.value).toEqual([])
    expect(placed).toHaveLength(1)
  })

  it('goes on after the sandbox has refused one', async () => {
    const { placer, sandbox, said } = setUp()
    refuse(sandbox, 'The frame is locked. Unlock it first.')
    await placer.place([logo])
    expect(placer.failures.value.map(({ trouble }) => trouble.message)).toEqual([
      '“Logo dark” could not be placed. The frame is locked. Unlock it first.',
    ])
    sandbox.handle('placement:place', () =>
      Promise.resolve({ nodeId: '1:1', parentName: 'Page 1' }),
    )
    await placer.place([brandAsset({ id: '2', name: 'Other' })])
    expect(said).toEqual(['“Other” placed in Page 1.'])
  })

  it('says of a broken file which one it is', async () => {
    const { placer } = setUp(() => Promise.resolve(new Uint8Array()))
    await placer.place([logo])
    expect(placer.failures.value[0]?.trouble.message).toContain('“Logo dark” is an empty file')
  })

  it('lets Figma show a failure only while no list of failures is on screen', async () => {
    const { placer, sandbox, notified } = setUp()
    refuse(sandbox, 'No.')
    const stop = placer.watchFailures()
    await placer.place([logo])
    expect(notified).toEqual([])
    stop()
    await placer.place([logo])
    await vi.waitFor(() => expect(notified).toHaveLength(1))
    expect(placer.failures.value).toHaveLength(1)
  })
})

describe('a drag', () => {
  it('fetches at once and places where it was dropped', async () => {
    const media = vi.fn(() => Promise.resolve(pngBytes(1, 1)))
    const { placer, sandbox, placed, said } = setUp(media)
    const reference = placer.startDrag([logo])
    expect(media).toHaveBeenCalledTimes(1)
    sandbox.emit('dropped', { reference, point: POINT })
    await vi.waitFor(() => expect(said).toHaveLength(1))
    expect(placed.map(({ at }) => at)).toEqual([{ type: 'drop', point: POINT }])
    expect(media).toHaveBeenCalledTimes(1)
  })

  it('places once, however often its drop is told', async () => {
    const { placer, sandbox, placed, said } = setUp()
    const reference = placer.startDrag([logo])
    sandbox.emit('dropped', { reference, point: POINT })
    sandbox.emit('dropped', { reference, point: POINT })
    sandbox.emit('dropped', { reference: 'not ours', point: POINT })
    await vi.waitFor(() => expect(said).toHaveLength(1))
    expect(placed).toHaveLength(1)
  })

  it('retries at the same place', async () => {
    const { placer, sandbox, placed } = setUp(
      vi
        .fn<Client['media']>()
        .mockRejectedValueOnce(new ApiError('timeout', 'Too slow.', 'retry', null))
        .mockResolvedValue(pngBytes(1, 1)),
    )
    sandbox.emit('dropped', { reference: placer.startDrag([logo]), point: POINT })
    await vi.waitFor(() => expect(placer.failures.value).toHaveLength(1))
    const [failure] = placer.failures.value
    if (failure !== undefined) await placer.retry(failure)
    expect(placed.map(({ at }) => at)).toEqual([{ type: 'drop', point: POINT }])
  })

  it('that ended inside the window stops its download', () => {
    let signal: AbortSignal | undefined
    const { placer } = setUp((_, given) => {
      signal = given
      return new Promise(() => undefined)
    })
    placer.cancelDrag(placer.startDrag([logo]))
    expect(signal?.aborted).toBe(true)
  })

  it('that nobody ever tells the end of is forgotten after a few more', () => {
    const signals: AbortSignal[] = []
    const { placer } = setUp((_, given) => {
      signals.push(given)
      return new Promise(() => undefined)
    })
    for (let count = 0; count < 6; count += 1) placer.startDrag([logo])
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true, false, false, false, false])
  })
})
