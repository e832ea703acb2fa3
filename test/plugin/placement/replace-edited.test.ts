import { describe, expect, it } from 'vitest'
import { previewLayers } from '../../../plugin/placement/layer-previews.ts'
import { writeProvenance } from '../../../plugin/placement/provenance.ts'
import { replace } from '../../../plugin/placement/replace.ts'
import { openFile } from '../../figma/file.ts'
import { imageOf, NEXT, openPlaced } from './open-placed.ts'
import { LOGO, png, svg } from './samples.ts'

describe('an update among others', () => {
  const wanted = (nodeId: string, edits: 'keep' | 'overwrite' = 'keep') =>
    ({ nodeId, content: svg(60, 40, '#00f'), provenance: NEXT, edits }) as const

  it('leaves alone what is locked, or in something locked', async () => {
    const { file, figma, frame, node } = await openPlaced(svg(60, 40))
    for (const locked of [node, frame]) {
      locked.locked = true
      file.clearWrites()
      for (const edits of ['keep', 'overwrite'] as const) {
        await expect(replace(figma, wanted(node.id, edits))).rejects.toMatchObject({
          kind: 'locked',
        })
      }
      expect(file.writes()).toEqual([])
      locked.locked = false
    }
  })

  it.each<[string, (figma: PluginAPI, holder: FrameNode, part: SceneNode & GeometryMixin) => void]>(
    [
      [
        'a part was painted',
        (_f, _h, part) => (part.fills = [{ type: 'SOLID', color: { r: 0, g: 1, b: 0 } }]),
      ],
      ['a part was moved', (_f, _h, part) => (part.x += 9)],
      ['a part was removed', (_f, _h, part) => part.remove()],
      ['a part was hidden', (_f, _h, part) => (part.visible = false)],
      [
        'something was put beside them',
        (figma, holder) => holder.appendChild(figma.createRectangle()),
      ],
    ],
  )('leaves alone vectors of which %s, unless that is to be overwritten', async (_, edit) => {
    const two =
      '<rect width="10" height="40" fill="#f00"/><rect x="30" width="30" height="20" fill="#f00"/>'
    const { file, figma, node } = await openPlaced({
      type: 'vector',
      svg: `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40">${two}</svg>`,
    })
    const [part] = node.type === 'FRAME' ? node.children : []
    if (node.type !== 'FRAME' || part?.type !== 'VECTOR') throw new Error('no vectors')
    edit(figma, node, part)
    file.clearWrites()
    await expect(replace(figma, wanted(node.id))).rejects.toMatchObject({ kind: 'edited' })
    expect(file.writes()).toEqual([])
    await replace(figma, wanted(node.id, 'overwrite'))
    expect(node.children.map(({ type }) => type)).toEqual(['VECTOR'])
    await replace(figma, wanted(node.id))
  })

  it.each<[string, (figma: PluginAPI, design: FrameNode) => void]>([
    ['shapes', (figma, design) => design.appendChild(figma.createRectangle())],
    [
      'an instance',
      (figma, design) => {
        const component = figma.createComponent()
        figma.currentPage.appendChild(component)
        design.appendChild(component.createInstance())
      },
    ],
    [
      'a photo, deep inside',
      (figma, design) => {
        const [inner, photo] = [figma.createFrame(), figma.createRectangle()]
        photo.fills = [{ type: 'IMAGE', imageHash: imageOf(figma, 3), scaleMode: 'FILL' }]
        design.appendChild(inner)
        inner.appendChild(photo)
      },
    ],
    [
      'auto layout',
      (figma, design) => {
        design.layoutMode = 'VERTICAL'
        design.appendChild(figma.createRectangle())
      },
    ],
    [
      'auto layout inside',
      (figma, design) => {
        const inner = figma.createFrame()
        inner.layoutMode = 'HORIZONTAL'
        design.appendChild(inner)
      },
    ],
    [
      'a placed layer',
      (figma, design) => {
        const inner = figma.createFrame()
        design.appendChild(inner)
        const layer = figma.createRectangle()
        inner.appendChild(layer)
        writeProvenance(layer, LOGO)
      },
    ],
  ])('leaves alone somebody’s design of %s that was marked as placed', async (what, design) => {
    const { figma, clearWrites, writes } = openFile()
    const frame = figma.createFrame()
    design(figma, frame)
    // With what the plugin would have noted, had it made all of it; shapes are told apart without it only.
    writeProvenance(frame, LOGO)
    if (what === 'shapes') frame.setSharedPluginData('cliquify', 'asset', JSON.stringify(LOGO))
    const before = frame.children.map(({ id }) => id)
    clearWrites()
    for (const content of [svg(60, 40), png(60, 40)]) {
      const request = { nodeId: frame.id, content, provenance: NEXT, edits: 'keep' } as const
      await expect(replace(figma, request)).rejects.toMatchObject({ kind: 'edited' })
    }
    expect(writes().filter(({ op }) => op !== 'createImage')).toEqual([])
    expect(frame.children.map(({ id }) => id)).toEqual(before)
    expect(await previewLayers(figma, [frame.id])).toMatchObject([{ edited: true }])
  })

  it('takes no offence at vectors that were moved, stretched, renamed or given effects as a whole', async () => {
    const { figma, node } = await openPlaced(svg(60, 40))
    if (node.type !== 'FRAME') throw new Error('no frame')
    node.resize(31, 77)
    node.x = -5
    node.opacity = 0.5
    node.name = 'Mine'
    node.fills = [{ type: 'SOLID', color: { r: 0, g: 1, b: 0 } }]
    await replace(figma, wanted(node.id))
    expect(node).toMatchObject({ name: 'Mine', width: 31, height: 77 })
    expect(node.opacity).toBeCloseTo(0.5)
  })
})
