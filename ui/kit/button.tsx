import type { ComponentChildren, Ref, VNode } from 'preact'
import { Spinner } from './icons.tsx'
import './button.css'

export interface ButtonProps {
  readonly children: ComponentChildren
  readonly onClick?: () => void
  readonly variant?: 'primary' | 'secondary' | 'plain'
  readonly disabled?: boolean
  /** At work: it keeps its name and its focus, and ignores clicks. */
  readonly busy?: boolean
  readonly title?: string | undefined
  /** Only for a button that switches something on and off. */
  readonly pressed?: boolean | undefined
  /** Pressed by Escape, too. */
  readonly leaves?: boolean
  readonly buttonRef?: Ref<HTMLButtonElement>
}

export function Button({
  children,
  onClick,
  variant = 'secondary',
  disabled = false,
  busy = false,
  title,
  pressed,
  leaves,
  buttonRef,
}: ButtonProps): VNode {
  return (
    <button
      ref={buttonRef ?? null}
      type="button"
      class={`button button-${variant}`}
      disabled={disabled}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      aria-pressed={pressed}
      title={title}
      aria-keyshortcuts={leaves ? 'Escape' : undefined}
      onClick={() => {
        if (!busy) onClick?.()
      }}
    >
      <span class="button-label">{children}</span>
      {busy && <Spinner />}
    </button>
  )
}
