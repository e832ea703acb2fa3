import { describe, expect, it } from 'vitest'
import { openColors } from './open-colors.ts'
import { BLUE, brandColor, GREEN, RED, red } from './samples.ts'

describe('a synced style that a person made no single color of', () => {
  const solid = { type: 'SOLID', color: { r: 1, g: 0, b: 0 } } as const
  it.each<[string, readonly Paint[]]>([
    ['two paints', [solid, solid]],
    ['no paint', []],
    ['a hidden paint', [{ ...solid, visible: false }]],
    ['a blended paint', [{ ...solid, blendMode: 'MULTIPLY' }]],
  ])('by %s is kept as edited', async (_, paints) => {
    const { apply, file, outcomes } = openColors({})
    await apply([red])
    const [style] = await file.figma.getLocalPaintStylesAsync()
    if (style !== undefined) style.paints = paints
    expect(await outcomes([red])).toEqual(['edited'])
  })
})

describe('a color that is wider than sRGB', () => {
  const wide = { r: 1, g: 0.25, b: 0, a: 1 }
  const color = brandColor({ id: '1', value: { r: 1, g: 0, b: 0, a: 1 }, wide })
  const colorOf = ([paint]: readonly Paint[]): readonly number[] =>
    paint?.type === 'SOLID'
      ? [paint.color.r, paint.color.g, paint.color.b].map((part) => Number(part.toFixed(3)))
      : []

  it.each([
    [1, 0, 0],
    [0, 1, 0],
    [0.9, 0.05, 0.85],
    [0, 0.8, 1],
  ])('is written with its gamut into a Display P3 document: %f %f %f', async (r, g, b) => {
    const o = openColors({}, { colorProfile: 'DISPLAY_P3' })
    const p3 = brandColor({ id: '1', value: RED, wide: { r, g, b, a: 1 } })
    await o.apply([p3])
    const [style] = await o.file.figma.getLocalPaintStylesAsync()
    expect(colorOf(style?.paints ?? [])).toEqual([r, g, b])
    expect(await o.outcomes([p3])).toEqual(['unchanged'])
  })

  it('is written as it is into a Display P3 document, and then is unchanged', async () => {
    for (const target of ['styles', 'variables', 'both'] as const) {
      const { apply, file, outcomes } = openColors({ target }, { colorProfile: 'DISPLAY_P3' })
      await apply([color])
      if (target !== 'variables') {
        const [style] = await file.figma.getLocalPaintStylesAsync()
        if (target === 'styles') expect(colorOf(style?.paints ?? [])).toEqual([1, 0.25, 0])
      }
      file.clearWrites()
      expect(await outcomes([color])).toEqual(['unchanged'])
      await apply([color])
      expect(file.writes()).toEqual([])
    }
  })

  it('is written as sRGB shows it into an sRGB document, and then is unchanged', async () => {
    const { apply, file, outcomes } = openColors({})
    await apply([color])
    const [style] = await file.figma.getLocalPaintStylesAsync()
    expect(colorOf(style?.paints ?? [])).toEqual([1, 0, 0])
    expect(await outcomes([color])).toEqual(['unchanged'])
  })
})

describe('a gradient of colors that are wider than sRGB', () => {
  const wide = { r: 1, g: 0.25, b: 0, a: 0.5 }
  const stops = [
    { position: 0, color: GREEN },
    { position: 0.5, color: { ...RED, a: 0.5 }, wide },
    { position: 1, color: BLUE, wide: { r: 0, g: 0, b: 1, a: 1 } },
  ]
  const color = brandColor({
    ...{ id: '1', value: GREEN, wide },
    gradient: { type: 'linear', angle: 90, stops },
  })
  const stopsOf = async ({ file }: ReturnType<typeof openColors>): Promise<readonly number[][]> => {
    const [style] = await file.figma.getLocalPaintStylesAsync()
    const [paint] = style?.paints ?? []
    if (paint === undefined || !('gradientStops' in paint)) return []
    return paint.gradientStops.map(({ color: { r, g, b, a } }) =>
      [r, g, b, a].map((part) => Number(part.toFixed(2))),
    )
  }

  it('has them as they are in a Display P3 document, and then is unchanged', async () => {
    const o = openColors({}, { colorProfile: 'DISPLAY_P3' })
    await o.apply([color])
    expect((await stopsOf(o)).slice(1)).toEqual([
      [1, 0.25, 0, 0.5],
      [0, 0, 1, 1],
    ])
    o.file.clearWrites()
    expect(await o.outcomes([color])).toEqual(['unchanged'])
    await o.apply([color])
    expect(o.ops()).toEqual([])
  })

  it('has them as sRGB shows them in an sRGB document, and then is unchanged', async () => {
    const o = openColors({})
    await o.apply([color])
    expect((await stopsOf(o)).slice(1)).toEqual([
      [1, 0, 0, 0.5],
      [0, 0, 1, 1],
    ])
    expect(await o.outcomes([color])).toEqual(['unchanged'])
  })

  it('is changed where one of them alone is', async () => {
    const o = openColors({}, { colorProfile: 'DISPLAY_P3' })
    await o.apply([color])
    const [first, second, last] = stops
    if (first === undefined || second === undefined || last === undefined) throw new Error('stops')
    const changed = [first, { ...second, wide: { ...wide, g: 0.1 } }, last]
    const next = { ...color, gradient: { type: 'linear', angle: 90, stops: changed } as const }
    expect(await o.outcomes([next])).toEqual(['update'])
  })
})

