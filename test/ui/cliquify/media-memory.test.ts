import { describe, expect, it } from 'vitest'
import { Trouble, type TroubleKind } from '../../../shared/trouble.ts'
import { openMediaMemory } from '../../../ui/cliquify/media-memory.ts'

const failing = (kind: TroubleKind) => (): Promise<Uint8Array> =>
  Promise.reject(new Trouble({ kind: kind, message: 'It failed.' }))

const file = (size: number, content: number) => (): Promise<Uint8Array> =>
  Promise.resolve(new Uint8Array(size).fill(content))

describe('a file that was downloaded before', () => {
  it.each(['offline', 'unreachable', 'timeout'] as const)(
    'is at hand when it is %s',
    async (kind) => {
      const memory = openMediaMemory()
      const first = await memory.fetch('a', file(3, 1))
      expect(await memory.fetch('a', failing(kind))).toBe(first)
    },
  )

  it('is downloaded again while there is a network', async () => {
    const memory = openMediaMemory()
    await memory.fetch('a', file(3, 1))
    expect(await memory.fetch('a', file(3, 2))).toEqual(new Uint8Array([2, 2, 2]))
  })

  it('is not given where the server refuses it now', async () => {
    const memory = openMediaMemory()
    await memory.fetch('a', file(3, 1))
    await expect(memory.fetch('a', failing('missing-scope'))).rejects.toThrow('It failed.')
  })

  it('gives way to newer ones when they are too many, unless it was used since', async () => {
    const memory = openMediaMemory(10)
    await memory.fetch('a', file(4, 1))
    await memory.fetch('b', file(4, 2))
    await memory.fetch('a', failing('offline'))
    await memory.fetch('c', file(4, 3))
    expect(await memory.fetch('a', failing('offline'))).toHaveLength(4)
    await expect(memory.fetch('b', failing('offline'))).rejects.toThrow('It failed.')
  })

  it('is not kept where it alone is too big', async () => {
    const memory = openMediaMemory(10)
    await memory.fetch('a', file(11, 1))
    await expect(memory.fetch('a', failing('offline'))).rejects.toThrow('It failed.')
  })
})
