import type { VNode } from 'preact'
import type { ScreenProps } from '../screen.ts'

export interface UpdateScreenProps extends ScreenProps {
  readonly onDone: () => void
}

export function UpdateScreen(_props: UpdateScreenProps): VNode {
  return <div />
}
