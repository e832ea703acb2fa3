import { describe, expect, it } from 'vitest'
import type { Content, Provenance } from '../../../shared/placement.ts'
import { place as placeAll } from '../../../plugin/placement/place.ts'
import { createPlaceholders } from '../../../plugin/placement/placeholders.ts'
import { readProvenance } from '../../../plugin/placement/provenance.ts'
import { replace } from '../../../plugin/placement/replace.ts'
import { openFile } from '../../figma/file.ts'
import { placeOne as place } from './place-one.ts'
import { LOGO, png, svg } from './samples.ts'

const NEXT: Provenance = { ...LOGO, version: '2026-02-02T00:00:00Z' }

function replaceBy(figma: PluginAPI, nodeId: string, content: Content): Promise<void> {
  return replace(figma, { nodeId, content, provenance: NEXT, edits: 'overwrite' })
}

/** The first box of an MP4; the emulated Figma reads no further. */
function mp4(width: number, height: number, seed = 0): Content {
  const bytes = new Uint8Array([0, 0, 0, 16, ...ascii('ftypisom'), 0, 0, 2, seed])
  return { type: 'video', bytes, width, height, poster: null }
}

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('a video', () => {
  it('is placed as a rectangle of its own size that plays it', async () => {
    const file = openFile()
    const content = mp4(320, 180)
    await place(file.figma, { content, provenance: LOGO, at: { type: 'view' } })
    const [layer] = file.figma.currentPage.children
    if (layer?.type !== 'RECTANGLE') throw new Error('no rectangle')
    expect([layer.width, layer.height, layer.name]).toEqual([320, 180, LOGO.name])
    expect(readProvenance(layer)).toEqual(LOGO)
    const [fill] = file.snapshot().pages[0]?.children[0]?.fills ?? []
    expect(fill).toMatchObject({ type: 'VIDEO', scaleMode: 'FILL' })
    const kept = file.imageBytes(fill?.videoHash ?? '')
    expect(content.type === 'video' && content.bytes).toEqual(kept)
  })

  it('that the plan refuses is told by a code, and nothing is left', async () => {
    const file = openFile({ plan: 'starter' })
    const { figma } = file
    const items = [{ content: mp4(320, 180), provenance: LOGO, size: null }]
    const at = { type: 'view' } as const
    expect(await placeAll(figma, createPlaceholders(), { items, at })).toMatchObject({
      outcome: 'refused',
      refusals: [{ index: 0, failure: { kind: 'video-refused' } }],
    })
    expect(file.figma.currentPage.children).toEqual([])
    expect(file.writes()).toEqual([])
  })

  it.each([
    ['a picture', png(320, 180), mp4(640, 360), 'VIDEO'],
    ['another video', mp4(320, 180), mp4(640, 360, 1), 'VIDEO'],
    ['vectors', svg(320, 180), mp4(640, 360), 'VIDEO'],
    ['a video by a picture', mp4(320, 180), png(640, 360), 'IMAGE'],
  ])('takes the place of %s: same layer, same size', async (_, old, next, type) => {
    const { figma } = openFile()
    const at = { type: 'view' } as const
    const { nodeId } = await place(figma, { content: old, provenance: LOGO, at })
    await replaceBy(figma, nodeId, next)
    const [layer, second] = figma.currentPage.children
    if (layer?.type !== 'RECTANGLE' && layer?.type !== 'FRAME') throw new Error('lost')
    expect(second).toBeUndefined()
    expect([layer.id, layer.width, layer.height]).toEqual([nodeId, 320, 180])
    expect(layer.fills).toMatchObject([{ type }])
    expect(readProvenance(layer)).toEqual(NEXT)
  })

  it('keeps the crop and the filters of the picture that it takes the place of', async () => {
    const { figma } = openFile()
    const at = { type: 'view' } as const
    const { nodeId } = await place(figma, { content: png(60, 40), provenance: LOGO, at })
    const [layer] = figma.currentPage.children
    if (layer?.type !== 'RECTANGLE' || typeof layer.fills === 'symbol') throw new Error('lost')
    const [shown] = layer.fills
    if (shown?.type !== 'IMAGE') throw new Error('no image')
    const crop: Transform = [
      [0.5, 0, 0.25],
      [0, 0.5, 0.25],
    ]
    layer.fills = [
      {
        ...shown,
        scaleMode: 'CROP',
        imageTransform: crop,
        filters: { exposure: 0.5 },
        opacity: 0.5,
      },
    ]
    await replaceBy(figma, nodeId, mp4(60, 40))
    expect(layer.fills).toMatchObject([
      {
        type: 'VIDEO',
        scaleMode: 'CROP',
        videoTransform: crop,
        filters: { exposure: 0.5 },
        opacity: 0.5,
      },
    ])
    await replaceBy(figma, nodeId, png(60, 40, 2))
    expect(layer.fills).toMatchObject([{ type: 'IMAGE', imageTransform: crop, opacity: 0.5 }])
  })
})
