import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { bundleEmulator } from '../../figma/bundle.ts'
import type { CodegenChoice, Host, HostEvent } from '../../figma/host-api.ts'
import { createQuickJsHost } from '../../figma/quickjs-host.ts'
import { DRAW } from './draw-large.ts'

const CHOICE: CodegenChoice = { language: 'css', unit: 'PIXEL', scaleFactor: 16, settings: {} }

let emulator = ''
let code = ''
const open: Host[] = []

beforeAll(async () => {
  emulator = await bundleEmulator()
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../../../plugin/codegen/main.ts', import.meta.url))],
    ...{ bundle: true, write: false, format: 'iife', target: 'es2020', minify: true },
    charset: 'utf8',
  })
  code = outputFiles[0]?.text ?? ''
})

afterEach(() => {
  for (const host of open.splice(0)) host.dispose()
})

async function openDrawn(): Promise<{ host: Host; events: HostEvent[] }> {
  const host = await createQuickJsHost({ emulator })
  open.push(host)
  const events: HostEvent[] = []
  host.run({ command: 'open', html: '', code: DRAW })
  host.setEditor('dev')
  host.onEvent((event) => events.push(event))
  return { host, events }
}

function blocks(events: readonly HostEvent[]): readonly (HostEvent & { type: 'codegen' })[] {
  return events.filter((event) => event.type === 'codegen')
}

describe('Dev Mode’s code in QuickJS', () => {
  it('is there for a layer with 500 in it and a brand of 300', async () => {
    const { host, events } = await openDrawn()
    host.generate({ html: '', code, choice: CHOICE })
    await vi.waitFor(() => expect(blocks(events)).toHaveLength(1))
    expect(blocks(events)[0]?.blocks.map(({ title }) => title)).toEqual([
      ...['Colors', 'Colors inside', 'Definitions'],
    ])
  })

  it('is right for the last of many that are asked for at once', async () => {
    const { host, events } = await openDrawn()
    host.generate({ html: '', code, choice: CHOICE })
    for (const language of ['scss', 'swift', 'nonsense', 'kotlin']) {
      host.chooseCodegen({ ...CHOICE, language })
    }
    await vi.waitFor(() => expect(blocks(events).at(-1)?.language).toBe('kotlin'))
    expect(blocks(events).at(-1)?.blocks[0]?.code).toMatch(/^val fill = Color\(0xFF/)
    expect(events.filter(({ type }) => type === 'uncaught' || type === 'codegen-failed')).toEqual(
      [],
    )
  })
})
