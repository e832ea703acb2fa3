import { describe, expect, it } from 'vitest'
import type { BrandColor } from '../../../shared/brand.ts'
import { NOTATIONS, type NotationId } from '../../../shared/notation/notations.ts'
import { createGenerate } from '../../../plugin/codegen/generate.ts'
import { writeProvenance } from '../../../plugin/placement/provenance.ts'
import { BLUE, brandColor, GREEN, RED } from '../colors/samples.ts'
import { openDevMode } from './open-dev-mode.ts'

const BRAND: readonly BrandColor[] = [
  brandColor({ id: '1', name: 'Red', palette: 'Primary', value: RED }),
  brandColor({ id: '2', name: 'Blue 500', palette: 'Primary', value: BLUE }),
  brandColor({ id: '3', name: 'Leaf', value: GREEN }),
  brandColor({
    id: '4',
    name: 'Sunset',
    gradient: {
      type: 'linear',
      angle: 90,
      stops: [
        { position: 0, color: RED },
        { position: 1, color: BLUE },
      ],
    },
  }),
]

const solid = (r: number, g: number, b: number, opacity = 1): SolidPaint => ({
  ...{ type: 'SOLID', color: { r, g, b }, opacity },
})

async function openBranded(options: Parameters<typeof openDevMode>[0] = {}) {
  const dev = openDevMode(options)
  await dev.sync(BRAND)
  const { figma } = dev.file
  const styles = await figma.getLocalPaintStylesAsync()
  const styleId = (name: string): string => styles.find((each) => each.name === name)?.id ?? ''
  return { ...dev, figma, styleId }
}

