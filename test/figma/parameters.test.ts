import { describe, expect, it } from 'vitest'
import { openFile, type OpenFile } from './file.ts'
import type { HostEvent } from './host-api.ts'

const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5))

function ask(): { file: OpenFile; figma: PluginAPI; told: HostEvent[] } {
  const file = openFile()
  const told: HostEvent[] = []
  file.onEvent((event) => told.push(event))
  const { figma } = file.begin({ command: 'insert', html: '', asking: true })
  return { file, figma, told }
}

describe('a command that asks for parameters', () => {
  it('is told each query, and shows what the plugin suggests', async () => {
    const { file, figma, told } = ask()
    figma.parameters.on('input', ({ key, query, result }) => {
      result.setLoadingMessage('Looking…')
      result.setSuggestions([
        `${key} ${query}`,
        { name: 'Logo', data: { id: '7' }, iconUrl: 'https://a.test/7.png' },
      ])
    })
    file.type({ key: 'asset', query: 'lo', parameters: {} })
    await soon()
    expect(told).toEqual([
      { type: 'suggestions-loading', key: 'asset', message: 'Looking…' },
      {
        type: 'suggestions',
        key: 'asset',
        suggestions: [
          { name: 'asset lo', data: 'asset lo', icon: null, iconUrl: null },
          { name: 'Logo', data: { id: '7' }, icon: null, iconUrl: 'https://a.test/7.png' },
        ],
      },
    ])
  })

  it('runs only once the parameters are submitted, and is given them', async () => {
    const { file, figma } = ask()
    const runs: unknown[] = []
    figma.on('run', (event) => runs.push(event))
    await soon()
    expect(runs).toEqual([])
    file.submit({ asset: { id: '7' } })
    await soon()
    expect(runs).toEqual([{ command: 'insert', parameters: { asset: { id: '7' } } }])
  })

  it('refuses suggestions without a name, and events that are not there', async () => {
    const { file, figma, told } = ask()
    figma.parameters.on('input', ({ result }) => result.setSuggestions([{ nam: 'x' } as never]))
    file.type({ key: 'asset', query: '', parameters: {} })
    await soon()
    expect(told).toMatchObject([{ type: 'uncaught' }])
    expect(() => figma.parameters.on('run' as never, () => undefined)).toThrow('not an event')
  })

  it('may neither show a window nor write until they are submitted', async () => {
    const { file, figma } = ask()
    expect(() => figma.showUI('')).toThrow('in showUI: Cannot show UI while')
    figma.showUI('', { visible: false })
    expect(() => figma.ui.show()).toThrow('in show: Cannot show UI while')
    expect(() => figma.createRectangle()).toThrow('while the plugin is accepting parameters')
    file.submit({})
    figma.createRectangle()
    figma.showUI('')
    await soon()
    expect(file.writes().map(({ op }) => op)).toEqual(['createRectangle'])
  })

  it('shows nothing of what comes after the next key', async () => {
    const { file, figma, told } = ask()
    const results: SuggestionResults[] = []
    figma.parameters.on('input', ({ result }) => results.push(result))
    file.type({ key: 'asset', query: 'l', parameters: {} })
    file.type({ key: 'asset', query: 'lo', parameters: {} })
    await soon()
    results[1]?.setSuggestions(['new'])
    results[0]?.setSuggestions(['old'])
    expect(told).toMatchObject([{ type: 'suggestions', suggestions: [{ name: 'new' }] }])
  })

  it('cannot be submitted after an error, until something else is typed', async () => {
    const { file, figma } = ask()
    figma.parameters.on('input', ({ query, result }) => {
      if (query === '') result.setError('Connect first.')
    })
    file.type({ key: 'asset', query: '', parameters: {} })
    await soon()
    expect(() => file.submit({})).toThrow('has set an error')
    file.type({ key: 'asset', query: 'x', parameters: {} })
    await soon()
    file.submit({})
  })
})
