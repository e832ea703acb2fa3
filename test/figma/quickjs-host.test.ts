import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { bundleEmulator } from './bundle.ts'
import type { Host, HostEvent } from './host-api.ts'
import { createQuickJsHost } from './quickjs-host.ts'
import type { QuickJsHostOptions } from './quickjs-host.ts'

let emulator = ''
const open: Host[] = []

beforeAll(async () => {
  emulator = await bundleEmulator()
})

afterEach(() => {
  for (const host of open.splice(0)) host.dispose()
})

async function openHost(
  options: Partial<QuickJsHostOptions> = {},
): Promise<{ host: Host; events: HostEvent[] }> {
  const host = await createQuickJsHost({ emulator, ...options })
  open.push(host)
  const events: HostEvent[] = []
  host.onEvent((event) => events.push(event))
  return { host, events }
}

function later(milliseconds = 20): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

function texts(events: readonly HostEvent[]): string[] {
  return events.flatMap((event) => (event.type === 'console' ? [event.text] : []))
}

describe('the plugin in QuickJS', () => {
  it('sees the globals of the sandbox and no others', async () => {
    const { host, events } = await openHost()
    const missing = [
      'URL',
      'TextEncoder',
      'atob',
      'crypto',
      'performance',
      'structuredClone',
      'queueMicrotask',
      'Intl',
      'window',
      'document',
      'emulator',
      'process',
    ]
    const present = ['figma', '__html__', '__uiFiles__', 'setInterval', 'fetch', 'Promise', 'Map']
    const list = [...missing, ...present].map((name) => `'${name}', typeof ${name}`).join(', ')
    host.run({ command: 'open', html: '<p>', code: `console.log([${list}])` })
    const pairs = JSON.parse(texts(events)[0] ?? '[]') as string[]
    const typeOf = (name: string): string | undefined => pairs[pairs.indexOf(name) + 1]
    expect(missing.filter((name) => typeOf(name) !== 'undefined')).toEqual([])
    expect(present.filter((name) => typeOf(name) === 'undefined')).toEqual([])
  })

  it('writes to a document that outlives the run', async () => {
    const { host } = await openHost()
    host.run({
      command: 'open',
      html: '',
      code: `const style = figma.createPaintStyle(); style.name = 'Kit/Red'`,
    })
    host.run({ command: 'open', html: '', code: `const style = figma.createPaintStyle()` })
    expect(host.snapshot().paintStyles.map(({ name }) => name)).toEqual(['Kit/Red', 'Style'])
    expect(host.writes().map(({ op }) => op)).toEqual([
      'createPaintStyle',
      'set name',
      'createPaintStyle',
    ])
  })

  it('starts each run without what the last one left', async () => {
    const { host, events } = await openHost()
    host.run({
      command: 'open',
      html: '',
      code: `globalThis.left = 1; setTimeout(() => console.log('late'), 5)`,
    })
    host.run({ command: 'open', html: '', code: `console.log(typeof left)` })
    await later()
    expect(texts(events)).toEqual(['undefined'])
  })

  it('has timers that take arguments, fire once or until they are stopped, or never', async () => {
    const { host, events } = await openHost()
    host.run({
      command: 'open',
      html: '',
      code: `
        setTimeout((...args) => console.log('once', ...args), 1, 'a', 'b')
        clearTimeout(setTimeout(() => console.log('never'), 1))
        clearInterval(setInterval(() => console.log('never'), 1))
        let left = 3
        const again = setInterval((word) => {
          console.log(word, left)
          if (--left === 0) clearInterval(again)
        }, 2, 'again')`,
    })
    await vi.waitFor(() => expect(texts(events)).toContain('again 1'))
    await later()
    expect([...texts(events)].sort()).toEqual(['again 1', 'again 2', 'again 3', 'once a b'])
  })

  it('carries messages with bytes both ways, and answers after promises and timers', async () => {
    const { host, events } = await openHost()
    host.run({
      command: 'open',
      html: '<p>UI</p>',
      code: `
        figma.showUI(__html__, { width: 10, height: 400, themeColors: true })
        figma.ui.onmessage = async (message) => {
          await new Promise((resolve) => setTimeout(resolve, 1))
          const bytes = new Uint8Array(message.bytes).reverse()
          figma.ui.postMessage({ bytes, isBytes: message.bytes instanceof Uint8Array, nothing: undefined })
        }`,
    })
    host.messageFromUi({ bytes: new Uint8Array([1, 2, 3]) })
    await vi.waitFor(() => expect(events.some(({ type }) => type === 'message-to-ui')).toBe(true))
    expect(events.filter(({ type }) => type !== 'document-changed')).toEqual([
      {
        type: 'show-ui',
        html: '<p>UI</p>',
        visible: true,
        width: 70,
        height: 400,
        title: '',
        themeColors: true,
      },
      {
        type: 'message-to-ui',
        message: { bytes: new Uint8Array([3, 2, 1]), isBytes: true, nothing: undefined },
      },
    ])
  })

  it('refuses in both directions what Figma does not let cross', async () => {
    const { host, events } = await openHost()
    const bad = ['new Map()', 'new Set()', 'new ArrayBuffer(1)', 'new Float32Array(1)', '() => 1']
    host.run({
      command: 'open',
      html: '',
      code: `figma.showUI('')
        for (const make of [${bad.map((code) => `() => (${code})`).join(',')}]) {
          try { figma.ui.postMessage({ a: [make()] }); console.log('crossed') }
          catch (error) { console.log(error instanceof Error ? error.message : 'no error') }
        }`,
    })
    expect(texts(events)).toHaveLength(bad.length)
    expect(texts(events).every((text) => text.startsWith('in postMessage: Cannot unwrap'))).toBe(
      true,
    )
    for (const value of [new Map(), new Blob(['']), new Uint16Array(1), new ArrayBuffer(1)]) {
      expect(() => host.messageFromUi({ value })).toThrow('Cannot unwrap')
    }
  })

  it('tells what nothing caught: in the script, a handler, a timer, an async handler', async () => {
    const { host, events } = await openHost()
    const throwing = [
      `throw new Error('boom')`,
      `figma.on('run', () => { throw new Error('boom') })`,
      `figma.on('run', async () => { await null; throw new Error('boom') })`,
      `setTimeout(() => { throw new Error('boom') }, 1)`,
    ]
    for (const code of throwing) {
      events.length = 0
      host.run({ command: 'open', html: '', code })
      await vi.waitFor(() =>
        expect(events.filter(({ type }) => type === 'uncaught')).toMatchObject([
          { text: expect.stringContaining('Error: boom') as string },
        ]),
      )
    }
  })

  it('does not load code that has the text of a dynamic import', async () => {
    const { host } = await openHost()
    const code = `const text = 'import('`
    expect(() => host.run({ command: 'open', html: '', code })).toThrow('import(')
  })

  it('hands clientStorage out and takes it in, bytes too', async () => {
    let kept: Record<string, unknown> = {}
    const { host } = await openHost({ onStorage: (values) => (kept = values) })
    host.run({
      command: 'open',
      html: '',
      code: `figma.clientStorage.setAsync('session', { token: 't', raw: new Uint8Array([7]) })`,
    })
    expect(kept).toEqual({ session: { token: 't', raw: new Uint8Array([7]) } })
    const { host: next, events } = await openHost({ storage: kept })
    next.run({
      command: 'open',
      html: '',
      code: `figma.clientStorage.getAsync('session').then(({ raw }) => console.log(raw[0]))`,
    })
    expect(texts(events)).toEqual(['7'])
  })

  it('runs close handlers, then refuses what comes after', async () => {
    const { host, events } = await openHost()
    host.run({
      command: 'open',
      html: '',
      code: `figma.on('close', () => console.log('bye')); globalThis.api = figma
        figma.closePlugin('Done')
        try { api.createFrame() } catch (error) { console.log(error.message) }`,
    })
    expect(events).toMatchObject([
      { type: 'console', text: 'bye' },
      { type: 'notify', message: 'Done' },
      { type: 'closed' },
      { type: 'console', text: 'in createFrame: The plugin has been closed' },
    ])
  })
})
