import { describe, expect, it } from 'vitest'
import { rowAfterKey } from '../../../ui/colors/row-keys.ts'

/** Three rows of a color and its "More". */
const COUNT = 6

describe('the arrow keys in the list of colors', () => {
  it.each([
    ['ArrowDown', 0, 2],
    ['ArrowDown', 1, 3],
    ['ArrowUp', 5, 3],
    ['ArrowRight', 2, 3],
    ['ArrowLeft', 3, 2],
    ['Home', 5, 1],
    ['End', 0, 4],
  ])('%s leads from button %i to %i', (key, from, to) => {
    expect(rowAfterKey(key, from, COUNT)).toBe(to)
  })

  it.each([
    ['ArrowDown', 4],
    ['ArrowUp', 1],
    ['ArrowRight', 3],
    ['ArrowLeft', 2],
    ['Home', 0],
    ['Enter', 0],
  ])('%s on button %i leads nowhere', (key, from) => {
    expect(rowAfterKey(key, from, COUNT)).toBeNull()
  })

  it('do not move where they are pressed in what a row has opened', () => {
    expect(rowAfterKey('ArrowDown', -1, COUNT)).toBeNull()
  })
})
