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
      result.setSuggestions([`${key} ${query}`, { name: 'Logo', data: { id: '7' } }])
    })
    file.type({ key: 'asset', query: 'lo', parameters: {} })
    await soon()
    expect(told).toEqual([
      { type: 'suggestions-loading', key: 'asset', message: 'Looking…' },
      {
        type: 'suggestions',
        key: 'asset',
        suggestions: [
          { name: 'asset lo', data: 'asset lo', icon: null },
          { name: 'Logo', data: { id: '7' }, icon: null },
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
})
