import { describe, expect, it } from 'vitest'
import type { OpenFile } from '../../figma/file.ts'
import { idle, openColors } from './open-colors.ts'
import { brandColor, GREEN, KIT, RED, red } from './samples.ts'

const leaf = brandColor({ id: '2', name: 'Leaf', value: GREEN })

interface Used {
  readonly file: OpenFile
  readonly used: Variable
  readonly collection: VariableCollection
  /** Another color variable of the same collection. */
  readonly other: Variable
}

const trigger = { type: 'ON_CLICK' } as const
const aliasOf = ({ id }: Variable): VariableAlias => ({ type: 'VARIABLE_ALIAS', id })
const lookUp = (variable: Variable): Expression => ({
  expressionFunction: 'VAR_MODE_LOOKUP',
  expressionArguments: [
    {
      type: 'EXPRESSION',
      value: {
        expressionFunction: 'NOT',
        expressionArguments: [{ type: 'VARIABLE_ALIAS', value: aliasOf(variable) }],
      },
    },
  ],
})

async function reacts({ file }: Used, action: Action): Promise<void> {
  const frame = file.figma.createFrame()
  const button = file.figma.createRectangle()
  frame.appendChild(button)
  await button.setReactionsAsync([{ trigger, actions: [action] }])
}

/** What uses a variable other than by a paint, or an alias alone. */
const USES: readonly (readonly [string, (used: Used) => Promise<void> | void])[] = [
  [
    'a composed color',
    ({ used, other, collection }) =>
      other.setValueForMode(collection.defaultModeId, { color: aliasOf(used), opacity: 0.5 }),
  ],
  [
    'a composed color with an opacity of a variable',
    ({ file, used, other, collection }) => {
      const opacity = aliasOf(file.figma.variables.createVariable('Half', collection, 'FLOAT'))
      other.setValueForMode(collection.defaultModeId, { color: aliasOf(used), opacity })
    },
  ],
  [
    'an expression',
    ({ file, used, other, collection }) => {
      const { defaultModeId: modeId } = collection
      file.edit({ type: 'set-expression', id: other.id, modeId, expression: lookUp(used) })
    },
  ],
  [
    'an expression of another type, in another collection',
    ({ file, used }) => {
      const theirs = file.figma.variables.createVariableCollection('Theirs')
      const { id } = file.figma.variables.createVariable('Is dark', theirs, 'BOOLEAN')
      const { defaultModeId: modeId } = theirs
      file.edit({ type: 'set-expression', id, modeId, expression: lookUp(used) })
    },
  ],
  [
    'an override of an extended collection that refers to it',
    ({ collection, used, other }) => {
      const [mode] = collection.extend('Sub brand').modes
      other.setValueForMode(mode?.modeId ?? '', aliasOf(used))
    },
  ],
  [
    'an override of its value',
    ({ collection, used }) => {
      const [mode] = collection.extend('Sub brand').modes
      used.setValueForMode(mode?.modeId ?? '', GREEN)
    },
  ],
  [
    'a prototype that sets it',
    (use) => reacts(use, { type: 'SET_VARIABLE', variableId: use.used.id }),
  ],
  [
    'a prototype that sets another one to it',
    (use) =>
      reacts(use, {
        type: 'SET_VARIABLE',
        variableId: use.other.id,
        variableValue: { type: 'VARIABLE_ALIAS', value: aliasOf(use.used) },
      }),
  ],
  [
    'a condition of a prototype',
    (use) =>
      reacts(use, {
        type: 'CONDITIONAL',
        conditionalBlocks: [
          { condition: { type: 'EXPRESSION', value: lookUp(use.used) }, actions: [] },
        ],
      }),
  ],
  [
    'what follows such a condition, on a page that was never opened',
    async (use) => {
      const { figma } = use.file
      const button = figma.createRectangle()
      figma.createPage().appendChild(button)
      const set = { type: 'SET_VARIABLE', variableId: use.used.id } as const
      const block = { actions: [set] }
      await button.setReactionsAsync([
        {
          trigger,
          actions: [{ type: 'CONDITIONAL', conditionalBlocks: [{ actions: [] }, block] }],
        },
      ])
    },
  ],
]

async function synced() {
  const o = openColors({ target: 'variables' }, { plan: 'enterprise' })
  await o.apply([red, leaf])
  const { figma } = o.file
  const [collection] = await figma.variables.getLocalVariableCollectionsAsync()
  if (collection === undefined) throw new Error('no collection')
  const other = figma.variables.createVariable('Button', collection, 'COLOR')
  const names = (): readonly string[] =>
    o.file.snapshot().collections[0]?.variables.map(({ name }) => name) ?? []
  return { ...o, collection, other, names }
}

