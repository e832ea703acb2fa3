import { serveExport } from './export-window.ts'
import { createGenerate } from './generate.ts'

// What is in an instance and hidden is never seen, and dear to walk through.
figma.skipInvisibleInstanceChildren = true

const generate = createGenerate(figma)
let language = ''
let openExport: (() => void) | null = null

figma.codegen.on('generate', (event) => {
  language = event.language
  return generate(event)
})
figma.codegen.on('preferenceschange', ({ propertyName }) => {
  if (propertyName === 'export') {
    openExport ??= serveExport(figma, __html__, () => language)
    openExport()
  }
  return Promise.resolve()
})
