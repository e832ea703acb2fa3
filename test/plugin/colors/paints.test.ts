import { describe, expect, it } from 'vitest'
import { openColors } from './open-colors.ts'
import { BLUE, brandColor, GREEN, RED } from './samples.ts'

const red = brandColor({ id: '1' })

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
