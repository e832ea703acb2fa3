import type { VNode } from 'preact'
import type { KitLibrary } from '../../shared/protocol.ts'
import { Button } from '../kit/button.tsx'
import { countOf } from '../kit/count-of.ts'
import './sync-summary.css'

export interface LibraryBarProps {
  readonly library: KitLibrary
  readonly onUse: () => void
}

/** Says that the team publishes colors of the kit, which this file can use. */
export function LibraryBar({ library, onUse }: LibraryBarProps): VNode {
  return (
    <div class="sync-summary">
      <div>
        This file can use {countOf(library.has.length, 'color')} of <bdi>{library.name}</bdi>.
      </div>
      <Button onClick={onUse}>Use library colors</Button>
    </div>
  )
}
