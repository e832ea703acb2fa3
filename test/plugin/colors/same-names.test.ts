import { describe, expect, it } from 'vitest'
import { nameKey } from '../../../plugin/colors/name-key.ts'
import { openColors } from './open-colors.ts'
import { brandColor, GREEN, RED } from './samples.ts'

const cafe = brandColor({ id: '1', name: 'Café', palette: 'Warm tones' })

describe('a style that a person made', () => {
  it.each([
    ['spaces around slashes', 'Acme / Warm tones/ Café'],
    ['spaces of another kind', 'Acme/Warm\u00a0tones/Café'],
    ['more spaces', 'Acme/Warm  tones/Café '],
    ['another Unicode form', 'Acme/Warm tones/Cafe\u0301'],
  ])('is found by its name with %s, and keeps that', async (_, name) => {
    const o = openColors({})
    o.file.edit({ type: 'create-style', name, color: RED })
    expect(await o.outcomes([cafe])).toEqual(['adopt'])
    await o.apply([cafe])
    expect(o.styles().map((style) => style.name)).toEqual([name])
    expect(await o.outcomes([cafe])).toEqual(['unchanged'])
    o.file.clearWrites()
    await o.apply([{ ...cafe, value: GREEN }])
    expect(o.styles().map((style) => style.name)).toEqual([name])
    expect(o.ops()).toContain('set paints')
    await o.apply([{ ...cafe, value: GREEN, name: 'Coffee' }])
    expect(o.styles().map((style) => style.name)).toEqual(['Acme/Warm tones/Coffee'])
  })

  it('of another case is another one', () => {
    expect(nameKey('Acme/Red')).not.toBe(nameKey('acme/red'))
  })
})
