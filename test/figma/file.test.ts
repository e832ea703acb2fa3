import { describe, expect, it, vi } from 'vitest'
import { openFile } from './file.ts'

const RED = { r: 1, g: 0, b: 0 }

describe('an open file', () => {
  it('logs every write and no read', () => {
    const file = openFile()
    const style = file.figma.createPaintStyle()
    style.name = 'Brand/Red'
    style.paints = [{ type: 'SOLID', color: RED }]
    expect(style.name).toBe('Brand/Red')
    expect(file.writes().map(({ op, target }) => [op, target])).toEqual([
      ['createPaintStyle', style.id],
      ['set name', style.id],
      ['set paints', style.id],
    ])
    expect(file.writes()[1]?.value).toBe('Brand/Red')
  })

  it('logs thousands of writes in order, and forgets all of them when told', () => {
    const file = openFile()
    const rectangle = file.figma.createRectangle()
    const places = Array.from({ length: 2500 }, (_, index) => index)
    const moved = () => file.writes().map(({ value }) => value)
    file.clearWrites()
    for (const place of places) rectangle.x = place
    expect(moved()).toEqual(places)
    file.clearWrites()
    expect(moved()).toEqual([])
    rectangle.x = -1
    expect(moved()).toEqual([-1])
  })

  it('shows styles, layers and the selection in its snapshot', () => {
    const file = openFile()
    const frame = file.figma.createFrame()
    const rectangle = file.figma.createRectangle()
    frame.appendChild(rectangle)
    frame.x = 40
    rectangle.x = 10
    rectangle.setSharedPluginData('cliquify', 'assetId', 'logo-1')
    file.figma.currentPage.selection = [rectangle]
    const snapshot = file.snapshot()
    expect(snapshot.selection).toEqual([rectangle.id])
    expect(snapshot.pages[0]?.children[0]).toMatchObject({ name: 'Frame', x: 40 })
    expect(snapshot.pages[0]?.children[0]?.children[0]).toMatchObject({
      x: 10,
      absoluteX: 50,
      sharedPluginData: { cliquify: { assetId: 'logo-1' } },
    })
  })

  it('makes the k-th next write throw, and only that one', () => {
    const file = openFile()
    const rectangle = file.figma.createRectangle()
    file.failWrite(2)
    rectangle.name = 'One'
    expect(() => (rectangle.name = 'Two')).toThrow(/^in set_name: /)
    expect(rectangle.name).toBe('One')
    rectangle.name = 'Three'
    expect(rectangle.name).toBe('Three')
  })

  it('takes back one run as one step, and splits it where the plugin commits', () => {
    const file = openFile()
    file.figma.createRectangle()
    file.figma.createRectangle()
    file.figma.commitUndo()
    file.figma.createRectangle()
    expect(file.snapshot().undoSteps).toBe(2)
    file.undo()
    expect(file.snapshot().pages[0]?.children).toHaveLength(2)
    file.undo()
    expect(file.snapshot().pages[0]?.children).toHaveLength(0)
  })

  it('keeps what another person did out of the log and out of undo', () => {
    const file = openFile()
    const style = file.figma.createPaintStyle()
    file.figma.commitUndo()
    style.name = 'Mine'
    file.clearWrites()
    file.edit({ type: 'rename-style', id: style.id, name: 'Theirs' })
    file.edit({ type: 'create-style', name: 'New', color: RED })
    expect(style.name).toBe('Theirs')
    expect(file.writes()).toEqual([])
    file.undo()
    expect(file.snapshot().paintStyles.map(({ name }) => name)).toEqual(['Theirs', 'New'])
  })

  it('refuses every call of a run that is over, also on what it still holds', () => {
    const file = openFile()
    const { figma } = file
    const rectangle = figma.createRectangle()
    figma.closePlugin()
    expect(() => figma.createRectangle()).toThrow('The plugin has been closed')
    expect(() => rectangle.name).toThrow('The plugin has been closed')
    const { figma: next } = file.begin({ command: 'sync-colors', html: '' })
    expect(next.command).toBe('sync-colors')
    expect(next.currentPage.children).toHaveLength(1)
  })

  it('draws a sample with a style, a locked layer and an instance, and no history', () => {
    const file = openFile({ document: 'sample' })
    const snapshot = file.snapshot()
    expect(snapshot.paintStyles.map(({ name }) => name)).toEqual(['Accent'])
    expect(snapshot.undoSteps).toBe(0)
    expect(file.writes()).toEqual([])
    const [page] = snapshot.pages
    const landing = page?.children.find(({ name }) => name === 'Landing page')
    expect([landing?.width, landing?.height]).toEqual([720, 480])
    expect(landing?.children.some(({ locked }) => locked)).toBe(true)
    expect(page?.children.some(({ type }) => type === 'INSTANCE')).toBe(true)
    const card = page?.children.find(({ name }) => name === 'Card')
    const [picture, title] = card?.children ?? []
    expect(title?.y).toBe((picture?.y ?? 0) + (picture?.height ?? 0) + 12)
  })

  it.each(['figma', 'figjam', 'slides', 'buzz'] as const)('opens as a sample in %s', (editor) => {
    const file = openFile({ document: 'sample', editor })
    const [page] = file.snapshot().pages
    const holder = editor === 'slides' ? page?.children[0] : page
    expect(holder?.children.map(({ name }) => name)).toContain('Landing page')
  })

  it('keeps five megabytes on the device: keys and JSON, bytes as they are', async () => {
    const { figma } = openFile()
    const most = 5 * 1024 * 1024
    await figma.clientStorage.setAsync('b', new Uint8Array(most - 1))
    await expect(figma.clientStorage.setAsync('n', 1)).rejects.toThrow('quota of 5 MB')
    await figma.clientStorage.deleteAsync('b')
    // Two bytes for each: the sign itself, and what escapes it.
    await expect(figma.clientStorage.setAsync('t', '"'.repeat(most / 2))).rejects.toThrow('quota')
    await figma.clientStorage.setAsync('t', '"'.repeat(most / 2 - 2))
  })

  it('tells a drop of files with their bytes and text', async () => {
    const file = openFile()
    const read: unknown[] = []
    file.figma.on('drop', ({ files: [dropped] }) => {
      const { name, type } = dropped ?? {}
      void dropped?.getTextAsync().then((text) => read.push(name, type, text))
      return false
    })
    const bytes = new Uint8Array([0xc3, 0xa9])
    const files = [{ name: 'e.txt', type: 'text/plain', bytes }]
    file.drop({ absoluteX: 0, absoluteY: 0, items: [], files, dropMetadata: null })
    await vi.waitFor(() => expect(read).toEqual(['e.txt', 'text/plain', 'é']))
  })
})
