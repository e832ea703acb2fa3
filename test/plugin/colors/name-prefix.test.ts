import { describe, expect, it } from 'vitest'
import { openColors } from './open-colors.ts'
import { brandColor, GREEN, red } from './samples.ts'

describe('names', () => {
  const leaf = brandColor({ id: '2', name: 'Leaf', palette: 'Nature', value: GREEN })
  it.each([
    ['the kit’s name', { type: 'kit' }, 'palette', ['Acme/Red', 'Acme/Nature/Leaf']],
    ['nothing', { type: 'none' }, 'palette', ['Red', 'Nature/Leaf']],
    [
      'a text',
      { type: 'own', text: 'Brand / 2026' },
      'flat',
      ['Brand/2026/Red', 'Brand/2026/Leaf'],
    ],
  ] as const)(
    'begin with %s, in place when that is changed',
    async (_, prefix, grouping, names) => {
      for (const target of ['styles', 'variables', 'both'] as const) {
        const { apply, styles, variables, outcomes } = openColors({ target })
        await apply([red, leaf])
        const ids = [...styles(), ...variables()].map(({ id }) => id)
        const naming = { prefix, grouping }
        await apply([red, leaf], { naming })
        expect([...styles(), ...variables()].map(({ id }) => id)).toEqual(ids)
        for (const items of [styles(), variables()]) {
          if (items.length > 0) expect(items.map(({ name }) => name)).toEqual(names)
        }
        expect(await outcomes([red, leaf], { naming })).toEqual(['unchanged', 'unchanged'])
      }
    },
  )
})
