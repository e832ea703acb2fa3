import { describe, expect, it } from 'vitest'
import { DROP_TYPE } from '../../../shared/placement.ts'
import type { UiEvents } from '../../../shared/protocol.ts'
import { receiveDrop } from '../../../plugin/placement/drop.ts'
import { openFile } from '../../figma/file.ts'

async function dropped(type: string, dropMetadata: unknown = null) {
  const file = openFile()
  const frame = file.figma.createFrame()
  frame.x = 100
  const heard: UiEvents['dropped'][] = []
  let answer: boolean | undefined
  file.figma.on('drop', (event) => (answer = receiveDrop(event, (value) => heard.push(value))))
  file.drop({
    absoluteX: 130,
    absoluteY: 40,
    items: [{ type, data: 'logo:7' }],
    dropMetadata,
  })
  await new Promise((resolve) => setTimeout(resolve, 5))
  return { heard, answer, frame }
}

describe('a drop on the canvas', () => {
  it('of something from this window is told to it, and kept from Figma', async () => {
    const { heard, answer, frame } = await dropped(DROP_TYPE)
    expect(heard).toEqual([
      {
        reference: 'logo:7',
        point: { nodeId: frame.id, x: 130, y: 40 },
        fill: false,
      },
    ])
    expect(answer).toBe(false)
  })

  it.each([
    [{ altKey: true }, true],
    [{ altKey: false }, false],
    [{ altKey: 'yes' }, false],
    ['altKey', false],
    [undefined, false],
  ])('with %j tells whether it is to fill', async (metadata, fill) => {
    expect((await dropped(DROP_TYPE, metadata)).heard).toMatchObject([{ fill }])
  })

  it('of anything else is left to Figma', async () => {
    const { heard, answer } = await dropped('text/plain')
    expect(heard).toEqual([])
    expect(answer).toBe(true)
  })
})