describe('a gradient', () => {
  const stops = [RED, { ...BLUE, a: 0.25 }].map((color, position) => ({ position, color }))
  it.each([
    ['linear', 0],
    ['linear', 90],
    ['linear', 137],
    ['radial', 0],
  ] as const)(
    '%s at %i degrees becomes a paint style and then is unchanged',
    async (type, angle) => {
      const gradient = { type, angle, stops }
      const sunset = brandColor({ id: '1', gradient })
      const { apply, styles, file, plan } = openColors({}, { colorProfile: 'DISPLAY_P3' })
      await apply([sunset])
      expect(styles()[0]?.paints).toMatchObject([
        {
          type: type === 'linear' ? 'GRADIENT_LINEAR' : 'GRADIENT_RADIAL',
          gradientStops: [{}, {}],
        },
      ])
      file.clearWrites()
      await apply([sunset])
      expect(file.writes()).toEqual([])
      const turned = brandColor({
        id: '1',
        gradient: {
          ...gradient,
          stops: [...stops].reverse().map((stop, i) => ({ ...stop, position: i })),
        },
      })
      expect((await plan([turned])).rows).toMatchObject([{ outcome: 'update' }])
      expect((await plan([red])).rows).toMatchObject([{ outcome: 'update' }])
      await apply([red])
      expect(styles()[0]?.paints).toMatchObject([{ type: 'SOLID' }])
    },
  )

  it.each([
    ['radial', { angle: 0, center: { x: 0.25, y: 1 } }, 'GRADIENT_RADIAL'],
    ['radial', { angle: 0, radii: { x: 0.5, y: 0.3 } }, 'GRADIENT_RADIAL'],
    ['radial', { angle: 0, center: { x: 0, y: 0 }, radii: { x: 1, y: 2 } }, 'GRADIENT_RADIAL'],
    ['angular', { angle: 0 }, 'GRADIENT_ANGULAR'],
    ['angular', { angle: 225, center: { x: 0.1, y: 0.9 } }, 'GRADIENT_ANGULAR'],
  ] as const)('%s at %j is written where CSS draws it, and then is unchanged', async (...row) => {
    const [type, place, paintType] = row
    const gradient = { type, ...place, stops }
    const { apply, styles, file, outcomes } = openColors({})
    await apply([brandColor({ id: '1', gradient })])
    const [paint] = styles()[0]?.paints ?? []
    expect(paint?.type).toBe(paintType)
    file.clearWrites()
    await apply([brandColor({ id: '1', gradient })])
    expect(file.writes()).toEqual([])
    const [moved] = [{ ...gradient, center: { x: 0.6, y: 0.6 } }]
    expect(await outcomes([brandColor({ id: '1', gradient: moved })])).toEqual(['update'])
  })

  it('that turns begins where CSS begins, and its middle is Figma’s', async () => {
    const gradient = { type: 'angular', angle: 90, center: { x: 0.25, y: 0.75 }, stops } as const
    const { apply, file } = openColors({})
    await apply([brandColor({ id: '1', gradient })])
    const [style] = await file.figma.getLocalPaintStylesAsync()
    const [paint] = style?.paints ?? []
    if (paint?.type !== 'GRADIENT_ANGULAR') throw new Error('no angular gradient')
    // From the middle to the right is where Figma begins, see "gradientTransform".
    expect(paint.gradientTransform.flat().map((cell) => Number(cell.toFixed(3)) + 0)).toEqual([
      ...[1, 0, 0.25],
      ...[0, 1, -0.25],
    ])
  })

  it('that a person made transparent as a whole is kept', async () => {
    const sunset = brandColor({ id: '1', gradient: { type: 'linear', angle: 90, stops } })
    const { apply, file, outcomes } = openColors({})
    await apply([sunset])
    const [style] = await file.figma.getLocalPaintStylesAsync()
    const [paint] = style?.paints ?? []
    if (style === undefined || paint === undefined) throw new Error('no style')
    style.paints = [{ ...paint, opacity: 0.5 }]
    expect(await outcomes([sunset])).toEqual(['edited'])
  })

  it.each([
    ['another color', GREEN],
    ['its own first color', RED],
  ])('that a person made %s alone is kept', async (_, color) => {
    const sunset = brandColor({ id: '1', gradient: { type: 'linear', angle: 90, stops } })
    const { apply, styles, file, outcomes } = openColors({})
    await apply([sunset])
    file.edit({ type: 'paint-style', id: styles()[0]?.id ?? '', color })
    expect(await outcomes([sunset])).toEqual(['edited'])
  })
})
