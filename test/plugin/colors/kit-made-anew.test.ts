import { describe, expect, it } from 'vitest'
import { KEEP, openColors } from './open-colors.ts'
import { BLUE, brandColor, GREEN, RED } from './samples.ts'

const OLD = { id: '11', name: 'Acme' }
const NEW = { id: '99', name: 'Acme' }
const old = [brandColor({ id: '1' }), brandColor({ id: '2', name: 'Navy', value: BLUE })]
const anew = [brandColor({ id: '2' }), brandColor({ id: '92', name: 'Navy', value: BLUE })]
type Opened = ReturnType<typeof openColors>

function names(o: Opened): readonly string[] {
  return [...o.styles(), ...o.variables()].map(({ name }) => name)
}

/** What this plugin noted before it noted names of kits. */
async function forgetNames(o: Opened): Promise<void> {
  const { figma } = o.file
  const { root } = figma
  const forget = (bearer: DocumentNode | VariableCollection, key: string, field: string): void => {
    const text = bearer.getSharedPluginData('cliquify', key)
    if (text === '') return
    const data = JSON.parse(text) as Record<string, unknown>
    const rest = Object.fromEntries(Object.entries(data).filter(([name]) => name !== field))
    bearer.setSharedPluginData('cliquify', key, JSON.stringify(rest))
  }
  forget(root, `synced-${OLD.id}`, 'name')
  for (const each of await figma.variables.getLocalVariableCollectionsAsync()) {
    forget(each, 'collection', 'names')
  }
}

describe.each(['styles', 'variables', 'both'] as const)(
  'a kit made anew, synced to %s,',
  (target) => {
    it.each(['own', 'shared'] as const)(
      'takes over what the old one left, in a collection: %s',
      async (collection) => {
        for (const isOld of [false, true]) {
          const o = openColors({ target, collection })
          await o.apply(old, {}, KEEP, OLD)
          if (isOld) await forgetNames(o)
          const before = names(o)
          const ids = [...o.styles(), ...o.variables()].map(({ id }) => id)
          expect(await o.outcomes(anew, {}, NEW)).toEqual(['adopt', 'adopt'])
          o.file.clearWrites()
          await o.apply(anew, {}, KEEP, NEW)
          expect(o.ops().filter((op) => !op.startsWith('set') || op === 'set name')).toEqual([])
          expect(names(o)).toEqual(before)
          expect([...o.styles(), ...o.variables()].map(({ id }) => id)).toEqual(ids)
          expect(o.collections()).toHaveLength(target === 'styles' ? 0 : 1)
          expect(await o.outcomes(anew, {}, NEW, null)).toEqual(['unchanged', 'unchanged'])
          o.file.clearWrites()
          await o.apply(anew, {}, KEEP, NEW, null)
          expect(o.file.writes()).toEqual([])
        }
      },
    )

    it('takes over nothing of a kit that is still listed, or where the list is not known', async () => {
      for (const others of [[OLD.id], null]) {
        const o = openColors({ target })
        await o.apply(old, {}, KEEP, OLD)
        const outcomes = await o.outcomes(anew, {}, NEW, others)
        expect(outcomes).toEqual(['create', 'create'])
      }
    })

    it('takes over nothing of a kit of another name', async () => {
      const o = openColors({ target })
      await o.apply(old, {}, KEEP, { id: '11', name: 'Umbrella' })
      expect(await o.outcomes(anew, {}, NEW)).toEqual(['create', 'create'])
    })

    it('goes on where the old one was: a changed value is an update, an edit is kept', async () => {
      const o = openColors({ target })
      await o.apply(old, {}, KEEP, OLD)
      const [red, navy] = anew
      if (red === undefined || navy === undefined) throw new Error('two colors')
      expect(await o.outcomes([{ ...red, value: GREEN }, navy], {}, NEW)).toEqual([
        'update',
        'adopt',
      ])
    })

    it('lists what only the old one had as removed, and deletes it where that is ticked', async () => {
      const o = openColors({ target })
      await o.apply(old, {}, KEEP, OLD)
      const colors = anew.slice(0, 1)
      const { rows } = await o.plan(colors, {}, NEW)
      expect(rows.map(({ outcome }) => outcome)).toEqual(['adopt', 'removed'])
      await o.apply(colors, {}, { take: [], remove: [rows[1]?.key ?? ''] }, NEW)
      expect(new Set(names(o))).toEqual(new Set(['Acme/Red']))
    })
  },
)

