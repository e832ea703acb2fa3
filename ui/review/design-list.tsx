import type { VNode } from 'preact'
import { useEffect, useMemo } from 'preact/hooks'
import { momentText } from '../../shared/moment.ts'
import type { Design } from '../../shared/design.ts'
import { Checkbox } from '../kit/checkbox.tsx'
import type { Plugin } from '../plugin.ts'
import { createLayerPreviews } from '../update/layer-previews.ts'
import { MOST_DESIGNS, type Review } from './review.ts'
import '../browse/grid/asset-thumbnail.css'
import '../update/update-row.css'

export interface DesignListProps extends Pick<Review, 'chosen' | 'choose'> {
  readonly plugin: Plugin
  readonly designs: readonly Design[]
}

/** What can be sent, each with a picture of it, and where it was sent before. */
export function DesignList({ plugin, designs, chosen, choose }: DesignListProps): VNode {
  const previews = useMemo(() => createLayerPreviews(plugin), [plugin])
  useEffect(() => previews.want(designs.map(({ nodeId }) => nodeId)), [previews, designs])
  useEffect(() => previews.close, [previews])
  const { size } = chosen.value
  return (
    <ul class="designs" aria-label="Designs">
      {designs.map(({ nodeId, name, width, height, sent }) => {
        const isChosen = chosen.value.has(nodeId)
        const src = previews.known.value.get(nodeId)?.url
        return (
          <li key={nodeId}>
            <Checkbox
              label={name}
              checked={isChosen}
              disabled={!isChosen && size >= MOST_DESIGNS}
              onChange={(checked) => choose(nodeId, checked)}
            >
              <span class="layer-pictures">
                <span class="asset-thumbnail">{src && <img src={src} alt="" />}</span>
              </span>
              <span class="layer-text">
                <span class="cut" dir="auto" title={name}>
                  {name}
                </span>
                <span class="hint cut">
                  {sent === null
                    ? `${Math.round(width)} × ${Math.round(height)}`
                    : `In #${sent.channel} since ${momentText(sent.at, Date.now())}`}
                </span>
              </span>
            </Checkbox>
          </li>
        )
      })}
    </ul>
  )
}
