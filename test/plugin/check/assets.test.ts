import { describe, expect, it } from 'vitest'
import { mendAssets } from '../../../plugin/check/mend.ts'
import { readProvenance, writeProvenance } from '../../../plugin/placement/provenance.ts'
import { LOGO } from '../placement/samples.ts'
import { openDocument } from './document.ts'
import { ASSET, ASSETS, assetsFound, drawing, picture, placed, WHOLE } from './fixtures/assets.ts'

describe('a look for logos and assets finds', () => {
  it.each(ASSETS)('$title', async ({ draw, found: expected }) => {
    const document = await openDocument(null)
    draw(document.figma)
    document.file.clearWrites()
    expect(await assetsFound(document)).toEqual(expected)
    expect(document.file.writes()).toEqual([])
  })
})

describe('mending', () => {
  it('gives a copy the mark of what it equals, and then nothing is found', async () => {
    const document = await openDocument(null)
    const { figma } = document
    placed(figma)
    writeProvenance(picture(figma, 'Placed'), ASSET)
    const logo = drawing(figma, 'Logo copy')
    const photo = picture(figma, 'Photo copy')
    const { assets } = await document.look()
    expect(await mendAssets(figma, assets)).toBe(2)
    expect(readProvenance(logo)).toEqual(LOGO)
    expect(readProvenance(photo)).toEqual({ ...ASSET, fill: true })
    expect(await assetsFound(document)).toEqual([])
  })

  it('marks a frame that shows the same picture as filled with it: what lies in it is not ours', async () => {
    const document = await openDocument(null)
    const { figma } = document
    writeProvenance(picture(figma, 'Placed'), ASSET)
    const frame = figma.createFrame()
    frame.fills = picture(figma, 'Source').fills
    frame.appendChild(figma.createRectangle())
    const { assets } = await document.look()
    expect(await mendAssets(figma, assets)).toBe(2)
    expect(readProvenance(frame)).toEqual({ ...ASSET, fill: true })
  })

  it('does not take the proportions of a stretched copy for those of the logo', async () => {
    const document = await openDocument(null)
    const { figma } = document
    placed(figma)
    const copy = drawing(figma, 'Copy')
    copy.resize(80, 20)
    for (const problem of ['copy', 'stretched']) {
      const { assets } = await document.look()
      expect(assets).toMatchObject([{ problem }])
      expect(await mendAssets(figma, assets)).toBe(1)
    }
    expect([copy.width, copy.height]).toEqual([80, 40])
    expect(await assetsFound(document)).toEqual([])
  })

  it('gives what is stretched its proportions, at the same width', async () => {
    const document = await openDocument(null)
    const { figma } = document
    const logo = placed(figma)
    logo.resize(80, 20)
    const crop = picture(figma, 'Photo', { scaleMode: 'CROP', imageTransform: WHOLE })
    crop.resize(80, 20)
    writeProvenance(crop, ASSET)
    const { assets } = await document.look()
    expect(await mendAssets(figma, assets)).toBe(2)
    expect([logo.width, logo.height]).toEqual([80, 40])
    expect(await assetsFound(document)).toEqual([])
  })

  it('leaves what is gone, or was locked since', async () => {
    const document = await openDocument(null)
    const { figma } = document
    const [gone, locked] = [placed(figma), placed(figma)]
    for (const node of [gone, locked]) node.resize(80, 20)
    const { assets } = await document.look()
    gone.remove()
    locked.locked = true
    expect(await mendAssets(figma, assets)).toBe(0)
    expect(locked.height).toBe(20)
  })
})
