import { describe, expect, it, vi } from 'vitest'
import { openFile, type OpenFile } from './file.ts'
import type { HostEvent } from './host-api.ts'

function later(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 30))
}

describe('events', () => {
  it('come later and once, however often the selection changed', async () => {
    const file = openFile()
    const { figma } = file
    let told = 0
    figma.on('selectionchange', () => (told += 1))
    const rectangle = figma.createRectangle()
    figma.currentPage.selection = [rectangle]
    figma.currentPage.selection = []
    file.select([rectangle.id])
    expect(told).toBe(0)
    await later()
    expect(told).toBe(1)
  })

  it.each<[string, (file: OpenFile, id: string) => unknown]>([
    ['the plugin', async ({ figma }, id) => (await figma.getNodeByIdAsync(id))?.remove()],
    ['another person', (file, id) => file.edit({ type: 'remove-node', id })],
    ['an undo', (file) => file.undo()],
    ['an undo of the plugin’s', ({ figma }) => figma.triggerUndo()],
  ])('tell that what was selected is gone, by %s', async (_, deletes) => {
    const file = openFile()
    const { figma } = file
    figma.currentPage.selection = [figma.createRectangle()]
    await later()
    const seen: number[] = []
    figma.on('selectionchange', () => seen.push(figma.currentPage.selection.length))
    await deletes(file, figma.currentPage.selection[0]?.id ?? '')
    await later()
    expect(seen).toEqual([0])
  })

  it('tell the run after the script has ended', async () => {
    const { figma } = openFile({ command: 'sync-colors' })
    const commands: string[] = []
    figma.once('run', ({ command }) => commands.push(command))
    expect(commands).toEqual([])
    await vi.waitFor(() => expect(commands).toEqual(['sync-colors']))
  })

  it('that do not exist, or are not emulated, cannot be listened to', () => {
    const told: string[] = []
    const { figma } = openFile({ onMissing: ({ message }) => told.push(message) })
    const on = (name: string) => () => figma.on(name as 'close', () => undefined)
    expect(on('selectionchanged')).toThrow('in on: "selectionchanged" is not an event')
    expect(on('stylechange')).toThrow('not emulated')
    expect(told).toEqual(['not emulated: the event stylechange'])
    expect(on('documentchange')).toThrow('loadAllPagesAsync')
  })

  it('no longer come once the listener is off', async () => {
    const file = openFile()
    let told = 0
    const listener = (): void => void (told += 1)
    file.figma.on('selectionchange', listener)
    file.figma.off('selectionchange', listener)
    file.select([file.figma.createRectangle().id])
    await later()
    expect(told).toBe(0)
  })
})

describe('a drop', () => {
  const drop = (absoluteX: number, absoluteY: number) => ({
    absoluteX,
    absoluteY,
    items: [{ type: 'application/x-cliquify-asset', data: 'logo-1' }],
    dropMetadata: { from: 'logos' },
  })

  it('lands on the deepest layer under it, past what is locked or hidden', async () => {
    const file = openFile()
    const { figma } = file
    const frame = figma.createFrame()
    frame.x = 100
    frame.resize(300, 300)
    const inner = figma.createFrame()
    frame.appendChild(inner)
    inner.x = 50
    const locked = figma.createRectangle()
    inner.appendChild(locked)
    locked.locked = true
    const hidden = figma.createRectangle()
    inner.appendChild(hidden)
    hidden.visible = false
    const drops: DropEvent[] = []
    figma.on('drop', (event) => {
      drops.push(event)
      return false
    })
    file.drop(drop(160, 20))
    file.drop(drop(-50, -60))
    await vi.waitFor(() => expect(drops).toHaveLength(2))
    expect(drops[0]).toMatchObject({ x: 10, y: 20, absoluteX: 160, absoluteY: 20, files: [] })
    expect(drops[0]?.node).toBe(inner)
    expect(drops[0]?.items).toEqual(drop(0, 0).items)
    expect(drops[0]?.dropMetadata).toEqual({ from: 'logos' })
    expect(drops[1]?.node).toBe(figma.currentPage)
    expect(drops[1]).toMatchObject({ x: -50, y: -60 })
  })
})

describe('the window', () => {
  it('has Figma’s default and least size, and refuses options that do not exist', () => {
    const file = openFile()
    const events: HostEvent[] = []
    file.onEvent((event) => events.push(event))
    file.figma.showUI('<p>')
    file.figma.ui.resize(10, 500)
    expect(events).toMatchObject([
      { type: 'show-ui', width: 300, height: 200 },
      { type: 'resize-ui', width: 70, height: 500 },
    ])
    const options: object = { theme: true }
    expect(() => file.figma.showUI('', options)).toThrow(`Unrecognized key(s) in object: 'theme'`)
  })

  it('must be there before it can be talked to', () => {
    const { figma } = openFile()
    expect(() => figma.ui.postMessage('hello')).toThrow('in postMessage: ')
    expect(() => figma.ui.resize(100, 100)).toThrow('in resize: ')
  })

  it('cuts notifications at 100 characters', () => {
    const file = openFile()
    const events: HostEvent[] = []
    file.onEvent((event) => events.push(event))
    file.figma.notify('x'.repeat(150), { error: true })
    expect(events).toEqual([{ type: 'notify', message: 'x'.repeat(100), error: true }])
  })
})

