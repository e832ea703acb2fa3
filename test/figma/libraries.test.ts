import { describe, expect, it } from 'vitest'
import { openFile, type OpenFile } from './file.ts'
import type { Library, Publication } from './publication.ts'

const RED = { r: 1, g: 0, b: 0, a: 1 }
const BLUE = { r: 0, g: 0, b: 1, a: 1 }
const PERMISSIONS = ['teamlibrary']

/** A library's file: one style, a collection with a variable, an alias of it, and a hidden one. */
function openLibrary() {
  const file = openFile()
  const { figma } = file
  figma.root.name = 'Brand library'
  const style = figma.createPaintStyle()
  style.name = 'Kit/Red'
  style.paints = [figma.util.solidPaint('#ff0000')]
  style.setSharedPluginData('cliquify', 'color', 'red')
  const collection = figma.variables.createVariableCollection('Kit')
  const red = figma.variables.createVariable('Red', collection, 'COLOR')
  red.setValueForMode(collection.defaultModeId, RED)
  red.setSharedPluginData('cliquify', 'color', 'red')
  red.setPluginData('mine', 'alone')
  const accent = figma.variables.createVariable('Accent', collection, 'COLOR')
  accent.setValueForMode(collection.defaultModeId, figma.variables.createVariableAlias(red))
  const secret = figma.variables.createVariable('Secret', collection, 'COLOR')
  secret.hiddenFromPublishing = true
  return { file, figma, style, collection, red, accent, secret }
}

const using = (publication: Publication): readonly Library[] => [{ publication, enabled: true }]

async function keysIn(file: OpenFile): Promise<readonly string[]> {
  const { teamLibrary } = file.figma
  const collections = await teamLibrary.getAvailableLibraryVariableCollectionsAsync()
  const lists = await Promise.all(
    collections.map(({ key }) => teamLibrary.getVariablesInLibraryCollectionAsync(key)),
  )
  return lists.flat().map(({ key }) => key)
}

describe('what is published', () => {
  it('is told of each style, variable and collection: not yet, as it is, or changed since', async () => {
    const { file, style, collection, red, secret } = openLibrary()
    const all = [style, collection, red, secret]
    const states = (): Promise<readonly string[]> =>
      Promise.all(all.map((each) => each.getPublishStatusAsync()))
    expect(await states()).toEqual(['UNPUBLISHED', 'UNPUBLISHED', 'UNPUBLISHED', 'UNPUBLISHED'])
    file.publish()
    expect(await states()).toEqual(['CURRENT', 'CURRENT', 'CURRENT', 'UNPUBLISHED'])
    red.setValueForMode(collection.defaultModeId, BLUE)
    style.description = 'Signal'
    expect(await states()).toEqual(['CHANGED', 'CURRENT', 'CHANGED', 'UNPUBLISHED'])
    collection.hiddenFromPublishing = true
    style.name = '_Kit/Red'
    expect(await states()).toEqual(['UNPUBLISHED', 'UNPUBLISHED', 'UNPUBLISHED', 'UNPUBLISHED'])
  })
})

describe('the list of libraries', () => {
  it('needs the permission in the manifest', () => {
    const { figma } = openFile()
    expect(() => figma.teamLibrary).toThrow(
      '"teamlibrary" permission not specified in manifest.json',
    )
  })

  it('has the collections and the variables of enabled libraries, but not what is hidden', async () => {
    const { file, red, accent, collection } = openLibrary()
    const publication = file.publish()
    const { figma } = openFile({ permissions: PERMISSIONS, libraries: using(publication) })
    const { teamLibrary } = figma
    const collections = await teamLibrary.getAvailableLibraryVariableCollectionsAsync()
    expect(collections).toEqual([
      { name: 'Kit', key: collection.key, libraryName: 'Brand library' },
    ])
    expect(await teamLibrary.getVariablesInLibraryCollectionAsync(collection.key)).toEqual([
      { name: 'Red', key: red.key, resolvedType: 'COLOR' },
      { name: 'Accent', key: accent.key, resolvedType: 'COLOR' },
    ])
    await expect(teamLibrary.getVariablesInLibraryCollectionAsync('none')).rejects.toThrow()
  })

  it('tells what was enabled when the file was opened, and refuses what is not any more', async () => {
    const { file, collection } = openLibrary()
    const publication = file.publish()
    const user = openFile({ permissions: PERMISSIONS })
    user.setLibraries(using(publication))
    expect(await keysIn(user)).toEqual([])
    user.reopen({})
    expect(await keysIn(user)).toHaveLength(2)
    user.setLibraries([{ publication, enabled: false }])
    const { teamLibrary } = user.figma
    expect(await teamLibrary.getAvailableLibraryVariableCollectionsAsync()).toHaveLength(1)
    await expect(teamLibrary.getVariablesInLibraryCollectionAsync(collection.key)).rejects.toThrow()
    user.reopen({})
    expect(await keysIn(user)).toEqual([])
  })
})

