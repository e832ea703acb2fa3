import { openSandboxEnd } from '../../shared/channel.ts'
import type { ExportRequests } from '../../shared/export.ts'
import { isNotationId } from '../../shared/notation/notations.ts'
import { openChoices } from './choices.ts'
import type { BrandSource } from './file-brand.ts'
import { readKits } from './file-kits.ts'
import { namingOf } from './preferences.ts'

export type ExportHost = BrandSource &
  Pick<PluginAPI, 'codegen' | 'clientStorage' | 'showUI' | 'ui'>

/**
 * Answers a window with all colors of the file; returns what opens it. `language`: what the code section
 * shows now.
 */
export function serveExport(figma: ExportHost, html: string, language: () => string): () => void {
  const choices = openChoices(figma.clientStorage)
  const channel = openSandboxEnd<ExportRequests, object, object>({
    send: (message) => figma.ui.postMessage(message),
    listen: (receive) => figma.ui.on('message', (message: unknown) => receive(message)),
  })
  channel.handle({
    'export:read': async () => {
      const shown = language()
      return {
        kits: await readKits(figma),
        choices: await choices.read(),
        shown: {
          notation: isNotationId(shown) ? shown : 'css',
          naming: namingOf(figma.codegen.preferences),
          themes: 'rules',
        },
      }
    },
    'export:keep': ({ kitId, choices: chosen }) => choices.keep(kitId, chosen),
  })
  return () =>
    figma.showUI(html, {
      title: 'Export brand colors',
      width: 640,
      height: 560,
      themeColors: true,
    })
}
