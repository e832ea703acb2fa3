import { describe, expect, it } from 'vitest'
import { besideOthers } from '../../../plugin/placement/beside.ts'
import { ENDLESS } from '../../../plugin/placement/geometry.ts'

describe('besideOthers', () => {
  const box = { x: 100, y: 100, width: 50, height: 20 }

  it('leaves boxes where they are when they cover nothing', () => {
    const other = { x: 100, y: 121, width: 50, height: 20 }
    expect(besideOthers([box], [other], ENDLESS)).toEqual([box])
  })

  it('moves them to the right of what they would cover, whatever the sizes', () => {
    const other = { x: 115, y: 105, width: 20, height: 10 }
    expect(besideOthers([box], [other], ENDLESS)).toEqual([{ ...box, x: 151 }])
  })

  it('moves them past a whole row', () => {
    const row = [box, { ...box, x: 166 }, { ...box, x: 232 }]
    expect(besideOthers([box], row, ENDLESS)).toEqual([{ ...box, x: 298 }])
  })

  it('moves all of them together', () => {
    const second = { ...box, x: 166, height: 30 }
    const other = { x: 170, y: 125, width: 10, height: 10 }
    expect(besideOthers([box, second], [other], ENDLESS)).toEqual([
      { ...box, x: 196 },
      { ...second, x: 262 },
    ])
  })

  it('steps down and right instead of leaving the room', () => {
    const room = { width: 200, height: 200 }
    expect(besideOthers([box], [box], room)).toEqual([{ ...box, x: 116, y: 116 }])
    const stepped = { ...box, x: 116, y: 116 }
    expect(besideOthers([box], [box, stepped], room)).toEqual([{ ...box, x: 132, y: 132 }])
  })
})
