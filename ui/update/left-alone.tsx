import type { VNode } from 'preact'
import type { PlacedAsset } from '../../shared/protocol.ts'
import { layerCount, layerNames } from './update-texts.ts'

export interface LeftAloneProps {
  readonly layers: readonly PlacedAsset[]
  /** What sets them apart: "no longer in Cliquify". */
  readonly why: string
}

/** Layers that an update does not touch; nothing where there are none. */
export function LeftAlone({ layers, why }: LeftAloneProps): VNode | null {
  if (layers.length === 0) return null
  return (
    <details>
      <summary>
        {layerCount(layers.length)} {why}
      </summary>
      <ul class="update-left-alone">
        {layerNames(layers).map((name) => (
          <li key={name} class="cut" title={name} dir="auto">
            {name}
          </li>
        ))}
      </ul>
    </details>
  )
}
