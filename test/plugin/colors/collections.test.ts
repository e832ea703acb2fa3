import { describe, expect, it } from 'vitest'
import { DEFAULT_SYNC_OPTIONS } from '../../../shared/sync.ts'
import { openColorRoom } from './color-room.ts'
import { idle, KEEP, openColors } from './open-colors.ts'
import { BLUE, brandColor, RED, syncOf, red, leaf } from './samples.ts'

const UMBRELLA = { id: 'kit-2', name: 'Umbrella' }
const umbrellaRed = brandColor({ id: '7', value: BLUE })

describe('a collection of the kit’s name', () => {
  it('is used when nothing links it yet, and its variables are adopted', async () => {
    const { file, apply, collections } = openColors({ target: 'variables' })
    const made = file.figma.variables.createVariableCollection('Acme')
    const variable = file.figma.variables.createVariable('Acme/Red', made, 'COLOR')
    const report = await apply([red])
    expect(report.rows).toMatchObject([{ result: 'adopted' }])
    expect(collections()).toMatchObject([{ id: made.id, variables: [{ id: variable.id }] }])
  })

  it('is found again when a person renamed it', async () => {
    const { file, apply, outcomes, collections } = openColors({ target: 'variables' })
    await apply([red])
    const [collection] = await file.figma.variables.getLocalVariableCollectionsAsync()
    if (collection !== undefined) collection.name = 'Mine'
    expect(await outcomes([red])).toEqual(['unchanged'])
    await apply([red, leaf])
    expect(collections()).toMatchObject([{ name: 'Mine', variables: [{}, {}] }])
  })

  it('is not another kit’s', async () => {
    const { apply, collections } = openColors({ target: 'variables' })
    await apply([red])
    await apply([umbrellaRed], {}, undefined, { id: 'kit-2', name: 'Acme' }, ['kit-1'])
    expect(collections().map(({ name, variables }) => [name, variables.length])).toEqual([
      ['Acme', 1],
      ['Acme', 1],
    ])
  })
})

describe('a second kit', () => {
  it('has a collection of its own', async () => {
    const { apply, collections, outcomes } = openColors({ target: 'variables' })
    await apply([red])
    await apply([umbrellaRed], {}, undefined, UMBRELLA)
    expect(collections().map(({ name }) => name)).toEqual(['Acme', 'Umbrella'])
    expect(await outcomes([red])).toEqual(['unchanged'])
  })

  it('is a mode of the shared collection, where colors of one name are one variable', async () => {
    const { apply, collections, outcomes } = openColors({
      target: 'variables',
      collection: 'shared',
    })
    await apply([red, leaf])
    await apply([umbrellaRed], {}, undefined, UMBRELLA)
    const [collection, ...others] = collections()
    expect(others).toEqual([])
    expect(collection?.modes.map(({ name }) => name)).toEqual(['Acme', 'Umbrella'])
    const [acme = '', umbrella = ''] = collection?.modes.map(({ modeId }) => modeId) ?? []
    expect(collection?.variables).toMatchObject([
      { name: 'Red', valuesByMode: { [acme]: RED, [umbrella]: BLUE } },
      { name: 'Nature/Leaf' },
    ])
    expect(await outcomes([red, leaf])).toEqual(['unchanged', 'unchanged'])
    expect(await outcomes([umbrellaRed], {}, UMBRELLA)).toEqual(['unchanged'])
  })

  it('gets no mode where Figma refuses to note whose it is', async () => {
    const { apply, file, collections } = openColors({ target: 'variables', collection: 'shared' })
    await apply([red])
    const before = collections()
    file.failWrite(2)
    await expect(apply([umbrellaRed], {}, undefined, UMBRELLA)).rejects.toMatchObject({
      kind: 'collection',
    })
    expect(collections()).toEqual(before)
    await apply([umbrellaRed], {}, undefined, UMBRELLA)
    expect(collections()[0]?.modes.map(({ name }) => name)).toEqual(['Acme', 'Umbrella'])
  })

  it('that leaves the shared collection leaves the other kit’s variables', async () => {
    const { apply, plan, variables } = openColors({ target: 'variables', collection: 'shared' })
    await apply([red])
    await apply([umbrellaRed], {}, undefined, UMBRELLA)
    const [row] = (await plan([], {}, UMBRELLA)).rows
    await apply([], {}, { take: [], remove: [row?.key ?? ''] }, UMBRELLA)
    expect(variables()).toHaveLength(1)
    expect((await plan([], {}, UMBRELLA)).rows).toEqual([])
  })

  it('meets the plan’s limit of modes with a clear sentence and nothing written', async () => {
    const { apply, file, collections } = openColors(
      { target: 'variables', collection: 'shared' },
      { modeLimit: 1 },
    )
    await apply([red])
    file.clearWrites()
    await expect(apply([umbrellaRed], {}, undefined, UMBRELLA)).rejects.toMatchObject({
      kind: 'mode-limit',
      message: expect.stringContaining('collection of its own') as string,
    })
    expect(file.writes()).toEqual([])
    await apply([umbrellaRed], { collection: 'own' }, undefined, UMBRELLA)
    expect(collections().map(({ name }) => name)).toEqual(['Brand colors', 'Umbrella'])
  })
})

describe('a collection in which Figma takes no variable', () => {
  it('does not stay behind, and each color says so', async () => {
    const { file } = openColors({})
    const variables = new Proxy(file.figma.variables, {
      get(target, name) {
        if (name === 'createVariable') throw new Error('not implemented')
        return Reflect.get(target, name)
      },
    })
    const figma = new Proxy(file.figma, {
      get: (target, name) => (name === 'variables' ? variables : Reflect.get(target, name)),
    })
    const { rows } = await openColorRoom(figma).apply(
      {
        ...syncOf(red),
        decisions: KEEP,
        options: { ...DEFAULT_SYNC_OPTIONS, target: 'variables' },
      },
      idle(),
    )
    expect(rows.map(({ result }) => result)).toEqual(['failed'])
    expect(file.snapshot().collections).toEqual([])
  })
})
