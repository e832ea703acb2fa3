import { describe, expect, it } from 'vitest'
import { readDesigns } from '../../../plugin/review/designs.ts'
import { noteReview } from '../../../plugin/review/note.ts'
import { openFile } from '../../figma/file.ts'

function namesOf({ designs }: ReturnType<typeof readDesigns>): readonly string[] {
  return designs.map(({ name }) => name)
}

function frameAt(
  figma: PluginAPI,
  name: string,
  x: number,
  parent?: FrameNode | SectionNode,
): FrameNode {
  const frame = figma.createFrame()
  frame.name = name
  parent?.appendChild(frame)
  frame.x = x
  return frame
}

describe('what can be sent for review', () => {
  it('is no document, in an editor to which that is a frame', () => {
    const { figma } = openFile({ openPencil: true })
    const frame = frameAt(figma, 'Screen', 0)
    const shape = figma.createRectangle()
    frame.appendChild(shape)
    figma.currentPage.selection = [shape]
    expect(namesOf(readDesigns(figma))).toEqual(['Screen'])
  })

  it('is what the page has, from the left to the right, where nothing is selected', () => {
    const { figma } = openFile()
    frameAt(figma, 'Second', 500)
    frameAt(figma, 'First', 0)
    figma.createRectangle().name = 'Stray'
    const found = readDesigns(figma)
    expect(namesOf(found)).toEqual(['First', 'Second'])
    expect(found.areSelected).toBe(false)
    expect(found.designs[0]).toMatchObject({ width: 100, height: 100, sent: null })
  })

  it('is what is selected, with frames inside of frames, sections and components', () => {
    const { figma } = openFile()
    const section = figma.createSection()
    section.name = 'Section'
    const card = frameAt(figma, 'Card', 20, frameAt(figma, 'Page', 600))
    const component = figma.createComponent()
    component.name = 'Button'
    component.x = 1200
    figma.currentPage.selection = [component, card, section]
    const found = readDesigns(figma)
    expect(namesOf(found).toSorted()).toEqual(['Button', 'Card', 'Section'])
    expect(found.areSelected).toBe(true)
  })

  it('is the outermost frame of a layer that is none itself, once, and not its section', () => {
    const { figma } = openFile()
    const section = figma.createSection()
    const page = frameAt(figma, 'Page', 0, section)
    const card = frameAt(figma, 'Card', 0, page)
    const shapes = [figma.createRectangle(), figma.createEllipse()]
    for (const shape of shapes) card.appendChild(shape)
    figma.currentPage.selection = shapes
    expect(namesOf(readDesigns(figma))).toEqual(['Page'])
  })

  it('is what the page has where only a shape beside all frames is selected', () => {
    const { figma } = openFile()
    frameAt(figma, 'Page', 0)
    figma.currentPage.selection = [figma.createRectangle()]
    expect(readDesigns(figma)).toMatchObject({ areSelected: false, designs: [{ name: 'Page' }] })
  })

  it('is each slide in Slides', () => {
    const { figma } = openFile({ editor: 'slides' })
    const slides = [figma.createSlide(), figma.createSlide()]
    expect(readDesigns(figma).designs.map(({ nodeId }) => nodeId)).toEqual(
      slides.map(({ id }) => id),
    )
  })

  it('is not more than can be looked at', () => {
    const { figma } = openFile()
    for (let at = 0; at < 60; at++) frameAt(figma, `Frame ${at}`, at * 200)
    expect(readDesigns(figma).designs).toHaveLength(50)
  })
})

describe('what was sent', () => {
  const SENT = {
    channel: 'Brand',
    at: 1_700_000_000_000,
    link: 'https://www.figma.com/design/abc/X',
  }

  it('is known of the design and its file, and said by its button', async () => {
    const file = openFile()
    const { figma } = file
    const frame = frameAt(figma, 'Page', 0)
    frame.setRelaunchData({ open: 'Placed' })
    await noteReview(figma, { ...SENT, layers: [frame.id, '9:9'] })
    expect(readDesigns(figma)).toMatchObject({
      link: SENT.link,
      designs: [{ sent: { channel: 'Brand', at: SENT.at } }],
    })
    expect(frame.getRelaunchData()).toEqual({
      open: 'Placed',
      'send-for-review': 'In review in #Brand',
    })
    file.clearWrites()
    await noteReview(figma, { ...SENT, layers: [] })
    expect(file.writes()).toEqual([])
  })

  it.each(['{', '{"channel":"Brand"}', '{"channel":5,"at":1}', '[]'])(
    'is nothing where its note is %s',
    (note) => {
      const { figma } = openFile()
      frameAt(figma, 'Page', 0).setSharedPluginData('cliquify', 'review', note)
      figma.root.setSharedPluginData('cliquify', 'review', note)
      expect(readDesigns(figma)).toMatchObject({ link: '', designs: [{ sent: null }] })
    },
  )
})
