import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openFile, type OpenFile } from './file.ts'
import type { CodegenChoice, HostEvent } from './host-api.ts'

const CHOICE: CodegenChoice = {
  language: 'css',
  unit: 'PIXEL',
  scaleFactor: 16,
  settings: { naming: 'kebab' },
}

let file: OpenFile
let events: HostEvent[]
let frame: string
let other: string

beforeEach(() => {
  vi.useFakeTimers()
  file = openFile()
  events = []
  file.onEvent((event) => events.push(event))
  frame = file.figma.createFrame().id
  other = file.figma.createFrame().id
  file.setEditor('dev')
})

afterEach(() => {
  vi.useRealTimers()
})

/** Begins the code section of Dev Mode with the frame selected. */
function begin(): PluginAPI {
  const { figma } = file.begin({ command: '', html: '', codegen: CHOICE })
  file.select([frame])
  return figma
}

function told<T extends HostEvent['type']>(type: T): readonly (HostEvent & { type: T })[] {
  return events.filter((event): event is HostEvent & { type: T } => event.type === type)
}

const BLOCK: CodegenResult = { title: 'A', code: 'b', language: 'CSS' }

describe('the code section of Dev Mode', () => {
  it('asks for the code of the layer that is selected, in the language that is chosen', async () => {
    const figma = begin()
    expect([figma.editorType, figma.mode]).toEqual(['dev', 'codegen'])
    figma.codegen.on('generate', ({ node, language }) => [{ ...BLOCK, title: language + node.id }])
    await vi.runAllTimersAsync()
    file.chooseCodegen({ ...CHOICE, language: 'swift' })
    await vi.runAllTimersAsync()
    expect(told('codegen').map(({ blocks }) => blocks[0]?.title)).toEqual([
      `css${frame}`,
      `swift${frame}`,
    ])
  })

  it('asks for nothing where no layer, or more than one, is selected', async () => {
    const figma = begin()
    const generate = vi.fn(() => [BLOCK])
    figma.codegen.on('generate', generate)
    for (const selected of [[], [frame, other]]) {
      file.select(selected)
      await vi.runAllTimersAsync()
    }
    expect(generate).not.toHaveBeenCalled()
  })

  it('has preferences as a person chose them, and asks again on refresh', async () => {
    const figma = begin()
    figma.codegen.on('generate', () => [BLOCK])
    await vi.runAllTimersAsync()
    expect(figma.codegen.preferences).toEqual({ unit: 'PIXEL', customSettings: CHOICE.settings })
    file.chooseCodegen({ ...CHOICE, unit: 'SCALED' })
    expect(figma.codegen.preferences).toMatchObject({ unit: 'SCALED', scaleFactor: 16 })
    await vi.runAllTimersAsync()
    figma.codegen.refresh()
    await vi.runAllTimersAsync()
    expect(told('codegen')).toHaveLength(3)
  })

  it('tells a click on an action', async () => {
    const figma = begin()
    const acted = vi.fn(() => Promise.resolve())
    figma.codegen.on('preferenceschange', acted)
    file.actCodegen('customize')
    await vi.runAllTimersAsync()
    expect(acted).toHaveBeenCalledWith({ propertyName: 'customize' })
  })

  it.each([
    ['no list', BLOCK],
    ['an unknown language', [{ ...BLOCK, language: 'XML' }]],
    ['code that is no text', [{ ...BLOCK, code: 1 }]],
    ['a stranger among the members', [{ ...BLOCK, copy: true }]],
  ])('refuses %s as a result', async (_what, result) => {
    const figma = begin()
    figma.codegen.on('generate', () => result as never)
    await vi.runAllTimersAsync()
    expect(told('codegen')).toEqual([])
    expect(told('codegen-failed')).toEqual([{ type: 'codegen-failed', nodeId: frame }])
    expect(told('uncaught')).toHaveLength(1)
  })

  it('gives up after 15 seconds', async () => {
    const figma = begin()
    figma.codegen.on('generate', async () => {
      await new Promise((resolve) => setTimeout(resolve, 15_001))
      return [BLOCK]
    })
    await vi.runAllTimersAsync()
    expect(told('codegen-failed')).toHaveLength(1)
    expect(told('codegen')).toEqual([])
    expect(told('console')[0]?.text).toBe('code generation timed out after 15 seconds')
  })

  it('shows the code that was asked for last, also where an earlier one comes later', async () => {
    const figma = begin()
    let delay = 200
    figma.codegen.on('generate', async ({ language }) => {
      await new Promise((resolve) => setTimeout(resolve, (delay -= 100)))
      return [{ ...BLOCK, title: language }]
    })
    await vi.advanceTimersByTimeAsync(10)
    file.chooseCodegen({ ...CHOICE, language: 'swift' })
    await vi.runAllTimersAsync()
    expect(told('codegen').map(({ language }) => language)).toEqual(['swift'])
  })

  it('refuses a window while the plugin answers', async () => {
    const figma = begin()
    figma.codegen.on('generate', () => {
      figma.showUI('<p>hello</p>')
      return [BLOCK]
    })
    await vi.runAllTimersAsync()
    expect(told('uncaught')[0]?.text).toContain('showUI is not allowed')
  })

  it('changes nothing of the document', () => {
    const figma = begin()
    const [node] = figma.currentPage.selection
    expect(() => figma.createFrame()).toThrow('read-only')
    expect(() => node?.setSharedPluginData('cliquify', 'key', 'value')).toThrow('read-only')
    file.setEditor('figma')
    expect(() => file.figma.createFrame()).not.toThrow()
  })

  it('is nowhere else', () => {
    file.setEditor('figma')
    expect(() => file.figma.codegen.on('generate', () => [])).toThrow('only available')
    expect(() => file.begin({ command: '', html: '', codegen: CHOICE })).toThrow('Dev Mode')
  })
})
