import type { VNode } from 'preact'
import { IconButton } from './icon-button.tsx'
import { IconBack } from './icons.tsx'
import { takeFocus } from './take-focus.ts'

export interface ScreenHeadProps {
  readonly title: string
  readonly onBack: () => void
}

/** Above what takes the place of the library, with the way back. */
export function ScreenHead({ title, onBack }: ScreenHeadProps): VNode {
  return (
    <header class="bar">
      <IconButton label="Back to the library" leaves onClick={onBack}>
        <IconBack />
      </IconButton>
      <h1 ref={takeFocus} tabIndex={-1}>
        {title}
      </h1>
    </header>
  )
}
