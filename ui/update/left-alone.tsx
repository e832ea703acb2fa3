import type { VNode } from 'preact'
import type { PlacedAsset } from '../../shared/protocol.ts'
import { layerCount, layerNames } from './update-texts.ts'

export interface LeftAloneProps {
  readonly layers: readonly PlacedAsset[]
  /** What sets them apart: "no longer in Cliquify". */
  readonly why: string
}

/** More names than this say no more. */
const MOST_NAMES = 50

/** Layers that an update does not touch; nothing where there are none. */
export function LeftAlone({ layers, why }: LeftAloneProps): VNode | null {
  if (layers.length === 0) return null
  const names = layerNames(layers)
  const more = names.length - MOST_NAMES
  return (
    <details>
      <summary>
        {layerCount(layers.length)} {why}
      </summary>
      <ul class="update-left-alone">
        {names.slice(0, MOST_NAMES).map((name) => (
          <li key={name} class="cut" title={name} dir="auto">
            {name}
          </li>
        ))}
        {more > 0 && <li>and {more} more</li>}
      </ul>
    </details>
  )
}
