import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { PreviewProps } from './preview.ts'
import { PluginIcon } from './icons.tsx'

/** The manifest's menu, as under Plugins in Figma. */
export function PluginMenu({ preview }: PreviewProps): JSX.Element {
  const open = useSignal(false)
  const ref = useRef<HTMLDivElement>(null)
  const { name, menu } = preview.manifest.value

  useEffect(() => {
    const close = ({ target }: Event): void => {
      if (!(target instanceof Node) || ref.current?.contains(target) !== true) open.value = false
    }
    addEventListener('pointerdown', close)
    addEventListener('blur', close)
    return () => {
      removeEventListener('pointerdown', close)
      removeEventListener('blur', close)
    }
  }, [open])

  function choose(command: string): void {
    open.value = false
    void preview.run(command)
  }

  return (
    <div class="menu-holder" ref={ref}>
      <button
        class="menu-button"
        aria-haspopup="menu"
        aria-expanded={open.value}
        onClick={() => (open.value = !open.value)}
      >
        <PluginIcon />
        <span>Plugins ▸ {name}</span>
      </button>
      {open.value && (
        <div class="menu" role="menu" aria-label={name}>
          {menu.map((item, index) =>
            item.separator === true ? (
              <hr key={index} />
            ) : (
              <button key={index} role="menuitem" onClick={() => choose(item.command)}>
                {item.name}
              </button>
            ),
          )}
        </div>
      )}
    </div>
  )
}
