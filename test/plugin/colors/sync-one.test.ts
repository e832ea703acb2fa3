import { describe, expect, it } from 'vitest'
import { idle, KEEP, openColors } from './open-colors.ts'
import { brandColor, GREEN, KIT } from './samples.ts'

describe('a sync of one color alone', () => {
  const colors = [brandColor({ id: '1' }), brandColor({ id: '2', name: 'Leaf', value: GREEN })]
  const syncOnly = (o: ReturnType<typeof openColors>, only: number) =>
    o.room.apply({ kit: KIT, colors, decisions: KEEP, only }, idle())

  it('makes its style and no other, and is no sync of the kit', async () => {
    const o = openColors({})
    expect((await syncOnly(o, 1)).rows.map(({ result }) => result)).toEqual(['created'])
    expect(o.styles().map(({ name }) => name)).toEqual(['Acme/Leaf'])
    const plan = await o.plan(colors)
    expect(plan.lastSyncedAt).toBeNull()
    expect(plan.rows.map(({ outcome }) => outcome)).toEqual(['create', 'unchanged'])
  })

  it('leaves alone what a person edited of it', async () => {
    const o = openColors({})
    await o.apply(colors)
    o.file.edit({ type: 'rename-style', id: o.styles()[1]?.id ?? '', name: 'Grass' })
    expect((await syncOnly(o, 1)).rows).toEqual([])
  })
})
