import { describe, expect, it } from 'vitest'
import { besideOthers } from '../../../plugin/placement/beside.ts'
import { ENDLESS } from '../../../plugin/placement/geometry.ts'

describe('besideOthers', () => {
  const box = { x: 100, y: 100, width: 50, height: 20 }

  it('moves no boxes that cover nothing', () => {
    const other = { x: 100, y: 121, width: 50, height: 20 }
    expect(besideOthers([box], [other], ENDLESS)).toEqual({ x: 0, y: 0 })
  })

  it('moves them to the right of what they would cover, whatever the sizes', () => {
    const other = { x: 115, y: 105, width: 20, height: 10 }
    expect(besideOthers([box], [other], ENDLESS)).toEqual({ x: 51, y: 0 })
  })

  it('moves them past a whole row', () => {
    const row = [box, { ...box, x: 166 }, { ...box, x: 232 }]
    expect(besideOthers([box], row, ENDLESS)).toEqual({ x: 198, y: 0 })
  })

  it('moves several as one', () => {
    const second = { ...box, x: 166, height: 30 }
    const other = { x: 170, y: 125, width: 10, height: 10 }
    expect(besideOthers([box, second], [other], ENDLESS)).toEqual({ x: 96, y: 0 })
  })

  it('steps down and right instead of leaving the room', () => {
    const room = { width: 200, height: 200 }
    expect(besideOthers([box], [box], room)).toEqual({ x: 16, y: 16 })
    const stepped = { ...box, x: 116, y: 116 }
    expect(besideOthers([box], [box, stepped], room)).toEqual({ x: 32, y: 32 })
  })
})
