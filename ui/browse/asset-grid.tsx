import type { TargetedKeyboardEvent, VNode } from 'preact'
import { useRef, useState } from 'preact/hooks'
import type { BrandAsset } from '../../shared/brand.ts'
import { assetKey } from '../placement/asset-key.ts'
import { AssetTile } from './asset-tile.tsx'
import { tileAfterKey } from './grid-keys.ts'
import type { Placer } from '../placement/placer.ts'
import './asset-grid.css'

export interface AssetGridProps {
  /** What the grid holds, for people who do not see it. */
  readonly label: string
  /** Each at most once; see `distinctAssets`. */
  readonly assets: readonly BrandAsset[]
  readonly placer: Placer
}

/** Assets as tiles; Tab enters the grid once, the arrow keys move in it. */
export function AssetGrid({ label, assets, placer }: AssetGridProps): VNode {
  const list = useRef<HTMLUListElement>(null)
  const [focused, setFocused] = useState(0)
  const busy = new Set(placer.busy.value)
  const tabStop = Math.min(focused, assets.length - 1)

  function move(event: TargetedKeyboardEvent<HTMLUListElement>): void {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    const to = tileAfterKey(event.key, tabStop, assets.length, columnsOf(event.currentTarget))
    if (to === null) return
    event.preventDefault()
    list.current?.querySelectorAll('button')[to]?.focus()
  }

  return (
    <ul ref={list} class="asset-grid" aria-label={label} onKeyDown={move}>
      {assets.map((asset, index) => {
        const key = assetKey(asset)
        return (
          <AssetTile
            key={key}
            asset={asset}
            placer={placer}
            busy={busy.has(key)}
            tabStop={index === tabStop}
            onFocus={() => setFocused(index)}
          />
        )
      })}
    </ul>
  )
}

function columnsOf(grid: Element): number {
  return getComputedStyle(grid).gridTemplateColumns.split(' ').length
}