describe('what is imported by its key', () => {
  it('is the file’s to use, with what its aliases reach, and read with its shared plugin data', async () => {
    const { file, red, accent, style, collection } = openLibrary()
    const user = openFile({ libraries: using(file.publish()) })
    const { figma } = user
    const imported = await figma.variables.importVariableByKeyAsync(accent.key)
    expect(imported).toMatchObject({ name: 'Accent', key: accent.key, remote: true })
    expect(imported.id).toBe(`VariableID:${accent.key}/${accent.id.slice('VariableID:'.length)}`)
    const home = await figma.variables.getVariableCollectionByIdAsync(imported.variableCollectionId)
    expect(home).toMatchObject({ name: 'Kit', key: collection.key, remote: true })
    const value = imported.valuesByMode[home?.defaultModeId ?? '']
    const target = await figma.variables.importVariableByKeyAsync(red.key)
    expect(value).toEqual({ type: 'VARIABLE_ALIAS', id: target.id })
    expect(target.getSharedPluginData('cliquify', 'color')).toBe('red')
    expect(target.getPluginDataKeys()).toEqual([])
    const paint = await figma.importStyleByKeyAsync(style.key)
    expect(paint).toMatchObject({ name: 'Kit/Red', remote: true })
    expect(paint.getSharedPluginData('cliquify', 'color')).toBe('red')
    expect(await figma.getLocalPaintStylesAsync()).toEqual([])
    expect(await figma.variables.getLocalVariablesAsync()).toEqual([])
    expect(() => (target.name = 'Mine')).toThrow('in set_name: ')
    expect(user.writes()).toEqual([])
  })

  it('is told apart from what the file makes itself, though ids of modes may be the same', async () => {
    const { file, red } = openLibrary()
    const { figma } = openFile({ libraries: using(file.publish()) })
    await figma.variables.importVariableByKeyAsync(red.key)
    const collection = figma.variables.createVariableCollection('Kit')
    const own = figma.variables.createVariable('Red', collection, 'COLOR')
    own.setValueForMode(collection.defaultModeId, BLUE)
    expect(own.valuesByMode).toEqual({ [collection.defaultModeId]: BLUE })
  })

  it('is neither what is hidden nor what nobody published', async () => {
    const { file, secret, style } = openLibrary()
    const { figma } = openFile({ libraries: using(file.publish()) })
    await expect(figma.variables.importVariableByKeyAsync(secret.key)).rejects.toThrow(
      'Could not find a published variable',
    )
    await expect(figma.importStyleByKeyAsync('none')).rejects.toThrow(
      'Could not find a published style',
    )
    const { figma: stranger } = openFile()
    await expect(stranger.importStyleByKeyAsync(style.key)).rejects.toThrow()
  })

  it('stays in the file as it came, through undo and reopening, until a person takes the update', async () => {
    const { file, red, collection } = openLibrary()
    const user = openFile({ libraries: using(file.publish()) })
    const variable = await user.figma.variables.importVariableByKeyAsync(red.key)
    const { id } = variable
    const rectangle = user.figma.createRectangle()
    const paint = user.figma.util.solidPaint('#000000')
    rectangle.fills = [user.figma.variables.setBoundVariableForPaint(paint, 'color', variable)]
    user.undo()
    red.setValueForMode(collection.defaultModeId, BLUE)
    red.name = 'Signal red'
    user.setLibraries([{ publication: file.publish(), enabled: false }])
    user.reopen({})
    const again = await user.figma.variables.importVariableByKeyAsync(red.key)
    expect([again.id, again.name]).toEqual([id, 'Red'])
    user.acceptLibraryUpdates()
    expect([again.name, Object.values(again.valuesByMode)]).toEqual(['Signal red', [BLUE]])
  })

  it('fails with the request, but for what the file has already', async () => {
    const { file, red, accent, style } = openLibrary()
    const user = openFile({ permissions: PERMISSIONS, libraries: using(file.publish()) })
    const { figma } = user
    await figma.variables.importVariableByKeyAsync(red.key)
    user.failLibraryRequests(2)
    await figma.variables.importVariableByKeyAsync(accent.key)
    await expect(figma.importStyleByKeyAsync(style.key)).rejects.toThrow(
      'in importStyleByKeyAsync: The request to the library failed',
    )
    await expect(figma.teamLibrary.getAvailableLibraryVariableCollectionsAsync()).rejects.toThrow(
      'The request to the library failed',
    )
    expect((await figma.variables.importVariableByKeyAsync(red.key)).name).toBe('Red')
    user.failLibraryRequests(Infinity)
    expect((await figma.importStyleByKeyAsync(style.key)).name).toBe('Kit/Red')
  })

  it('is the file’s own where it was made there', async () => {
    const { file, figma, red, style } = openLibrary()
    file.publish()
    expect(await figma.variables.importVariableByKeyAsync(red.key)).toBe(red)
    expect(await figma.importStyleByKeyAsync(style.key)).toBe(style)
  })
})
