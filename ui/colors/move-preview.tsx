import type { VNode } from 'preact'
import { Checkbox } from '../kit/checkbox.tsx'
import { countOf } from '../kit/count-of.ts'
import { Swatch } from '../kit/swatch.tsx'
import { takeFocus } from '../kit/take-focus.ts'
import type { ColorSync } from './color-sync.ts'
import type { Moving } from './sync-state.ts'
import './sync-review.css'

/** Locked layers that are listed; all are counted. */
const MOST_LOCKED = 100

export interface MovePreviewProps {
  readonly moving: Moving
  readonly sync: Pick<ColorSync, 'library' | 'useLibrary' | 'showLayer'>
}

/** Which layers would be put on the library's colors, before any is. */
export function MovePreview({ moving, sync }: MovePreviewProps): VNode {
  const { report, plain, colors } = moving
  const name = sync.library.value?.name ?? ''
  return (
    <div class="review">
      <h2 ref={takeFocus} class="review-heading" tabIndex={-1}>
        Use colors of <bdi>{name}</bdi>
      </h2>
      <p class="hint review-hint">
        {report.moved.length === 0
          ? 'No layer uses this file’s own colors.'
          : 'These layers will follow the library.'}
      </p>
      <Checkbox checked={plain} onChange={(checked) => void sync.useLibrary(checked)}>
        Also equal colors that are not linked
      </Checkbox>
      <ul>
        {report.moved.map(({ color, page, layers }) => (
          <li key={`${color} ${page}`} class="review-row review-what">
            <Swatch {...colors[color]} />
            <bdi class="cut review-name">{colors[color]?.name}</bdi>
            <span class="hint">
              {countOf(layers, 'layer')} on <bdi>{page}</bdi>
            </span>
          </li>
        ))}
      </ul>
      {report.locked.length > 0 && (
        <>
          <p class="hint review-hint">
            {countOf(report.locked.length, 'locked layer')} left unchanged.
          </p>
          <ul>
            {report.locked.slice(0, MOST_LOCKED).map(({ id, name: layer, page }) => (
              <li key={id} class="review-row review-what">
                <button
                  type="button"
                  class="row-button cut review-name"
                  title="Show on the canvas"
                  onClick={() => void sync.showLayer(id)}
                >
                  <bdi>{layer}</bdi>
                </button>
                <span class="hint">
                  on <bdi>{page}</bdi>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
