import type { ScreenProps } from '../screen.ts'
import type { VNode } from 'preact'

export function AssetsScreen(_props: ScreenProps): VNode {
  return <div />
}
