import { describe, expect, it } from 'vitest'
import { openFile } from './file.ts'

describe('variables', () => {
  it('have a value in each mode, and paint what is bound to them', () => {
    const { figma } = openFile()
    const collection = figma.variables.createVariableCollection('Kit')
    const variable = figma.variables.createVariable('Warm/Red', collection, 'COLOR')
    variable.setValueForMode(collection.defaultModeId, { r: 1, g: 0, b: 0, a: 1 })
    const dark = collection.addMode('Dark')
    expect(variable.valuesByMode[dark]).toEqual({ r: 1, g: 0, b: 0, a: 1 })
    const style = figma.createPaintStyle()
    const paint = { type: 'SOLID', color: { r: 0, g: 0, b: 0 } } as const
    const bound = figma.variables.setBoundVariableForPaint(paint, 'color', variable)
    style.paints = [bound]
    const rectangle = figma.createRectangle()
    rectangle.fills = style.paints
    expect(rectangle.fills).toMatchObject([{ color: { r: 1, g: 0, b: 0 } }])
    expect(style.boundVariables?.paints).toEqual([{ type: 'VARIABLE_ALIAS', id: variable.id }])
  })

  it('have names that are valid and unique in their collection', () => {
    const { figma } = openFile()
    const collection = figma.variables.createVariableCollection('Kit')
    const create = (name: string) => () => figma.variables.createVariable(name, collection, 'COLOR')
    create('Red')()
    expect(create('Red')).toThrow('in createVariable: duplicate variable name')
    expect(create('v1.0')).toThrow('in createVariable: invalid variable name')
    const other = create('Blue')()
    expect(() => (other.name = 'Red')).toThrow('duplicate variable name')
    other.name = 'Blue'
  })

  it('refuse values of another type, and modes of another collection', () => {
    const { figma } = openFile()
    const collection = figma.variables.createVariableCollection('Kit')
    const variable = figma.variables.createVariable('Red', collection, 'COLOR')
    expect(() => variable.setValueForMode(collection.defaultModeId, '#FF0000')).toThrow(
      'in setValueForMode: ',
    )
    expect(() => variable.setValueForMode('9:9', { r: 0, g: 0, b: 0 })).toThrow('Mode with id')
  })

  it('have as many modes as the plan allows', () => {
    const { figma } = openFile({ modeLimit: 1 })
    const collection = figma.variables.createVariableCollection('Kit')
    expect(() => collection.addMode('Dark')).toThrow('in addMode: Limited to 1 modes only')
  })

  it('are found by id and type, and go with their collection', async () => {
    const { figma } = openFile()
    const collection = figma.variables.createVariableCollection('Kit')
    const variable = figma.variables.createVariable('Red', collection, 'COLOR')
    figma.variables.createVariable('Size', collection, 'FLOAT')
    expect(await figma.variables.getLocalVariablesAsync('COLOR')).toEqual([variable])
    expect(await figma.variables.getVariableByIdAsync(variable.id)).toBe(variable)
    expect(() => figma.variables.getLocalVariables()).toThrow('getLocalVariablesAsync')
    collection.remove()
    expect(await figma.variables.getLocalVariablesAsync()).toEqual([])
  })

  it('carry scopes and code syntax into the snapshot', () => {
    const file = openFile()
    const { variables } = file.figma
    const collection = variables.createVariableCollection('Kit')
    const variable = variables.createVariable('Red', collection, 'COLOR')
    variable.scopes = ['ALL_FILLS', 'STROKE_COLOR']
    variable.setVariableCodeSyntax('WEB', 'var(--red)')
    expect(file.snapshot().collections[0]?.variables[0]).toMatchObject({
      scopes: ['ALL_FILLS', 'STROKE_COLOR'],
      codeSyntax: { WEB: 'var(--red)' },
    })
    expect(() => (variable.scopes = ['ALL_SCOPES', 'GAP'])).toThrow('in set_scopes')
  })
})
