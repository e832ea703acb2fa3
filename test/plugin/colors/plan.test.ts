import { describe, expect, it } from 'vitest'
import {
  BLUE,
  brandColor,
  foreignStyle,
  GREEN,
  KIT,
  planSync,
  RED,
  syncedStyle,
  syncOf,
  red,
} from './samples.ts'

describe('a color that the file does not have', () => {
  it('is created under kit, palette and color', async () => {
    const [row] = await planSync(syncOf({ ...red, palette: 'Primary' }), [])
    expect(row).toMatchObject({
      key: 'id:1',
      outcome: 'create',
      before: null,
      after: { name: 'Acme/Primary/Red', value: RED },
      reason: null,
    })
  })

  it('adopts an unlinked style of exactly that name, and shows both values', async () => {
    const [row, ...others] = await planSync(syncOf(red), [foreignStyle('S:1', 'Acme/Red', BLUE)])
    expect(row).toMatchObject({
      outcome: 'adopt',
      before: { id: 'S:1', name: 'Acme/Red', value: BLUE },
      after: { name: 'Acme/Red', value: RED },
    })
    expect(others).toEqual([])
  })

  it('does not adopt a style whose name differs, if only in case', async () => {
    const rows = await planSync(syncOf(red), [foreignStyle('S:1', 'Acme/red', RED)])
    expect(rows.map(({ outcome }) => outcome)).toEqual(['create'])
  })

  it('does not overwrite a gradient of its name, and says why', async () => {
    const [row] = await planSync(syncOf(red), [foreignStyle('S:1', 'Acme/Red', null)])
    expect(row?.outcome).toBe('skipped')
    expect(row?.reason).toEqual({ kind: 'not-solid', item: 'style' })
  })

  it('takes over the style of a color that Cliquify made anew under the same name', async () => {
    const rows = await planSync(syncOf(brandColor({ id: '2' })), [
      syncedStyle('S:1', { color: 'id:1' }),
    ])
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ outcome: 'adopt', before: { id: 'S:1' }, key: 'id:2' })
  })

  it('leaves a style of another kit alone, and takes another name', async () => {
    const style = syncedStyle('S:1', { color: 'id:1', kitId: 'kit-2' })
    const rows = await planSync(syncOf(red), [style])
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ outcome: 'create', after: { name: 'Acme/Red 2' } })
  })
})

