import { describe, expect, it } from 'vitest'
import { readPluginDrop } from './page/plugin-drop.ts'

const items = [{ type: 'text/plain', data: 'logo' }]

describe('readPluginDrop', () => {
  it('reads where it was dropped and what was', () => {
    expect(readPluginDrop({ clientX: 3, clientY: 4, items, dropMetadata: { a: 1 } })).toEqual({
      client: { x: 3, y: 4 },
      items,
      dropMetadata: { a: 1 },
    })
  })

  it.each([
    [null, 'must be an object'],
    [{ clientX: '3', clientY: 4, items }, 'clientX and clientY'],
    [{ clientX: 3, clientY: NaN, items }, 'clientX and clientY'],
    [{ clientX: 3, clientY: 4 }, 'items or files'],
    [{ clientX: 3, clientY: 4, items: 'logo' }, 'must be a list'],
    [{ clientX: 3, clientY: 4, items: [{ type: 'text/plain' }] }, 'type and data'],
  ])('refuses %j, as Figma would not fire a drop for it', (value, reason) => {
    expect(() => readPluginDrop(value)).toThrow(reason)
  })
})
