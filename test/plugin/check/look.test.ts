import { describe, expect, it } from 'vitest'
import { CORAL, openDocument, type CheckedDocument } from './document.ts'

type Figma = CheckedDocument['figma']

const solid = (figma: Figma, color: string, more: Partial<SolidPaint> = {}): SolidPaint =>
  figma.util.solidPaint(color, more)

/** A rectangle with these fills, in the page or in what is given. */
function shape(
  figma: Figma,
  name: string,
  fills: readonly Paint[],
  parent?: ChildrenMixin,
): RectangleNode {
  const node = figma.createRectangle()
  node.name = name
  node.fills = fills
  parent?.appendChild(node)
  return node
}

function frame(figma: Figma, name: string): FrameNode {
  const node = figma.createFrame()
  node.name = name
  node.fills = []
  return node
}

const shadow = (color: RGBA, more: Partial<DropShadowEffect> = {}): DropShadowEffect => ({
  type: 'DROP_SHADOW',
  color,
  offset: { x: 0, y: 1 },
  radius: 2,
  visible: true,
  blendMode: 'NORMAL',
  ...more,
})

const GREEN = { r: 0, g: 1, b: 0 }
const linear = (from: RGBA, to: RGBA): GradientPaint => ({
  type: 'GRADIENT_LINEAR',
  gradientTransform: [
    [1, 0, 0],
    [0, 1, 0],
  ],
  gradientStops: [
    { position: 0, color: from },
    { position: 1, color: to },
  ],
})
const rgba = (color: RGB, a = 1): RGBA => ({ ...color, a })

interface Case {
  readonly title: string
  readonly draw: (document: CheckedDocument) => unknown
  readonly findings: readonly string[]
}

