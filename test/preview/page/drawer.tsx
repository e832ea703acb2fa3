import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import type { PreviewProps } from './preview.ts'
import { CloseIcon, ConsoleIcon } from './icons.tsx'

/** The plugin's console and the log of its writes. */
export function Drawer({ preview }: PreviewProps): JSX.Element {
  const open = useSignal<'console' | 'writes' | null>(null)
  const entries = preview.log.entries.value
  const writes = preview.writes.value
  const errors = entries.filter(({ level }) => level === 'uncaught' || level === 'error').length
  if (open.value === null) {
    return (
      <button class="drawer-button" onClick={() => (open.value = 'console')}>
        <ConsoleIcon />
        <span>Console</span>
        {errors > 0 && <b class="badge">{errors}</b>}
      </button>
    )
  }
  return (
    <section class="drawer" aria-label="Console and writes">
      <header>
        <button aria-pressed={open.value === 'console'} onClick={() => (open.value = 'console')}>
          Console
        </button>
        <button aria-pressed={open.value === 'writes'} onClick={() => (open.value = 'writes')}>
          Writes ({writes.length})
        </button>
        <button class="icon-button" aria-label="Hide" onClick={() => (open.value = null)}>
          <CloseIcon />
        </button>
      </header>
      <ol>
        {open.value === 'console'
          ? entries.map(({ id, level, text }) => (
              <li key={id} class={`line line-${level}`}>
                {text}
              </li>
            ))
          : writes.slice(-LAST).map(({ op, target, value }, index) => (
              <li key={index} class="line">
                <b>{op}</b> {target} <span class="quiet">{shortened(value)}</span>
              </li>
            ))}
        {open.value === 'console' && entries.length === 0 && (
          <li class="line quiet">Nothing was written to the console.</li>
        )}
      </ol>
    </section>
  )
}

const LAST = 200

function shortened(value: unknown): string {
  const text = value === undefined ? '' : JSON.stringify(value)
  return text.length > 160 ? `${text.slice(0, 160)}…` : text
}
