import { describe, expect, it } from 'vitest'
import { readTargets } from '../../../plugin/placement/canvas.ts'
import { writeProvenance } from '../../../plugin/placement/provenance.ts'
import { frameAt, open } from './open-placement.ts'
import { LOGO } from './samples.ts'

/** A landing page with a card, in it a picture's place under a label. */
function page() {
  const opened = open()
  const { figma } = opened
  const landing = frameAt(figma, 0, 0, 800, 600)
  const card = frameAt(figma, 0, 0, 300, 200)
  landing.appendChild(card)
  card.x = 100
  card.y = 100
  const shape = figma.createRectangle()
  card.appendChild(shape)
  shape.x = shape.y = 20
  shape.resize(200, 100)
  const label = figma.createText()
  card.appendChild(label)
  label.x = label.y = 30
  label.resize(50, 20)
  const under = async (x: number, y: number): Promise<readonly string[]> => {
    return (await readTargets(figma, { under: { nodeId: landing.id, x, y } })).nodeIds
  }
  return { ...opened, landing, card, shape, under }
}

describe('what a drop fills', () => {
  it('is the topmost shape under the pointer, though the event names what holds it', async () => {
    const { landing, card, shape, under } = page()
    expect(await under(135, 135)).toEqual([shape.id])
    expect(await under(390, 290)).toEqual([card.id])
    expect(await under(700, 500)).toEqual([landing.id])
  })

  it('is turned, cut off and hidden as it looks', async () => {
    const { card, landing, shape, under } = page()
    shape.rotation = 90
    expect(await under(135, 135)).toEqual([card.id])
    shape.rotation = 0
    shape.x = 250
    card.clipsContent = true
    expect(await under(420, 135)).toEqual([landing.id])
    card.clipsContent = false
    expect(await under(420, 135)).toEqual([shape.id])
    shape.visible = false
    expect(await under(420, 135)).toEqual([landing.id])
  })

  it('is what lies under locked layers and under placed vectors', async () => {
    const { figma, card, shape, under } = page()
    const logo = figma.createNodeFromSvg(
      '<svg width="40" height="40"><rect width="40" height="40"/></svg>',
    )
    card.appendChild(logo)
    logo.x = logo.y = 20
    writeProvenance(logo, LOGO)
    expect(await under(130, 130)).toEqual([shape.id])
    shape.locked = true
    expect(await under(130, 130)).toEqual([card.id])
  })

  it('is in an instance, too', async () => {
    const { figma, under } = page()
    const component = figma.createComponent()
    const inner = figma.createRectangle()
    component.appendChild(inner)
    const instance = component.createInstance()
    instance.x = 900
    expect(await under(910, 10)).toEqual([instance.children[0]?.id])
  })
})
