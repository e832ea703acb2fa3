import fc from 'fast-check'
import { isValidElement, toChildArray, type ComponentChild, type ComponentChildren } from 'preact'
import { describe, expect, it } from 'vitest'
import { MarkedName } from '../../../../ui/browse/find/marked-name.tsx'
import { marksIn } from '../../../../ui/browse/find/search-marks.ts'

/** A name as it is drawn, with what is marked in brackets. */
function drawn(name: string, marks: readonly (readonly [number, number])[], end = 0): string {
  return written(MarkedName({ name, marks, end }))
}

function written(children: ComponentChildren): string {
  return toChildArray(children).map(textOf).join('')
}

function textOf(child: ComponentChild): string {
  if (typeof child === 'string') return child
  if (!isValidElement(child)) throw new Error('a name is text and marks')
  const inside = written(child.props.children)
  return child.type === 'mark' ? `[${inside}]` : inside
}

describe('a name with marks', () => {
  it.each([
    ['Logo dark', [], 'Logo dark'],
    ['Logo dark', [[5, 9]], 'Logo [dark]'],
    ['Logo dark', [[0, 4]], '[Logo] dark'],
    [
      'Logo dark',
      [
        [0, 4],
        [5, 9],
      ],
      '[Logo] [dark]',
    ],
    ['Logo', [[0, 4]], '[Logo]'],
    ['Logo dark', [[2, 7]], 'Lo[go da]rk'],
    ['', [], ''],
  ] as const)('“%s” with %j is drawn “%s”', (name, marks, expected) => {
    expect(drawn(name, marks)).toBe(expected)
  })

  it.each([
    ['that is empty', [[2, 2]], 'Logo'],
    ['that runs backwards', [[3, 1]], 'Logo'],
    [
      'that begins in the one before',
      [
        [0, 3],
        [1, 4],
      ],
      '[Log]o',
    ],
    ['that ends after the name', [[2, 99]], 'Lo[go]'],
  ] as const)('loses no letter and doubles none over a mark %s', (_what, marks, expected) => {
    expect(drawn('Logo', marks)).toBe(expected)
  })

  it('marks what lies across the place where it may be cut', () => {
    expect(drawn('Logo dark', [[2, 7]], 5)).toBe('Lo[go ][da]rk')
  })

  it('reads as the name, wherever it may be cut and whatever is searched for in it', () => {
    const text = fc.string({ unit: 'grapheme' })
    const plain = text.map((name) => name.replace(/[[\]]/g, ''))
    fc.assert(
      fc.property(plain, text, fc.nat(20), (name, query, place) => {
        const end = Math.min(place, name.length)
        expect(drawn(name, marksIn(name, query), end).replace(/[[\]]/g, '')).toBe(name)
      }),
    )
  })
})