describe('a style of a kit made anew', () => {
  it('that a person moved is found by what it was called, and stays there', async () => {
    const o = openColors({})
    await o.apply(old, {}, KEEP, OLD)
    const [style] = await o.file.figma.getLocalPaintStylesAsync()
    if (style === undefined) throw new Error('no style')
    style.name = 'Brand/Red'
    const [red] = anew
    if (red === undefined) throw new Error('no color')
    await o.apply([{ ...red, value: GREEN }], {}, KEEP, NEW)
    expect(o.styles()).toMatchObject([{ name: 'Brand/Red' }, { name: 'Acme/Navy' }])
    expect(style.paints).toMatchObject([{ color: { r: 0, g: 1, b: 0 } }])
  })

  it('is left alone where two colors could be what it was', async () => {
    const o = openColors({})
    await o.apply([brandColor({ id: '1' })], {}, KEEP, OLD)
    const two = ['91', '92'].map((id, i) => brandColor({ id, value: i === 0 ? RED : GREEN }))
    const outcomes = await o.outcomes(two, {}, NEW)
    expect(outcomes.filter((outcome) => outcome === 'create')).toHaveLength(1)
  })

  it('is synced as the old kit was', async () => {
    const o = openColors({})
    const naming = { prefix: { type: 'own', text: 'Marke' }, grouping: 'flat' } as const
    await o.apply(old, { naming, target: 'both' }, KEEP, OLD)
    const { rows, options } = await o.room.plan({ kit: NEW, colors: anew, otherKits: [] })
    expect(options).toMatchObject({ naming, target: 'both' })
    expect(rows.map(({ outcome }) => outcome)).toEqual(['adopt', 'adopt'])
  })
})

describe('a renamed kit', () => {
  const UMBRELLA = { id: OLD.id, name: 'Umbrella' }

  it('renames its collection', async () => {
    const o = openColors({ target: 'variables' })
    await o.apply(old, {}, KEEP, OLD)
    await o.apply(old, {}, KEEP, UMBRELLA)
    await o.apply(old, {}, KEEP, { id: OLD.id, name: 'Omega' })
    expect(o.collections().map(({ name }) => name)).toEqual(['Omega'])
    o.file.clearWrites()
    await o.apply(old, {}, KEEP, { id: OLD.id, name: 'Omega' })
    expect(o.file.writes()).toEqual([])
  })

  it('renames its mode in a shared collection', async () => {
    const o = openColors({ target: 'variables', collection: 'shared' })
    await o.apply(old, {}, KEEP, OLD)
    const next = [...old, brandColor({ id: '3', name: 'Leaf' })]
    await o.apply(next, {}, KEEP, UMBRELLA)
    expect(o.collections()).toMatchObject([{ name: 'Brand colors', modes: [{ name: 'Umbrella' }] }])
  })

  it('leaves a collection or a mode that a person renamed', async () => {
    for (const collection of ['own', 'shared'] as const) {
      const o = openColors({ target: 'variables', collection })
      await o.apply(old, {}, KEEP, OLD)
      const [found] = await o.file.figma.variables.getLocalVariableCollectionsAsync()
      if (found === undefined) throw new Error('no collection')
      if (collection === 'own') found.name = 'Mine'
      else found.renameMode(found.defaultModeId, 'Mine')
      await o.apply([...old, brandColor({ id: '3', name: 'Leaf' })], {}, KEEP, UMBRELLA)
      expect(collection === 'own' ? found.name : found.modes[0]?.name).toBe('Mine')
    }
  })
})
