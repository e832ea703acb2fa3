import type { VNode } from 'preact'
import { Button } from '../kit/button.tsx'
import { AssetThumbnail } from '../browse/asset-thumbnail.tsx'
import type { Outdated } from './outdated.ts'
import { whyNotPlaceable } from '../placement/placeable.ts'
import type { UpdateState } from './update-layers.ts'
import { layerCount, versionChange } from './update-texts.ts'
import './update-row.css'

export interface UpdateRowProps {
  readonly outdated: Outdated
  /** Undefined while nobody has asked for its update. */
  readonly state: UpdateState | undefined
  readonly onUpdate: () => void
}

/** One asset with a newer version, and what became of its update. */
export function UpdateRow({ outdated, state, onUpdate }: UpdateRowProps): VNode {
  const { asset, layers } = outdated
  const reason = whyNotPlaceable(asset)
  const done = state?.status === 'done' && state.result.failed.length === 0
  return (
    <li class="update-row">
      <AssetThumbnail asset={asset} />
      <div class="update-row-text">
        <p class="cut update-row-name" title={asset.name} dir="auto">
          {asset.name}
        </p>
        <p class="hint">
          {versionChange(outdated)} · {layerCount(layers.length)}
        </p>
        {reason !== null && <p class="hint">{reason}</p>}
        {state?.status === 'done' && state.result.note !== null && (
          <p class="hint">{state.result.note}</p>
        )}
        {state?.status === 'failed' && <p role="alert">{state.trouble.message}</p>}
        {state?.status === 'done' && state.result.failed.length > 0 && (
          <div role="alert">
            <ul>
              {state.result.failed.map(({ layer, trouble }) => (
                <li key={layer.nodeId}>
                  <bdi>{layer.nodeName}</bdi> was left as it is. {trouble.message}
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
      {done ? (
        <span class="update-row-done">Updated</span>
      ) : (
        reason === null && (
          <Button busy={state?.status === 'updating'} onClick={onUpdate} title={asset.name}>
            {state === undefined || state.status === 'updating' ? 'Update' : 'Retry'}
            <span class="hidden-text"> {asset.name}</span>
          </Button>
        )
      )}
    </li>
  )
}
