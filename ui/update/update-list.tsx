import type { VNode } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { tilesBetween, type GridLayout, type Range } from '../browse/grid/grid-layout.ts'
import type { Plugin } from '../plugin.ts'
import type { Check } from './check-placed.ts'
import type { Choice } from './choice.ts'
import { createLayerPreviews, type LayerPreviews } from './layer-previews.ts'
import type { Outdated } from './outdated.ts'
import { ROW_HEIGHT, UpdateRow } from './update-row.tsx'
import type { Updates } from './updates.ts'

export interface UpdateListProps {
  readonly outdated: readonly Outdated[]
  readonly previews: LayerPreviews
  readonly updates: Updates
  readonly choice: Choice
  readonly scroller: { readonly current: HTMLElement | null }
  readonly onChoose: (nodeId: string, chosen: boolean) => void
  readonly onShow: (nodeId: string) => void
}

/** The layers with a newer version; only those in view are drawn. */
export function UpdateList(props: UpdateListProps): VNode {
  const { outdated, previews, updates, choice, scroller, onChoose, onShow } = props
  const listRef = useRef<HTMLUListElement>(null)
  const { from, to } = useRowWindow(scroller, listRef, outdated.length)
  const drawn = outdated.slice(from, to)
  // As text, so that it is the same while the same layers are in view.
  const key = drawn.map(({ layer }) => layer.nodeId).join(' ')
  useEffect(() => previews.want(key === '' ? [] : key.split(' ')), [previews, key])
  const states = updates.states.value
  const shown = previews.known.value
  const busy = updates.progress.value !== null
  return (
    <ul
      ref={listRef}
      class="update-list"
      aria-label="Newer versions"
      style={{
        paddingTop: `${from * ROW_HEIGHT}px`,
        height: `${outdated.length * ROW_HEIGHT}px`,
      }}
    >
      {drawn.map((each, index) => {
        const { nodeId } = each.layer
        return (
          <UpdateRow
            key={nodeId}
            outdated={each}
            shown={shown.get(nodeId)}
            state={states.get(nodeId)}
            chosen={choice.has(nodeId)}
            disabled={busy}
            position={from + index + 1}
            total={outdated.length}
            onChoose={(chosen) => onChoose(nodeId, chosen)}
            onShow={() => onShow(nodeId)}
          />
        )
      })}
    </ul>
  )
}

/** Previews of the layers of one check: by the next one they may have changed. */
export function useLayerPreviews(plugin: Plugin, check: Check | null): LayerPreviews {
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const previews = useMemo(() => createLayerPreviews(plugin), [plugin, check])
  useEffect(() => previews.close, [previews])
  return previews
}

/** Pixels of rows drawn beyond either edge, so that a scroll meets no gap. */
const BEYOND = 6 * ROW_HEIGHT

const LAYOUT: GridLayout = { columns: 1, tileWidth: 0, tileHeight: ROW_HEIGHT, gap: 0 }

/**
 * Which rows are in view, from the first to before the last, so that thousands cost no more than a screenful. The list
 * may stand anywhere in what scrolls.
 */
function useRowWindow(
  scroller: { readonly current: HTMLElement | null },
  list: { readonly current: HTMLElement | null },
  count: number,
): Range {
  const [shown, setShown] = useState<Range>({ from: 0, to: Math.min(count, 24) })
  useEffect(() => {
    const element = scroller.current
    if (element === null) return
    const measure = (): void => {
      const rows = list.current
      if (rows === null) return
      const above = element.getBoundingClientRect().top - rows.getBoundingClientRect().top
      const below = above + element.clientHeight
      const range = tilesBetween(LAYOUT, count, above - BEYOND, below + BEYOND)
      setShown((before) => (JSON.stringify(before) === JSON.stringify(range) ? before : range))
    }
    measure()
    element.addEventListener('scroll', measure)
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => {
      element.removeEventListener('scroll', measure)
      observer.disconnect()
    }
  }, [scroller, list, count])
  return shown
}