describe('Dev Mode’s code for a layer', () => {
  it('has the brand’s name where a style fills it, in every language', async () => {
    const { figma, styleId, inspect } = await openBranded()
    const card = figma.createFrame()
    await card.setFillStyleIdAsync(styleId('Acme/Primary/Blue 500'))
    const expected: Readonly<Record<NotationId, string>> = {
      css: 'background: var(--acme-primary-blue-500); /* Acme/Primary/Blue 500 */',
      scss: 'background: $acme-primary-blue-500; /* Acme/Primary/Blue 500 */',
      tailwind: 'background: var(--color-acme-primary-blue-500); /* Acme/Primary/Blue 500 */',
      dtcg: '"$value": "{acme-primary-blue-500}"',
      swift: 'let fill = Color.acmePrimaryBlue500 // Acme/Primary/Blue 500',
      'asset-catalog': 'let fill = Color("acmePrimaryBlue500") // Acme/Primary/Blue 500',
      kotlin: 'val fill = BrandColors.acmePrimaryBlue500 // Acme/Primary/Blue 500',
      android: '<color name="fill">@color/acme_primary_blue_500</color>',
      json: '"value": "{acme-primary-blue-500}"',
    }
    for (const id of Object.keys(NOTATIONS) as NotationId[]) {
      expect((await inspect(card, id)).get('Colors'), id).toContain(expected[id])
    }
    expect((await inspect(card, 'tailwind')).get('Classes')).toBe('bg-acme-primary-blue-500')
  })

  it('has it where a variable is bound', async () => {
    const dev = openDevMode()
    await dev.sync(BRAND, { target: 'variables' })
    const { figma } = dev.file
    const [variable] = await figma.variables.getLocalVariablesAsync('COLOR')
    if (variable === undefined) throw new Error('no variable')
    const card = figma.createRectangle()
    card.fills = [figma.variables.setBoundVariableForPaint(solid(0, 0, 0), 'color', variable)]
    const code = (await dev.inspect(card)).get('Colors')
    expect(code).toBe('background: var(--acme-primary-red); /* Acme/Primary/Red */')
  })

  it('has it where the style is of a library', async () => {
    const library = openDevMode({ name: 'Brand library' })
    await library.sync(BRAND)
    const styles = await library.file.figma.getLocalPaintStylesAsync()
    const libraries = [{ publication: library.file.publish(), enabled: true }]
    const { file, inspect } = openDevMode({ libraries })
    const red = styles.find(({ name }) => name === 'Acme/Primary/Red')
    const style = await file.figma.importStyleByKeyAsync(red?.key ?? '')
    const card = file.figma.createFrame()
    await card.setFillStyleIdAsync(style.id)
    const blocks = await inspect(card)
    expect(blocks.get('Colors')).toBe('background: var(--acme-primary-red); /* Acme/Primary/Red */')
    expect(blocks.has('Cliquify')).toBe(false)
  })

  it('says “not linked” of what only looks like a color of the brand', async () => {
    const { figma, inspect } = await openBranded()
    const card = figma.createFrame()
    card.fills = [solid(1, 0, 0)]
    const code = (await inspect(card)).get('Colors')
    expect(code).toBe('background: var(--acme-primary-red); /* Acme/Primary/Red: not linked */')
  })

  it('says which color of the brand is nearest to one that is off brand', async () => {
    const { figma, inspect } = await openBranded()
    const card = figma.createFrame()
    card.fills = [solid(0.9, 0.1, 0.1)]
    const code = (await inspect(card)).get('Colors')
    expect(code).toMatch(
      /^background: #E51A1A; \/\* not linked, off brand; nearest: Acme\/Primary\/Red #FF0000, ΔE 0\.0\d+ in OKLab \*\/$/,
    )
  })

  it('names styles of the file that are not of the brand', async () => {
    const { figma, inspect } = await openBranded()
    const own = figma.createPaintStyle()
    own.name = 'Ours/Ink'
    own.paints = [solid(0, 0, 1)]
    const card = figma.createFrame()
    await card.setFillStyleIdAsync(own.id)
    const code = (await inspect(card)).get('Colors')
    expect(code).toContain('/* Acme/Primary/Blue 500: style “Ours/Ink”, not linked */')
  })

  it('keeps the alpha of a layer’s own on a color of the brand', async () => {
    const dev = openDevMode()
    await dev.sync(BRAND, { target: 'variables' })
    const { figma } = dev.file
    const [variable] = await figma.variables.getLocalVariablesAsync('COLOR')
    if (variable === undefined) throw new Error('no variable')
    const card = figma.createRectangle()
    card.fills = [figma.variables.setBoundVariableForPaint(solid(0, 0, 0, 0.5), 'color', variable)]
    expect((await dev.inspect(card)).get('Colors')).toContain(
      'rgb(from var(--acme-primary-red) r g b / 0.5); /* Acme/Primary/Red, at 50% */',
    )
    expect((await dev.inspect(card, 'swift')).get('Colors')).toContain(
      'Color.acmePrimaryRed.opacity(0.5)',
    )
    expect((await dev.inspect(card, 'android')).get('Colors')).toContain('#80FF0000')
  })

  it('has each color of a text of several', async () => {
    const { figma, styleId, inspect } = await openBranded()
    await figma.loadFontAsync({ family: 'Inter', style: 'Regular' })
    const text = figma.createText()
    text.characters = 'Buy now and save'
    text.fills = [solid(0.2, 0.2, 0.2)]
    await text.setRangeFillStyleIdAsync(0, 3, styleId('Acme/Primary/Red'))
    text.setRangeFills(12, 16, [solid(0, 0, 1)])
    const lines = (await inspect(text)).get('Colors')?.split('\n')
    expect(lines).toHaveLength(3)
    expect(lines?.[0]).toBe('color: var(--acme-primary-red); /* “Buy”: Acme/Primary/Red */')
    expect(lines?.[1]).toContain('“now and”: not linked, off brand')
    expect(lines?.[2]).toContain('“save”: Acme/Primary/Blue 500: not linked')
  })

  it('has gradients by their names, by their looks, and by the names of their stops', async () => {
    const { figma, styleId, inspect } = await openBranded()
    const [linked, alike, other] = [1, 2, 3].map(() => figma.createRectangle())
    if (linked === undefined || alike === undefined || other === undefined) throw new Error()
    await linked.setFillStyleIdAsync(styleId('Acme/Sunset'))
    alike.fills = linked.fills
    const [gradient] = linked.fills as readonly GradientPaint[]
    if (gradient === undefined) throw new Error('no gradient')
    const [first, last] = gradient.gradientStops
    if (first === undefined || last === undefined) throw new Error('no stops')
    const grey = { ...last, color: { r: 0.5, g: 0.5, b: 0.5, a: 1 } }
    other.fills = [{ ...gradient, gradientStops: [first, grey] }]
    expect((await inspect(linked)).get('Colors')).toBe(
      'background: var(--acme-sunset); /* Acme/Sunset */',
    )
    expect((await inspect(alike)).get('Colors')).toContain('Acme/Sunset: not linked')
    expect((await inspect(other)).get('Colors')).toBe(
      'background: linear-gradient(90deg, var(--acme-primary-red) 0%, #808080 100%); /* not linked */',
    )
    expect(JSON.parse((await inspect(other, 'dtcg')).get('Colors') ?? '')).toMatchObject({
      fill: { $type: 'gradient', $value: [{ color: '{acme-primary-red}', position: 0 }, {}] },
    })
    expect((await inspect(linked, 'android')).get('Colors')).not.toContain('undefined')
  })

  it('has strokes and shadows, in the unit that is chosen', async () => {
    const { figma, styleId, inspect } = await openBranded()
    const card = figma.createFrame()
    card.fills = []
    await card.setStrokeStyleIdAsync(styleId('Acme/Leaf'))
    card.strokeWeight = 2
    card.effects = [
      {
        type: 'DROP_SHADOW',
        color: { r: 1, g: 0, b: 0, a: 1 },
        offset: { x: 0, y: 4 },
        radius: 8,
        visible: true,
        blendMode: 'NORMAL',
      },
      { type: 'BACKGROUND_BLUR', blurType: 'NORMAL', radius: 12, visible: true },
    ]
    expect((await inspect(card)).get('Colors')?.split('\n')).toEqual([
      'border: 2px solid var(--acme-leaf); /* Acme/Leaf */',
      'box-shadow: 0 4px 8px var(--acme-primary-red); /* Acme/Primary/Red: not linked */',
      'backdrop-filter: blur(12px);',
    ])
    expect((await inspect(card, 'css', { unit: 'SCALED' })).get('Colors')).toContain(
      'border: 0.125rem solid',
    )
    expect((await inspect(card, 'kotlin')).get('Colors')).toContain('val strokeWidth = 2.dp')
  })

  it('is called as the preferences say', async () => {
    const { figma, styleId, inspect } = await openBranded()
    const card = figma.createFrame()
    await card.setFillStyleIdAsync(styleId('Acme/Primary/Blue 500'))
    const settings = { naming: 'dots', prefix: 'without', palette: 'with' }
    expect((await inspect(card, 'dtcg', { settings })).get('Colors')).toContain(
      '"{primary.blue-500}"',
    )
    const short = { naming: 'camel', prefix: 'without', palette: 'without' }
    expect((await inspect(card, 'css', { settings: short })).get('Colors')).toContain(
      'var(--blue500)',
    )
  })

  it('defines the colors that it uses, and says what it could not define', async () => {
    const { figma, styleId, inspect } = await openBranded()
    const card = figma.createFrame()
    await card.setFillStyleIdAsync(styleId('Acme/Sunset'))
    const css = await inspect(card)
    expect(css.get('Definitions')).toContain('--acme-sunset: linear-gradient(90deg, #FF0000 0%')
    const android = await inspect(card, 'android')
    expect(android.get('Not in the definitions')).toContain('Acme/Sunset: ')
  })

  it('counts the colors of the layers in it, the most used first', async () => {
    const { figma, styleId, inspect } = await openBranded()
    const card = figma.createFrame()
    for (let index = 0; index < 3; index++) {
      const child = figma.createRectangle()
      card.appendChild(child)
      if (index > 0) await child.setFillStyleIdAsync(styleId('Acme/Leaf'))
      else child.fills = [solid(0.9, 0.1, 0.1)]
    }
    expect((await inspect(card)).get('Colors inside')?.split('\n')).toEqual([
      '2 × var(--acme-leaf) — Acme/Leaf',
      expect.stringMatching(/^1 × #E51A1A — not linked, off brand; nearest: Acme\/Primary\/Red/),
    ])
  })

  it('knows a wide color of a Display P3 document', async () => {
    const { figma, inspect } = await openBranded({ colorProfile: 'DISPLAY_P3' })
    const card = figma.createFrame()
    card.fills = [solid(0, 1, 0)]
    expect((await inspect(card)).get('Colors')).toContain('background: color(display-p3 0 1 0);')
  })

  it('says that a file has no colors of Cliquify, and has its colors all the same', async () => {
    const { file, inspect } = openDevMode()
    const card = file.figma.createFrame()
    card.fills = [solid(1, 0, 0)]
    const blocks = await inspect(card)
    expect(blocks.get('Cliquify')).toContain('This file has no colors of Cliquify.')
    expect(blocks.get('Colors')).toBe('background: #FF0000; /* not linked */')
  })

  it('says so where a layer has nothing', async () => {
    const { figma, inspect } = await openBranded()
    const frame = figma.createFrame()
    frame.fills = []
    expect((await inspect(frame)).get('Colors')).toContain('no colors or effects')
  })

  it('tells what was placed from Cliquify, of an instance and of what is inside too', async () => {
    const { figma, inspect } = await openBranded()
    const logo = figma.createComponent()
    logo.appendChild(figma.createRectangle())
    writeProvenance(logo, {
      ...{ kind: 'logo', assetId: '7', kitId: 'kit-1', version: '2026-03-01T00:00:00.000Z' },
      ...{ url: 'https://cdn.thecliquify.co/logo.svg', name: 'Acme logo' },
    })
    const template = figma.createFrame()
    writeProvenance(template, {
      ...{ kind: 'template', assetId: '9', kitId: null, version: null, name: 'Flyer' },
      ...{ url: 'https://cdn.thecliquify.co/flyer.png', link: 'https://app.cliquify.me/t/9' },
    })
    const [inside] = logo.createInstance().children
    if (inside === undefined) throw new Error('an empty instance')
    expect((await inspect(inside)).get('From Cliquify')?.split('\n')).toEqual([
      'Logo: Acme logo',
      'Version: 2026-03-01T00:00:00.000Z',
      'File: https://cdn.thecliquify.co/logo.svg',
    ])
    expect((await inspect(template)).get('From Cliquify')).toContain(
      'Link: https://app.cliquify.me/t/9',
    )
  })

  it('writes nothing, and asks for nothing but the document', async () => {
    const calls: string[] = []
    const { figma, file, styleId, inspect } = await openBranded({
      onCall: (operation) => calls.push(operation),
    })
    const card = figma.createFrame()
    await card.setFillStyleIdAsync(styleId('Acme/Leaf'))
    calls.length = 0
    await inspect(card)
    expect(file.writes()).toEqual([])
    expect(calls.filter((each) => /fetch|clientStorage|getAsync|showUI|^set/.test(each))).toEqual(
      [],
    )
  })

  it('is one plain sentence where a layer cannot be read', async () => {
    const { figma, file, styleId } = await openBranded()
    const card = figma.createFrame()
    await card.setFillStyleIdAsync(styleId('Acme/Leaf'))
    file.setEditor('dev')
    const choice = { language: 'css', unit: 'PIXEL', scaleFactor: 16, settings: {} } as const
    const dev = file.begin({ command: '', html: '', codegen: choice })
    const node = (await dev.figma.getNodeByIdAsync(card.id)) as FrameNode
    file.edit({ type: 'remove-node', id: card.id })
    const [block] = await createGenerate(dev.figma)({ node, language: 'css' })
    expect(block?.title).toBe('Cliquify')
    expect(block?.code).toMatch(/^The layer could not be read\. Select it again\.\n/)
  })
})
