import { describe, expect, it } from 'vitest'
import type { BrandColor } from '../../../shared/brand.ts'
import type { SyncTarget } from '../../../shared/sync.ts'
import { openColors } from './open-colors.ts'
import { brandColor, GREEN } from './samples.ts'

const color = (name: string): BrandColor => brandColor({ id: name, name })
const colors = ['Ink', 'Red', 'Snow'].map(color)

async function synced(target: SyncTarget) {
  const o = openColors({ target })
  await o.apply(colors)
  const removeRed = async (): Promise<void> => {
    for (const style of o.styles()) {
      if (style.name === 'Acme/Red') o.file.edit({ type: 'remove-style', id: style.id })
    }
    if (target !== 'styles') (await o.variable('Acme/Red')).remove()
  }
  const names = (): readonly string[] =>
    (target === 'variables' ? o.variables() : o.styles()).map(({ name }) => name)
  return { ...o, removeRed, names }
}

describe.each(['styles', 'variables', 'both'] as const)(
  'what a person deleted of a sync to %s',
  (target) => {
    it('is listed as such and not made again, whatever else changes', async () => {
      const { apply, outcomes, removeRed, names } = await synced(target)
      await removeRed()
      expect(await outcomes(colors)).toEqual(['unchanged', 'deleted', 'unchanged'])
      await apply([color('Ink'), { ...color('Red'), value: GREEN }, color('Snow'), color('Sky')])
      expect(names()).toEqual(['Acme/Ink', 'Acme/Snow', 'Acme/Sky'])
    })

    it('is made again where a person takes it, and then stays as any other', async () => {
      const { apply, plan, outcomes, removeRed, names } = await synced(target)
      await removeRed()
      const key = (await plan(colors)).rows.find(({ outcome }) => outcome === 'deleted')?.key ?? ''
      const report = await apply(colors, {}, { take: [key], remove: [] })
      expect(report.rows).toMatchObject([{ key, result: 'created' }])
      expect(names()).toContain('Acme/Red')
      expect(await outcomes(colors)).toEqual(['unchanged', 'unchanged', 'unchanged'])
    })
  },
)

describe('a file from which all was deleted', () => {
  it('is synced anew', async () => {
    const o = openColors({})
    await o.apply(colors)
    for (const { id } of o.styles()) o.file.edit({ type: 'remove-style', id })
    expect(await o.outcomes(colors)).toEqual(['create', 'create', 'create'])
  })
})

describe('a style whose variable lives on', () => {
  it('is made again by itself, bound to that', async () => {
    const o = openColors({ target: 'both' })
    await o.apply(colors)
    const red = o.styles().find(({ name }) => name === 'Acme/Red')
    o.file.edit({ type: 'remove-style', id: red?.id ?? '' })
    const { rows } = await o.plan(colors)
    expect(rows.map(({ outcome }) => outcome)).toEqual(['unchanged', 'deleted', 'unchanged'])
    await o.apply(colors, {}, { take: rows.map(({ key }) => key), remove: [] })
    expect(o.styles()).toHaveLength(3)
    expect(o.variables()).toHaveLength(3)
  })

  it('does not keep that from a new value, and the review says so', async () => {
    const o = openColors({ target: 'both' })
    await o.apply(colors)
    const red = o.styles().find(({ name }) => name === 'Acme/Red')
    o.file.edit({ type: 'remove-style', id: red?.id ?? '' })
    const next = [color('Ink'), { ...color('Red'), value: GREEN }, color('Snow')]
    expect((await o.plan(next)).rows[1]?.reason).toEqual({ kind: 'deleted', item: 'style' })
    await o.apply(next)
    expect(await o.outcomes(next)).toEqual(['unchanged', 'deleted', 'unchanged'])
    expect(Object.values((await o.variable('Acme/Red')).valuesByMode)).toEqual([GREEN])
  })
})

describe('a color that is new in the middle', () => {
  it('gets its style there, in its folder, and the first one too', async () => {
    const o = openColors({})
    const of = (name: string, palette: string): BrandColor =>
      brandColor({ id: `${palette}${name}`, name, palette })
    await o.apply([of('Red', 'Warm'), of('Tan', 'Warm'), of('Sky', 'Cold'), of('Sea', 'Cold')])
    await o.apply([
      ...[of('Rose', 'Warm'), of('Red', 'Warm'), of('Rust', 'Warm'), of('Ruby', 'Warm')],
      ...[of('Tan', 'Warm'), of('Sky', 'Cold'), of('Ice', 'Cold'), of('Sea', 'Cold')],
      of('Fog', 'Cold'),
    ])
    const order = o.styles().map(({ name }) => name.slice('Acme/'.length))
    expect(order.filter((name) => name.startsWith('Warm'))).toEqual([
      ...['Warm/Rose', 'Warm/Red', 'Warm/Rust', 'Warm/Ruby', 'Warm/Tan'],
    ])
    expect(order.filter((name) => name.startsWith('Cold'))).toEqual([
      ...['Cold/Sky', 'Cold/Ice', 'Cold/Sea', 'Cold/Fog'],
    ])
    expect(o.ops()).toContain('moveLocalPaintStyleAfter')
  })

  it('moves nothing on a first sync, nor where it comes last', async () => {
    const o = openColors({})
    await o.apply(colors)
    await o.apply([...colors, color('Sky')])
    expect(o.ops()).not.toContain('moveLocalPaintStyleAfter')
  })
})
