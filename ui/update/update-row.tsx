import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { AssetThumbnail, MissingThumbnail } from '../browse/grid/asset-thumbnail.tsx'
import { backdropOf, type Backdrop } from '../browse/grid/backdrop.ts'
import { Checkbox } from '../kit/checkbox.tsx'
import { Spinner } from '../kit/icons.tsx'
import type { ShownLayer } from './layer-previews.ts'
import type { Outdated } from './outdated.ts'
import type { LayerState } from './update-layers.ts'
import { placeText, versionChange } from './update-texts.ts'
import './update-row.css'

/** Pixels; as in `update-row.css`. */
export const ROW_HEIGHT = 64

export interface UpdateRowProps {
  readonly outdated: Outdated
  /** Undefined until its preview has come. */
  readonly shown: ShownLayer | undefined
  /** Undefined while nobody has asked for its update. */
  readonly state: LayerState | undefined
  readonly chosen: boolean
  readonly disabled: boolean
  readonly position: number
  readonly total: number
  readonly onChoose: (chosen: boolean) => void
  readonly onShow: () => void
}

/** One layer with a newer version: both pictures, what and where it is, and what became of it. */
export function UpdateRow(props: UpdateRowProps): VNode {
  const { outdated, shown, state, chosen, disabled, position, total, onChoose, onShow } = props
  const { asset, layer } = outdated
  const [updated, failed] = [state?.status === 'updated', state?.status === 'failed']
  const outcome = outcomeText(props)
  const place = placeText(outdated)
  return (
    <li class="update-row" aria-setsize={total} aria-posinset={position}>
      <span class="update-row-choice">
        {state?.status === 'updating' ? (
          <Spinner />
        ) : (
          <Checkbox
            label={`${asset.name}, ${place}`}
            checked={updated || chosen}
            disabled={disabled || updated}
            onChange={onChoose}
          />
        )}
      </span>
      <button
        type="button"
        class="row-button update-row-show"
        title={`Show “${layer.nodeName}” on the canvas`}
        onClick={onShow}
      >
        <span class="layer-pictures" aria-hidden="true">
          <OldPicture asset={asset} shown={shown} />
          <span class="hint">→</span>
          <AssetThumbnail key={asset.thumbnailUrl ?? asset.url} asset={asset} />
        </span>
        <span class="layer-text">
          <span class="hidden-text">Show </span>
          <span class="cut update-row-name" title={asset.name} dir="auto">
            {asset.name}
          </span>
          <span class="cut hint" title={place} dir="auto">
            {place}
          </span>
          <span class={`cut ${failed ? 'wrong' : 'hint'}`} title={outcome}>
            {outcome}
          </span>
        </span>
      </button>
    </li>
  )
}

function OldPicture({
  asset,
  shown,
}: Pick<UpdateRowProps, 'shown'> & Pick<Outdated, 'asset'>): VNode {
  const [backdrop, setBackdrop] = useState<Backdrop>('any')
  if (shown?.url === null) return <MissingThumbnail asset={asset} />
  return (
    <span class="asset-thumbnail" data-backdrop={backdrop}>
      {shown !== undefined && (
        <img
          src={shown.url}
          alt=""
          decoding="async"
          onLoad={({ currentTarget }) => setBackdrop(backdropOf(currentTarget))}
        />
      )}
    </span>
  )
}

/** What became of the layer, or else how its versions differ. */
function outcomeText({ outdated, state, shown }: UpdateRowProps): string {
  switch (state?.status) {
    case 'updating':
      return 'Updating…'
    case 'updated':
      return state.note === null ? 'Updated' : `Updated. ${state.note}`
    case 'failed':
      return state.trouble.message
    case 'edited':
    case undefined: {
      const isEdited = shown?.edited === true || state?.status === 'edited'
      return isEdited ? 'Edited by hand: tick it to replace' : versionChange(outdated)
    }
  }
}