const CASES: readonly Case[] = [
  { title: 'nothing', draw: () => undefined, findings: [] },
  {
    title: 'an off-brand fill',
    draw: ({ figma }) => shape(figma, 'A', [solid(figma, '#00FF00')]),
    findings: ['#00FF00: A'],
  },
  {
    title: 'the brand’s value that is not linked',
    draw: ({ figma }) => shape(figma, 'A', [solid(figma, '#F08060')]),
    findings: ['#F08060 Coral: A'],
  },
  {
    title: 'a value a hair off, which is not the brand’s',
    draw: ({ figma }) => shape(figma, 'A', [solid(figma, '#F18060')]),
    findings: ['#F18060: A'],
  },
  {
    title: 'a color at an opacity, which is that color',
    draw: ({ figma }) => shape(figma, 'A', [solid(figma, '#F08060', { opacity: 0.3 })]),
    findings: ['#F08060 Coral: A'],
  },
  {
    title: 'a brand’s color with an opacity of its own, where that could be linked',
    draw({ figma }) {
      shape(figma, 'A', [solid(figma, '#A0C0D0', { opacity: 0.5 })])
      shape(figma, 'B', [solid(figma, '#A0C0D0')])
    },
    findings: ['#A0C0D0 Mist: A'],
  },
  {
    title: 'layers of one value together, in the order of the document',
    draw({ figma }) {
      shape(figma, 'A', [solid(figma, '#00FF00')])
      shape(figma, 'B', [solid(figma, '#0000FF')])
      shape(figma, 'C', [solid(figma, '#00FF00')])
    },
    findings: ['#00FF00: A, C', '#0000FF: B'],
  },
  {
    title: 'a layer once for each value, in however many fills',
    draw({ figma }) {
      shape(figma, 'A', [solid(figma, '#00FF00'), solid(figma, '#00FF00', { opacity: 0.5 })])
    },
    findings: ['#00FF00: A'],
  },
  {
    title: 'no fill that is hidden or has no opacity',
    draw({ figma }) {
      const hidden = solid(figma, '#00FF00', { visible: false })
      shape(figma, 'A', [hidden, solid(figma, '#00FF00', { opacity: 0 })])
    },
    findings: [],
  },
  {
    title: 'nothing in a layer that is linked by a style',
    async draw({ figma, style }) {
      await shape(figma, 'A', []).setFillStyleIdAsync((await style('Coral')).id)
    },
    findings: [],
  },
  {
    title: 'nothing in a layer that is bound to a variable',
    async draw({ figma, variable }) {
      const black = solid(figma, '#000000')
      const coral = await variable('Coral')
      shape(figma, 'A', [figma.variables.setBoundVariableForPaint(black, 'color', coral)])
    },
    findings: [],
  },
  {
    title: 'what a style that is not the brand’s gives',
    async draw({ figma }) {
      const own = figma.createPaintStyle()
      own.name = 'Own'
      own.paints = [solid(figma, '#00FF00')]
      await shape(figma, 'A', []).setFillStyleIdAsync(own.id)
    },
    findings: ['#00FF00: A'],
  },
  {
    title: 'what a variable that is not the brand’s gives',
    draw({ figma }) {
      const collection = figma.variables.createVariableCollection('Own')
      const own = figma.variables.createVariable('own', collection, 'COLOR')
      own.setValueForMode(collection.modes[0]?.modeId ?? '', GREEN)
      const black = solid(figma, '#000000')
      shape(figma, 'A', [figma.variables.setBoundVariableForPaint(black, 'color', own)])
    },
    findings: ['#00FF00: A'],
  },
  {
    title: 'a stroke',
    draw({ figma }) {
      shape(figma, 'A', []).strokes = [solid(figma, '#00FF00')]
    },
    findings: ['#00FF00: A'],
  },
  {
    title: 'a stroke beside a linked fill',
    async draw({ figma, style }) {
      const node = shape(figma, 'A', [])
      await node.setFillStyleIdAsync((await style('Coral')).id)
      node.strokes = [solid(figma, '#00FF00')]
    },
    findings: ['#00FF00: A'],
  },
  {
    title: 'shadows, but not those that are hidden, and no blur',
    draw({ figma }) {
      shape(figma, 'A', []).effects = [
        shadow(rgba(GREEN, 0.25)),
        shadow(rgba({ r: 1, g: 0, b: 0 }), { visible: false }),
        { type: 'LAYER_BLUR', blurType: 'NORMAL', radius: 3, visible: true },
      ]
    },
    findings: ['#00FF00: A'],
  },
  {
    title: 'the stops of a gradient, each by itself',
    draw: ({ figma }) =>
      shape(figma, 'A', [
        linear(rgba(GREEN), rgba({ r: 0x10 / 255, g: 0x2a / 255, b: 0x56 / 255 })),
      ]),
    findings: ['#00FF00: A', '#102A56 Navy: A'],
  },
  {
    title: 'the brand’s gradient that is not linked, as one',
    async draw({ figma, style }) {
      shape(figma, 'A', (await style('Dawn')).paints)
    },
    findings: ['#F08060 Dawn: A'],
  },
  {
    title: 'nothing in a gradient that is linked by its style',
    async draw({ figma, style }) {
      await shape(figma, 'A', []).setFillStyleIdAsync((await style('Dawn')).id)
    },
    findings: [],
  },
  {
    title: 'each range of a text',
    async draw({ figma, style }) {
      await figma.loadFontAsync({ family: 'Inter', style: 'Regular' })
      const text = figma.createText()
      text.name = 'T'
      text.characters = 'red and green'
      text.fills = [solid(figma, '#102A56')]
      text.setRangeFills(8, 13, [solid(figma, '#00FF00')])
      await text.setRangeFillStyleIdAsync(0, 3, (await style('Coral')).id)
    },
    findings: ['#102A56 Navy: T', '#00FF00: T'],
  },
  {
    title: 'what lies in frames and groups, however deep',
    draw({ figma }) {
      const outer = frame(figma, 'Outer')
      const inner = frame(figma, 'Inner')
      outer.appendChild(inner)
      shape(figma, 'A', [solid(figma, '#00FF00')], inner)
    },
    findings: ['#00FF00: A'],
  },
  {
    title: 'nothing that is hidden, nor in what is',
    draw({ figma }) {
      const outer = frame(figma, 'Outer')
      shape(figma, 'A', [solid(figma, '#00FF00')], outer)
      outer.visible = false
      shape(figma, 'B', [solid(figma, '#00FF00')]).visible = false
    },
    findings: [],
  },
  {
    title: 'nothing that is locked, nor in what is',
    draw({ figma }) {
      const outer = frame(figma, 'Outer')
      shape(figma, 'A', [solid(figma, '#00FF00')], outer)
      outer.locked = true
      shape(figma, 'B', [solid(figma, '#00FF00')]).locked = true
    },
    findings: [],
  },
  {
    title: 'nothing of a mask, which shows nowhere',
    draw({ figma }) {
      shape(figma, 'A', [solid(figma, '#00FF00')]).isMask = true
    },
    findings: [],
  },
  {
    title: 'no picture',
    draw({ figma }) {
      shape(figma, 'A', [{ type: 'IMAGE', scaleMode: 'FILL', imageHash: null }])
    },
    findings: [],
  },
  {
    title: 'a component, but not what it gives its instances',
    draw({ figma }) {
      const main = figma.createComponent()
      main.name = 'Main'
      main.fills = [solid(figma, '#00FF00')]
      shape(figma, 'A', [solid(figma, '#0000FF')], main)
      main.createInstance().name = 'Instance'
    },
    findings: ['#00FF00: Main', '#0000FF: A'],
  },
  {
    title: 'what was set on an instance, and in it',
    draw({ figma }) {
      const main = figma.createComponent()
      main.name = 'Main'
      main.fills = []
      shape(figma, 'A', [], main)
      const instance = main.createInstance()
      instance.name = 'Instance'
      instance.fills = [solid(figma, '#00FF00')]
      const [inside] = instance.children
      if (inside !== undefined && 'strokes' in inside) inside.strokes = [solid(figma, '#0000FF')]
    },
    findings: ['#00FF00: Instance', '#0000FF: A'],
  },
  {
    title: 'the drawing of a placed asset not at all',
    draw({ figma }) {
      const placed = frame(figma, 'Placed')
      shape(figma, 'A', [solid(figma, '#00FF00')], placed)
      const provenance = { kind: 'logo', assetId: '1', kitId: 'kit-1', version: null, url: 'u' }
      const note = JSON.stringify({ ...provenance, name: 'Logo' })
      placed.setSharedPluginData('cliquify', 'asset', note)
    },
    findings: [],
  },
]

