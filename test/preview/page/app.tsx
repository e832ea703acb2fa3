import { useEffect } from 'preact/hooks'
import type { JSX } from 'preact'
import { Canvas } from './canvas.tsx'
import { Drawer } from './drawer.tsx'
import { InspectPanel } from './inspect-panel.tsx'
import { handleKey } from './keys.ts'
import { LayersPanel } from './layers-panel.tsx'
import { PluginWindow } from './plugin-window.tsx'
import type { PreviewProps } from './preview.ts'
import { PropertiesPanel } from './properties-panel.tsx'
import { QuickActions } from './quick-actions.tsx'
import { ToolBar } from './tool-bar.tsx'

export function App({ preview }: PreviewProps): JSX.Element {
  const theme = preview.theme.value
  useEffect(() => {
    document.documentElement.className = `figma-${theme}`
  }, [theme])
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => handleKey(preview, event)
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [preview])
  return (
    <div class="app">
      <LayersPanel preview={preview} />
      <main class="middle">
        <Canvas preview={preview} />
        <ToolBar preview={preview} />
        <Toasts preview={preview} />
        <Drawer preview={preview} />
      </main>
      {preview.document.value.editor === 'dev' ? (
        <InspectPanel preview={preview} />
      ) : (
        <PropertiesPanel preview={preview} />
      )}
      <PluginWindow preview={preview} />
      <QuickActions preview={preview} />
    </div>
  )
}

function Toasts({ preview }: PreviewProps): JSX.Element {
  return (
    <div class="toasts" role="log" aria-label="Notifications">
      {preview.toasts.shown.value.map(({ id, message, error }) => (
        <div key={id} class={error ? 'toast toast-error' : 'toast'}>
          {message}
        </div>
      ))}
    </div>
  )
}
