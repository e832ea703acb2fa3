import { describe, expect, it } from 'vitest'
import { idle, KEEP, openColors } from './open-colors.ts'
import { KIT, red } from './samples.ts'

describe('a named version', () => {
  it('is saved before the first write when asked for, and not when nothing is written', async () => {
    const { room, ops, file } = openColors({})
    const sync = { kit: KIT, colors: [red], decisions: KEEP, saveVersion: true }
    await room.apply(sync, idle())
    expect(ops()[0]).toBe('saveVersionHistoryAsync')
    file.clearWrites()
    await room.apply(sync, idle())
    expect(ops()).toEqual([])
  })

  it('that cannot be saved stops the sync before it writes', async () => {
    const { room, file, styles } = openColors({})
    file.failWrite(1)
    const sync = { kit: KIT, colors: [red], decisions: KEEP, saveVersion: true }
    await expect(room.apply(sync, idle())).rejects.toMatchObject({ kind: 'version' })
    expect(styles()).toEqual([])
  })
})
