import type { ScreenProps } from '../screen.ts'
import type { VNode } from 'preact'

export function TemplatesScreen(_props: ScreenProps): VNode {
  return <div />
}
