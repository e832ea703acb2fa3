import type { ComponentChildren, RefObject, VNode } from 'preact'
import { useLayoutEffect } from 'preact/hooks'

export interface ModalProps {
  readonly dialog: RefObject<HTMLDialogElement | null>
  readonly class: string
  readonly label: string
  readonly style?: Readonly<Record<string, string>>
  /** Called once it is closed, by whatever. */
  readonly onClose: () => void
  readonly children: ComponentChildren
}

/**
 * Over the window until it is closed: by Escape, a press beside it, or `close` of its dialog. Up and
 * Down lead through its field and its rows; what had the focus before has it again in the end.
 */
export function Modal(props: ModalProps): VNode {
  const { dialog, label, style, onClose, children } = props
  const move = (by: number): void => {
    const rows = [...(dialog.current?.querySelectorAll<HTMLElement>('input, li > button') ?? [])]
    rows[rows.findIndex((row) => row === document.activeElement) + by]?.focus()
  }
  useLayoutEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    return () => shown?.close()
  }, [dialog])

  return (
    <dialog
      ref={dialog}
      class={props.class}
      aria-label={label}
      style={style}
      onKeyDownCapture={(event) => {
        if (event.key === 'Escape') dialog.current?.close()
        else if (event.key === 'ArrowDown') move(1)
        else if (event.key === 'ArrowUp') move(-1)
        else return
        event.preventDefault()
        event.stopPropagation()
      }}
      // What is behind it does not hear of the rest.
      onKeyDown={(event) => event.stopPropagation()}
      onPointerDown={({ target, currentTarget }) => {
        if (target === currentTarget) currentTarget.close()
      }}
      onClose={onClose}
    >
      {children}
    </dialog>
  )
}