describe.each(USES)('a variable that is used by %s', (_, use) => {
  it('is not deleted once Cliquify no longer has it, but kept, with the reason', async () => {
    const o = await synced()
    await use({ ...o, used: await o.variable('Acme/Red') })
    const key = (await o.plan([leaf])).rows.find(({ outcome }) => outcome === 'removed')?.key ?? ''
    o.file.clearWrites()
    const report = await o.apply([leaf], {}, { remove: [key] })
    expect(report.rows).toMatchObject([{ key, result: 'failed', reason: { kind: 'in-use' } }])
    expect(o.ops()).toEqual([])
    expect(o.names()).toContain('Acme/Red')
  })

  it('is not merged away as a copy, but kept, with the reason', async () => {
    const o = await synced()
    const original = await o.variable('Acme/Red')
    const copy = o.file.figma.variables.createVariable('Acme/Red copy', o.collection, 'COLOR')
    copy.setValueForMode(o.collection.defaultModeId, RED)
    const [key = ''] = original.getSharedPluginDataKeys('cliquify')
    copy.setSharedPluginData('cliquify', key, original.getSharedPluginData('cliquify', key))
    await use({ ...o, used: copy })
    const { rows } = await o.room.merge({ kit: KIT, copies: [`variable:${copy.id}`] }, idle())
    expect(rows).toMatchObject([{ result: 'failed', reason: { kind: 'not-merged' } }])
    expect(o.names()).toContain('Acme/Red copy')
  })
})

describe('a variable that nothing but paints uses', () => {
  it('is deleted where a person says so', async () => {
    const o = await synced()
    const used = await o.variable('Acme/Red')
    const paint = { type: 'SOLID', color: RED } as const
    const bare = { type: 'SOLID', color: { r: paint.color.r, g: 0, b: 0 } } as const
    const layer = o.file.figma.createRectangle()
    layer.fills = [o.file.figma.variables.setBoundVariableForPaint(bare, 'color', used)]
    await reacts({ ...o, used }, { type: 'SET_VARIABLE', variableId: o.other.id })
    const key = (await o.plan([leaf])).rows.find(({ outcome }) => outcome === 'removed')?.key ?? ''
    expect((await o.apply([leaf], {}, { remove: [key] })).rows).toMatchObject([
      { result: 'removed' },
    ])
    expect(o.names()).toEqual(['Acme/Leaf', 'Button'])
  })

  it('is given up by this kit alone where another one has it too, whatever uses it', async () => {
    const shared = { target: 'variables', collection: 'shared' } as const
    const o = openColors(shared)
    const other = { id: 'kit-2', name: 'Other' }
    await o.apply([red, leaf], {}, {}, KIT, [other.id])
    await o.apply([red], {}, {}, other, [KIT.id])
    const used = (await o.file.figma.variables.getLocalVariablesAsync())[0]
    const button = o.file.figma.createRectangle()
    await button.setReactionsAsync([
      { trigger, actions: [{ type: 'SET_VARIABLE', variableId: used?.id ?? '' }] },
    ])
    const { rows } = await o.plan([leaf], {}, KIT, [other.id])
    const key = rows.find(({ outcome }) => outcome === 'removed')?.key ?? ''
    const report = await o.apply([leaf], {}, { remove: [key] }, KIT, [other.id])
    expect(report.rows).toMatchObject([{ result: 'removed' }])
    expect(o.variables().map(({ id }) => id)).toContain(used?.id)
  })
})

describe('a collection of nothing but copies', () => {
  it.each<[string, (twins: VariableCollection, file: OpenFile) => Promise<void> | void]>([
    ['that another one extends', (twins) => void twins.extend('Sub brand')],
    [
      'whose modes a prototype sets',
      async (twins, { figma }) => {
        await figma.createRectangle().setReactionsAsync([
          {
            trigger,
            actions: [
              {
                type: 'SET_VARIABLE_MODE',
                variableCollectionId: twins.id,
                variableModeId: twins.defaultModeId,
              },
            ],
          },
        ])
      },
    ],
  ])('stays without them, %s', async (_, use) => {
    const o = await synced()
    const { variables } = o.file.figma
    const original = await o.variable('Acme/Red')
    const twins = variables.createVariableCollection('Acme copy')
    const mark = JSON.stringify({ shared: false, modes: { [KIT.id]: twins.defaultModeId } })
    twins.setSharedPluginData('cliquify', 'collection', mark)
    const twin = variables.createVariable('Acme/Red', twins, 'COLOR')
    const [key = ''] = original.getSharedPluginDataKeys('cliquify')
    twin.setSharedPluginData('cliquify', key, original.getSharedPluginData('cliquify', key))
    await use(twins, o.file)
    const { rows } = await o.room.merge({ kit: KIT, copies: [`variable:${twin.id}`] }, idle())
    expect(rows).toMatchObject([{ result: 'merged' }])
    expect(o.collections().map(({ id }) => id)).toContain(twins.id)
  })
})

describe('an extended collection', () => {
  it('is never taken for the kit’s own, whatever it is called or marked as', async () => {
    const o = openColors({ target: 'variables' }, { plan: 'enterprise' })
    const { variables } = o.file.figma
    const extended = variables.createVariableCollection('Theirs').extend('Acme')
    const mark = JSON.stringify({ shared: false, modes: { [KIT.id]: extended.defaultModeId } })
    extended.setSharedPluginData('cliquify', 'collection', mark)
    await o.apply([red])
    const home = o.collections().find(({ variables: held }) => held.length > 0)
    expect(home?.name).toBe('Acme')
    expect(home?.id).not.toBe(extended.id)
    expect(await o.outcomes([red])).toEqual(['unchanged'])
  })
})
