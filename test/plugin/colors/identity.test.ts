import { describe, expect, it } from 'vitest'
import { identifyColors } from '../../../plugin/colors/identity.ts'
import { brandColor } from './samples.ts'

describe('a color that Cliquify lists twice', () => {
  it('counts where it is listed first, wherever that is', () => {
    const others = Array.from({ length: 9 }, (_, i) => brandColor({ id: String(i), name: 'Other' }))
    for (const id of ['99', null]) {
      const [first, second] = [brandColor({ id }), brandColor({ id })]
      const { identities, repeated } = identifyColors([...others, first, second])
      expect([...identities.keys()].at(-1)).toBe(first)
      expect(repeated[0]).toBe(second)
    }
  })
})
