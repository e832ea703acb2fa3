import type { TargetedMouseEvent, VNode } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { Modal } from './modal.tsx'
import './menu.css'

/** What is called so, and does that. */
export type MenuItem = readonly [label: string, run: () => void]

interface OpenMenu {
  readonly x: number
  readonly y: number
  readonly label: string
  readonly items: readonly MenuItem[]
}

const WIDTH_PX = 184
const ROW_PX = 24
const PADDING_PX = 16

/** A context menu: what shows it, and what opens it in place of the browser's own. */
export function useMenu(): [
  menu: VNode | null,
  open: (event: TargetedMouseEvent<HTMLElement>, label: string, items: readonly MenuItem[]) => void,
] {
  const [menu, setMenu] = useState<OpenMenu | null>(null)
  return [
    menu && <Menu {...menu} onClose={() => setMenu(null)} />,
    (event, label, items) => {
      event.preventDefault()
      setMenu({ x: event.clientX, y: event.clientY, label, items })
    },
  ]
}

function Menu({ x, y, label, items, onClose }: OpenMenu & { onClose: () => void }): VNode {
  const dialog = useRef<HTMLDialogElement>(null)
  const height = items.length * ROW_PX + PADDING_PX
  return (
    <Modal
      dialog={dialog}
      class="menu"
      label={label}
      style={{
        left: `clamp(4px, ${x}px, 100% - ${WIDTH_PX + 4}px)`,
        top: `clamp(4px, ${y}px, 100% - ${height + 4}px)`,
        width: `${WIDTH_PX}px`,
      }}
      onClose={onClose}
    >
      <ul role="menu" aria-label={label} onContextMenu={(event) => event.preventDefault()}>
        {items.map(([name, run]) => (
          <li key={name} role="none">
            <button
              type="button"
              role="menuitem"
              class="row-button"
              onClick={() => {
                // What is under it has the focus again, and may open something else.
                dialog.current?.close()
                run()
              }}
            >
              {name}
            </button>
          </li>
        ))}
      </ul>
    </Modal>
  )
}