describe('a color that was synced before', () => {
  const style = syncedStyle('S:1', { color: 'id:1' })

  it('is unchanged when nothing changed', async () => {
    expect((await planSync(syncOf(red), [style]))[0]?.outcome).toBe('unchanged')
  })

  it('is unchanged when only rounding differs', async () => {
    const rounded = { ...RED, r: 0.9995 }
    const now = { ...style, value: rounded }
    expect((await planSync(syncOf(red), [now]))[0]?.outcome).toBe('unchanged')
  })

  it('is updated when its value changed in Cliquify, also only in its alpha', async () => {
    for (const value of [GREEN, { ...RED, a: 0.5 }]) {
      const [row] = await planSync(syncOf({ ...red, value }), [style])
      expect(row).toMatchObject({
        outcome: 'update',
        before: { id: 'S:1', name: 'Acme/Red', value: RED },
        after: { name: 'Acme/Red', value },
      })
    }
  })

  it('is renamed when its name changed in Cliquify', async () => {
    const [row] = await planSync(syncOf({ ...red, name: 'Ruby' }), [style])
    expect(row).toMatchObject({
      outcome: 'rename',
      before: { id: 'S:1', name: 'Acme/Red' },
      after: { name: 'Acme/Ruby' },
    })
  })

  it('is renamed when the kit or the palette was renamed', async () => {
    expect(
      (await planSync({ kit: { ...KIT, name: 'Umbrella' }, colors: [red] }, [style]))[0],
    ).toMatchObject({ outcome: 'rename', after: { name: 'Umbrella/Red' } })
    expect((await planSync(syncOf({ ...red, palette: 'Warm' }), [style]))[0]).toMatchObject({
      outcome: 'rename',
      after: { name: 'Acme/Warm/Red' },
    })
  })

  it('is updated when name and value changed in Cliquify', async () => {
    const own = { ...style, isOwnLink: true } as const
    const [row] = await planSync(syncOf({ ...red, name: 'Leaf', value: GREEN }), [own])
    expect(row).toMatchObject({ outcome: 'update', after: { name: 'Acme/Leaf', value: GREEN } })
  })

  it('is asked about when both changed, where nothing but a note of others speaks for it', async () => {
    const [row] = await planSync(syncOf({ ...red, name: 'Leaf', value: GREEN }), [style])
    expect(row).toMatchObject({ outcome: 'unproven', after: { name: 'Acme/Leaf', value: GREEN } })
  })

  it('is kept as edited when only the file changed, in value, name, or to a gradient', async () => {
    for (const now of [{ value: BLUE }, { name: 'Mine' }, { value: null }]) {
      const edited = syncedStyle('S:1', { color: 'id:1' }, now)
      const [row] = await planSync(syncOf(red), [edited])
      expect(row).toMatchObject({ outcome: 'edited', before: now, after: { name: 'Acme/Red' } })
    }
  })

  it('is a conflict when both sides changed differently', async () => {
    const edited = syncedStyle('S:1', { color: 'id:1' }, { value: BLUE })
    expect((await planSync(syncOf({ ...red, value: GREEN }), [edited]))[0]?.outcome).toBe(
      'conflict',
    )
    expect((await planSync(syncOf({ ...red, name: 'Ruby' }), [edited]))[0]?.outcome).toBe(
      'conflict',
    )
  })

  it('only renews its link when both sides changed alike', async () => {
    const edited = syncedStyle('S:1', { color: 'id:1' }, { value: GREEN })
    const [row] = await planSync(syncOf({ ...red, value: GREEN }), [edited])
    const leaf = { name: 'Acme/Red', value: GREEN }
    expect(row).toMatchObject({ outcome: 'adopt', before: { id: 'S:1', ...leaf }, after: leaf })
    expect(row?.reason).toEqual({ kind: 'link-renewed' })
  })

  it('is removed when Cliquify no longer has it', async () => {
    const rows = await planSync(syncOf(), [style])
    expect(rows).toMatchObject([
      { outcome: 'removed', before: { id: 'S:1', name: 'Acme/Red', value: RED }, after: null },
    ])
  })

  it('belongs to the first of two styles; a copy is skipped with a reason', async () => {
    const copy = syncedStyle('S:2', { color: 'id:1' }, { name: 'Acme/Red copy' })
    const rows = await planSync(syncOf({ ...red, value: GREEN }), [style, copy])
    expect(rows).toMatchObject([
      { outcome: 'update', before: { id: 'S:1' } },
      { outcome: 'skipped', before: { name: 'Acme/Red copy' }, after: null },
    ])
    expect(rows[1]?.reason).toEqual({ kind: 'copy', item: 'style' })
  })
})

describe('the rest of the file', () => {
  it('is no part of the plan', async () => {
    const styles = [
      foreignStyle('S:1', 'Grey', RED),
      syncedStyle('S:2', { color: 'id:9', kitId: 'kit-2' }),
    ]
    expect(await planSync(syncOf(), styles)).toEqual([])
  })
})

describe('a color that Cliquify lists twice', () => {
  it('is synced once, and the second is skipped with a reason', async () => {
    const rows = await planSync(syncOf(red, { ...red, value: GREEN }), [])
    expect(rows.map(({ outcome }) => outcome).sort()).toEqual(['create', 'skipped'])
    expect(rows[1]?.reason).toEqual({ kind: 'repeated' })
  })

  it('is synced once also where it is the very same', async () => {
    for (const color of [red, brandColor({ id: null })]) {
      const rows = await planSync(syncOf(color, color), [])
      expect(rows.map(({ outcome }) => outcome)).toEqual(['create', 'skipped'])
    }
  })
})

describe('colors without ids', () => {
  it('are matched by name, so that a changed value is an update', async () => {
    const style = syncedStyle('S:1', { color: 'name:Red' })
    const [row] = await planSync(syncOf(brandColor({ id: null, value: GREEN })), [style])
    expect(row).toMatchObject({ outcome: 'update', before: { id: 'S:1' } })
  })

  it('keep their style when they move to another palette', async () => {
    const style = syncedStyle('S:1', { color: 'name:Red' })
    const rows = await planSync(syncOf(brandColor({ id: null, palette: 'Warm' })), [style])
    expect(rows).toMatchObject([{ outcome: 'rename', before: { id: 'S:1' } }])
  })

  it('of one name in two palettes are two colors, and the synced one keeps its style', async () => {
    const style = syncedStyle('S:1', { color: 'name:Red', name: 'Acme/Warm/Red' })
    const rows = await planSync(
      syncOf(
        brandColor({ id: null, palette: 'Warm' }),
        brandColor({ id: null, palette: 'Signal', value: BLUE }),
      ),
      [style],
    )
    expect(rows).toMatchObject([
      { outcome: 'adopt', before: { id: 'S:1' } },
      { outcome: 'create', after: { name: 'Acme/Signal/Red' } },
    ])
  })
})