describe('a look for colors finds', () => {
  it.each(CASES)('$title', async ({ draw, findings }) => {
    const document = await openDocument()
    await draw(document)
    document.file.clearWrites()
    expect(await document.findings()).toEqual(findings)
    expect(document.file.writes()).toEqual([])
  })
})

describe('where a look is made', () => {
  it('is the selection where there is one, or else the page', async () => {
    const document = await openDocument()
    const { figma } = document
    const one = shape(figma, 'A', [solid(figma, '#00FF00')])
    shape(figma, 'B', [solid(figma, '#00FF00')])
    expect((await document.look(null)).scope).toBe('page')
    figma.currentPage.selection = [one]
    expect((await document.look(null)).scope).toBe('selection')
    expect(await document.findings(null)).toEqual(['#00FF00: A'])
  })

  it('is the whole document on request', async () => {
    const document = await openDocument()
    const { figma } = document
    const page = figma.createPage()
    page.appendChild(shape(figma, 'A', [solid(figma, '#00FF00')]))
    expect(await document.findings('page')).toEqual([])
    expect(await document.findings('document')).toEqual(['#00FF00: A'])
  })

  it('tells the brand’s values only where there is something to link them to', async () => {
    const draw = ({ figma }: CheckedDocument) => {
      shape(figma, 'A', [solid(figma, '#F08060')])
      shape(figma, 'B', [solid(figma, '#F08060', { opacity: 0.5 })])
      shape(figma, 'C', [linear(rgba(CORAL.value), rgba(GREEN))])
      shape(figma, 'D', [solid(figma, '#0000FF')])
    }
    const expected = {
      none: ['#00FF00: C', '#0000FF: D'],
      styles: ['#F08060 Coral: A', '#00FF00: C', '#0000FF: D'],
      variables: ['#F08060 Coral: A, B, C', '#00FF00: C', '#0000FF: D'],
    }
    for (const target of [null, 'styles', 'variables'] as const) {
      const document = await openDocument(target)
      draw(document)
      expect(await document.findings()).toEqual(expected[target ?? 'none'])
    }
  })

  it('leaves a selected layer in what is hidden alone', async () => {
    const document = await openDocument()
    const { figma } = document
    const outer = frame(figma, 'Outer')
    const inside = shape(figma, 'A', [solid(figma, '#00FF00')], outer)
    outer.visible = false
    figma.currentPage.selection = [inside]
    expect(await document.findings('selection')).toEqual([])
  })
})
