import { describe, expect, it } from 'vitest'
import { openFile } from './file.ts'

const RED = { r: 1, g: 0, b: 0, a: 1 }

function open() {
  const file = openFile({ plan: 'enterprise' })
  const { variables } = file.figma
  const collection = variables.createVariableCollection('Kit')
  const mode = collection.defaultModeId
  const red = variables.createVariable('Red', collection, 'COLOR')
  red.setValueForMode(mode, RED)
  const half = variables.createVariable('Half', collection, 'FLOAT')
  const veil = variables.createVariable('Veil', collection, 'COLOR')
  return { file, variables, collection, mode, red, half, veil }
}

describe('a composed color', () => {
  it('is of a color and an opacity, of which one or both are aliases', () => {
    const { variables, mode, red, half, veil } = open()
    const [color, opacity] = [red, half].map((each) => variables.createVariableAlias(each))
    if (color === undefined || opacity === undefined) throw new Error('no alias')
    const values = [
      { color, opacity: 0.5 },
      { color, opacity },
      { color: RED, opacity },
    ]
    for (const value of values) {
      veil.setValueForMode(mode, value)
      expect(veil.valuesByMode[mode]).toEqual(value)
    }
    const neither = { color: RED, opacity: 0.5 } as never
    expect(() => veil.setValueForMode(mode, neither)).toThrow('needs a variable alias')
    expect(() => veil.setValueForMode(mode, { color: opacity, opacity: 1 })).toThrow('Mismatched')
    expect(() => half.setValueForMode(mode, { color, opacity: 1 })).toThrow('in setValueForMode: ')
  })
})

describe('an expression', () => {
  it('is read as a value, and refused when it is written back', () => {
    const { file, variables, mode, red, veil } = open()
    const value = variables.createVariableAlias(red)
    const expression: Expression = {
      expressionFunction: 'VAR_MODE_LOOKUP',
      expressionArguments: [{ type: 'VARIABLE_ALIAS', resolvedType: 'COLOR', value }],
    }
    file.edit({ type: 'set-expression', id: veil.id, modeId: mode, expression })
    const read = veil.valuesByMode[mode]
    expect(read).toEqual(expression)
    if (read === undefined) throw new Error('no value')
    expect(() => veil.setValueForMode(mode, read)).toThrow('Unrecognized key(s)')
  })
})

describe('an extended collection', () => {
  it('inherits variables and modes, and overrides values by its own modes', async () => {
    const { collection, red, mode } = open()
    const extended = collection.extend('Sub')
    const [{ modeId, parentModeId } = { modeId: '', parentModeId: '' }] = extended.modes
    expect(parentModeId).toBe(mode)
    expect(extended.isExtension).toBe(true)
    expect(extended.variableIds).toEqual(collection.variableIds)
    expect(extended.rootVariableCollectionId).toBe(collection.id)
    expect((extended as Partial<VariableCollection>).addMode).toBeUndefined()
    expect(await red.valuesByModeForCollectionAsync(extended as never)).toEqual({ [modeId]: RED })
    const blue = { r: 0, g: 0, b: 1, a: 1 }
    red.setValueForMode(modeId, blue)
    expect(red.valuesByMode).toEqual({ [mode]: RED })
    expect(extended.variableOverrides).toEqual({ [red.id]: { [modeId]: blue } })
    red.removeOverrideForMode(modeId)
    expect(extended.variableOverrides).toEqual({})
  })

  it('is for the enterprise plan alone', () => {
    const { figma } = openFile()
    const collection = figma.variables.createVariableCollection('Kit')
    expect(() => collection.extend('Sub')).toThrow(
      'in extend: Cannot create extended collections outside of enterprise plan.',
    )
  })
})

describe('what is from a library', () => {
  it('is used and read, but neither listed as local nor written', async () => {
    const { file, variables } = open()
    const { figma } = file
    file.edit({ type: 'use-library-style', name: 'Theirs', color: RED })
    file.edit({ type: 'use-library-variable', collection: 'Lib', name: 'Theirs', color: RED })
    expect(await figma.getLocalPaintStylesAsync()).toEqual([])
    expect((await variables.getLocalVariablesAsync()).map(({ name }) => name)).not.toContain(
      'Theirs',
    )
    const { paintStyles, collections } = file.snapshot()
    const style = await figma.getStyleByIdAsync(paintStyles[0]?.id ?? '')
    const [, library] = collections
    const variable = await variables.getVariableByIdAsync(library?.variables[0]?.id ?? '')
    const collection = await variables.getVariableCollectionByIdAsync(library?.id ?? '')
    if (style === null || variable === null || collection === null) throw new Error('not there')
    expect([style.remote, variable.remote, collection.remote]).toEqual([true, true, true])
    const writes = [
      () => (style.name = 'Mine'),
      () => style.setSharedPluginData('mine', 'key', 'value'),
      () => (variable.name = 'Mine'),
      () => variable.setValueForMode(collection.defaultModeId, RED),
      () => variable.remove(),
      () => (collection.name = 'Mine'),
      () => variables.createVariable('More', collection, 'COLOR'),
    ]
    for (const write of writes) expect(write).toThrow(/in \w+: /)
    expect(file.writes().map(({ target }) => target)).not.toContain(variable.id)
  })
})

describe('a prototype', () => {
  it('sets variables of the file, through setReactionsAsync alone', async () => {
    const { file, red } = open()
    const button = file.figma.createRectangle()
    const trigger = { type: 'ON_CLICK' } as const
    const set = { type: 'SET_VARIABLE', variableId: red.id } as const
    const reactions: Reaction[] = [
      { trigger, actions: [{ type: 'CONDITIONAL', conditionalBlocks: [{ actions: [set] }] }] },
    ]
    await button.setReactionsAsync(reactions)
    expect(button.reactions).toEqual(reactions)
    expect(() => (button.reactions = [])).toThrow('Use node.setReactionsAsync instead')
    const gone = { ...set, variableId: 'VariableID:9:9' }
    await expect(button.setReactionsAsync([{ trigger, actions: [gone] }])).rejects.toThrow(
      'in setReactionsAsync: ',
    )
  })
})