describe('clientStorage', () => {
  it('keeps copies, across runs', async () => {
    const file = openFile({ storage: { kept: [1] } })
    const value = { tags: ['a'] }
    await file.figma.clientStorage.setAsync('key', value)
    value.tags.push('b')
    const { figma } = file.begin({ command: 'open', html: '' })
    expect(await figma.clientStorage.getAsync('key')).toEqual({ tags: ['a'] })
    expect(await figma.clientStorage.keysAsync()).toEqual(['kept', 'key'])
    await figma.clientStorage.deleteAsync('key')
    expect(await figma.clientStorage.getAsync('key')).toBeUndefined()
  })

  it('refuses more than 5 MB in all, and keeps what it had', async () => {
    const { figma } = openFile()
    const { clientStorage } = figma
    await clientStorage.setAsync('first', new Uint8Array(3 * 1024 * 1024))
    await expect(clientStorage.setAsync('second', 'x'.repeat(3 * 1024 * 1024))).rejects.toThrow(
      'in setAsync: ',
    )
    expect(await clientStorage.keysAsync()).toEqual(['first'])
  })

  it('refuses what is no data', async () => {
    const { figma } = openFile()
    await expect(figma.clientStorage.setAsync('key', new Map())).rejects.toThrow('Cannot unwrap')
  })
})

describe('base64', () => {
  it('goes both ways, at every length', () => {
    const { figma } = openFile()
    for (const length of [0, 1, 2, 3, 4, 255]) {
      const bytes = Uint8Array.from({ length }, (_, index) => (index * 7) % 256)
      const text = figma.base64Encode(bytes)
      expect(text).toBe(Buffer.from(bytes).toString('base64'))
      expect(figma.base64Decode(text)).toEqual(bytes)
    }
  })
})

describe('the place of the window', () => {
  it('is where the driver shows it, and refused where there is no window', () => {
    const file = openFile()
    expect(() => file.figma.ui.getPosition()).toThrow('No UI has been shown')
    file.figma.showUI('<p>')
    file.setWindowPlace({ windowSpace: { x: 30, y: 40 }, canvasSpace: { x: 3, y: 4 } })
    expect(file.figma.ui.getPosition().windowSpace).toEqual({ x: 30, y: 40 })
  })
})

describe('changes of layers', () => {
  const gathered = () => new Promise((resolve) => setTimeout(resolve, 150))
  const listen = (page: PageNode) => {
    const told: string[][] = []
    page.on('nodechange', ({ nodeChanges }) => {
      told.push(
        nodeChanges.map((change) => {
          const what = change.type === 'PROPERTY_CHANGE' ? change.properties.join(',') : ''
          return `${change.type} ${change.node.type} ${what}`.trim()
        }),
      )
    })
    return told
  }

  it('are told together and later: what was made, changed and removed', async () => {
    const { figma } = openFile()
    const [gone, kept] = [figma.createRectangle(), figma.createRectangle()]
    const told = listen(figma.currentPage)
    gone.remove()
    kept.fills = []
    kept.name = 'Kept'
    figma.createFrame().appendChild(figma.createText())
    expect(told).toEqual([])
    await gathered()
    expect(told).toEqual([
      ['DELETE RECTANGLE', 'PROPERTY_CHANGE RECTANGLE name,fills', 'CREATE FRAME'],
    ])
  })

  it('are those of the page alone, and not of what is selected', async () => {
    const { figma } = openFile()
    const layer = figma.createRectangle()
    const other = figma.createPage()
    const told = listen(figma.currentPage)
    figma.currentPage.selection = [layer]
    await other.loadAsync()
    other.appendChild(figma.createFrame())
    await gathered()
    expect(told).toEqual([])
  })

  it('are told of what another person does, and of an undo', async () => {
    const file = openFile()
    const layer = file.figma.createRectangle()
    file.figma.commitUndo()
    const told = listen(file.figma.currentPage)
    file.edit({ type: 'rename-node', id: layer.id, name: 'Theirs' })
    await gathered()
    layer.opacity = 0.5
    await gathered()
    file.undo()
    await gathered()
    expect(told).toEqual([
      ['PROPERTY_CHANGE RECTANGLE name'],
      ['PROPERTY_CHANGE RECTANGLE opacity'],
      ['PROPERTY_CHANGE RECTANGLE opacity'],
    ])
  })

  it('leave out what an instance takes over from its component', async () => {
    const { figma } = openFile()
    const component = figma.createComponent()
    const shape = figma.createRectangle()
    component.appendChild(shape)
    component.createInstance()
    await gathered()
    const told = listen(figma.currentPage)
    shape.fills = []
    await gathered()
    expect(told).toEqual([['PROPERTY_CHANGE RECTANGLE fills']])
  })

  it('are not to be had of a page that is not loaded', () => {
    const { figma } = openFile()
    const file = openFile()
    const page = file.figma.createPage()
    const reopened = file.begin({ command: 'open', html: '' }).figma
    const shut = reopened.root.children.find(({ id }) => id === page.id)
    expect(() => shut?.on('nodechange', () => undefined)).toThrow('before it is loaded')
    expect(() => figma.currentPage.on('selectionchange' as never, () => undefined)).toThrow(
      'not an event',
    )
  })
})
