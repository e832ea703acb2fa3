import { expect, it } from 'vitest'
import type { BrandColor } from '../../../shared/brand.ts'
import { openWindowEnd } from '../../../shared/channel.ts'
import type { PluginEvents, PluginRequests, UiEvents } from '../../../shared/protocol.ts'
import { createColorApplier } from '../../../ui/colors/apply-color.ts'

const color = (name: string, palette: string): BrandColor => ({
  ...{ id: null, name, palette, notation: '#000' },
  value: { r: 0, g: 0, b: 0, a: 1 },
})

it('a color is applied with its namesakes, which tell it from them where it has no id', () => {
  const told: unknown[] = []
  const plugin = openWindowEnd<PluginRequests, PluginEvents, UiEvents>({
    send: (message) => told.push(message),
    listen: () => undefined,
  })
  const applier = createColorApplier({
    ...{ plugin, editor: 'figma', kit: { id: '1', name: 'Acme' } },
    sync: { syncOne: () => Promise.resolve(false) },
    announce: () => undefined,
  })
  const [web, print, ink] = [color('Link', 'Web'), color('Link', 'Print'), color('Ink', 'Web')]
  void applier.apply(web, [web, print, ink], 'stroke')
  const payload = { kit: { id: '1', name: 'Acme' }, color: web, namesakes: [print], as: 'stroke' }
  expect(told).toMatchObject([{ name: 'colors:use', payload }])
})
