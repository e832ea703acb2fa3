import { describe, expect, it } from 'vitest'
import { fill } from '../../../plugin/placement/fill.ts'
import { place } from '../../../plugin/placement/place.ts'
import { createPlaceholders } from '../../../plugin/placement/placeholders.ts'
import { drop, find, frameAt, open } from './open-placement.ts'
import { LOGO, png, svg } from './samples.ts'

describe('the other editors', () => {
  it('in Slides a click goes to the middle of the slide in focus, a drop into the one under it', async () => {
    const { file, figma, put } = open({ editor: 'slides' })
    const [first, second] = [figma.createSlide(), figma.createSlide()]
    second.x = 2000
    figma.currentPage.focusedSlide = second
    const clicked = await put(png(200, 100))
    expect(find(file, second.id).children).toMatchObject([
      { id: clicked.nodeId, x: 860, y: 490, width: 200, height: 100 },
    ])
    file.select([])
    const dropped = await put(png(200, 100), drop(first, 300, 300))
    expect(find(file, first.id).children).toMatchObject([{ id: dropped.nodeId, x: 200, y: 250 }])
  })

  it('in Buzz a click goes to the middle of the asset that is nearest to the middle of the view', async () => {
    const { file, figma, put } = open({ editor: 'buzz' })
    frameAt(figma, 0, 0, 400, 400)
    const shown = frameAt(figma, 1100, 300, 400, 400)
    const { nodeId } = await put(png(200, 100))
    expect(find(file, shown.id).children).toMatchObject([{ id: nodeId, x: 100, y: 150 }])
  })

  it('in Buzz a click goes into the asset in focus, or else the one with a selected layer', async () => {
    const { file, figma, put } = open({ editor: 'buzz' })
    const near = frameAt(figma, 800, 300, 400, 400)
    const far = frameAt(figma, 5000, 300, 400, 400)
    const text = figma.createText()
    far.appendChild(text)
    file.select([text.id])
    expect((await put(png(20, 10))).parentName).toBe('Card')
    expect(find(file, far.id).children).toHaveLength(2)
    figma.currentPage.focusedNode = near
    file.select([])
    const { nodeId } = await put(png(200, 100))
    expect(find(file, near.id).children).toMatchObject([{ id: nodeId, x: 100, y: 150 }])
  })

  it.each(['slides', 'buzz'] as const)(
    'nothing lies beside them: a drop there goes into the nearest one in %s',
    async (editor) => {
      const { file, figma, put } = open({ editor })
      const sheet = editor === 'slides' ? figma.createSlide() : figma.buzz.createFrame()
      sheet.resize(400, 400)
      const { nodeId } = await put(svg(800, 400), drop(figma.currentPage, 3000, 3000))
      expect(find(file, sheet.id).children).toMatchObject([
        { id: nodeId, x: 0, y: 100, width: 400, height: 200 },
      ])
      expect(find(file, figma.currentPage.id).children).toHaveLength(1)
    },
  )

  it('where there is no slide or asset yet, or all are locked, one is made', async () => {
    const slides = open({ editor: 'slides' })
    const { nodeId } = await slides.put(png(200, 100))
    const [slide] = find(slides.file, slides.figma.currentPage.id).children
    expect(slide).toMatchObject({ type: 'SLIDE', width: 1920, height: 1080 })
    expect(slide?.children).toMatchObject([{ id: nodeId, x: 860, y: 490 }])

    const buzz = open({ editor: 'buzz' })
    const asset = buzz.figma.buzz.createFrame()
    asset.locked = true
    const { obstacle } = await buzz.put(png(200, 100))
    expect(obstacle).toEqual({ name: 'Frame', why: 'locked' })
    const made = find(buzz.file, buzz.figma.currentPage.id).children[1]
    expect(made).toMatchObject({ type: 'FRAME', width: 200, height: 100 })
    expect(made?.children).toMatchObject([{ x: 0, y: 0, width: 200, height: 100 }])
  })

  it('a slide that was made for what could not be placed goes again', async () => {
    const { file, figma, put } = open({ editor: 'slides' })
    file.failWrite(5)
    await expect(put(png(200, 100))).rejects.toThrow('Figma could not place this')
    expect(find(file, figma.currentPage.id).children).toEqual([])
  })

  it('what could not be placed in Buzz is waited for by nobody, whichever write fails', async () => {
    const waiting = { ...LOGO, incomplete: true as const }
    const items = [waiting, { ...waiting, kind: 'template' as const }].map((provenance) => ({
      content: png(20, 10),
      provenance,
      size: null,
    }))
    for (let write = 1, failed = true; failed; write++) {
      const { file, figma } = open({ editor: 'buzz' })
      const placeholders = createPlaceholders()
      file.failWrite(write)
      failed = await place(figma, placeholders, { items, at: { type: 'view' } }).then(
        ({ outcome }) => outcome === 'refused',
        () => true,
      )
      expect([write, placeholders.isOpen()]).toEqual([write, !failed])
    }
  })

  it('a media field of Buzz takes another picture as Buzz does it', async () => {
    const { file, figma, put } = open({ editor: 'buzz' })
    const asset = figma.buzz.createFrame()
    asset.resize(400, 400)
    const { nodeId } = await put(png(200, 100))
    file.clearWrites()
    const filled = await fill(figma, {
      nodeIds: [nodeId, asset.id],
      content: png(30, 30, 9),
      provenance: { ...LOGO, name: 'Other' },
    })
    expect(filled.filled).toBe(2)
    expect(file.writes().map(({ op, target }) => [op, target])).toEqual(
      expect.arrayContaining([
        ['setMediaAsync', nodeId],
        ['set fills', asset.id],
      ]),
    )
    const shown = [nodeId, asset.id].map((id) => find(file, id).fills[0]?.imageHash)
    expect(shown[0]).toBe(shown[1])
  })

  it.each(['figjam', 'slides', 'buzz'] as const)(
    'take pictures and vectors: %s',
    async (editor) => {
      const { file, put } = open({ editor })
      for (const content of [png(10, 10), svg(10, 10)]) {
        expect(find(file, (await put(content)).nodeId).name).toBe('Acme logo')
      }
    },
  )
})
