import { useSignal, type ReadonlySignal } from '@preact/signals'
import type { RefObject } from 'preact'
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { BrandAsset } from '../../../shared/brand.ts'
import { assetKey } from '../../brand/asset-key.ts'
import {
  gridLayout,
  moveToShow,
  pitchOf,
  tilesBetween,
  topOf,
  type GridLayout,
  type GridView,
  type Range,
} from './grid-layout.ts'
import type { Place, TabState } from '../../brand/tab-state.ts'
import { isSameList } from './same-place.ts'
import { indexOfKey } from './use-grid-focus.ts'
import { coverAbove, scrollerOf } from './scroller.ts'

export interface GridWindowOptions {
  readonly view: GridView
  readonly tileSize: number
  readonly assets: readonly BrandAsset[]
  /** The tile that keeps its place on screen when the layout changes, where it is in view. */
  readonly focused: number
  /** Where the place is kept when the grid goes, and taken up when it comes back. */
  readonly tab: Pick<TabState, 'place'>
}

/** The part of a grid that is worth having in the document. */
export interface GridWindow {
  readonly layout: GridLayout
  /** What is in view, and some more on both sides. */
  readonly range: Range
  readonly rowsInView: number
  /** True while tiles fly by: what they show need not be fetched. */
  readonly hurried: ReadonlySignal<boolean>
  /** Brings a tile into view. */
  readonly reveal: (index: number) => void
}

interface Measured {
  readonly width: number
  readonly range: Range
  readonly rowsInView: number
}

const OVERSCAN_PX = 300
/** Views that go by from one scroll event to the next, from which on it is too fast to see. */
const HURRIED_VIEWS = 0.4
const CALM_AFTER_MS = 100
/** What the bar at the bottom covers, where it is shown. */
const COVERED_BELOW_PX = 52
const NOTHING: Measured = { width: 0, range: { from: 0, to: 0 }, rowsInView: 1 }

/** Follows the scroll of whatever scrolls `list`, and keeps the place when the layout changes. */
export function useGridWindow(
  list: RefObject<HTMLElement | null>,
  { view, tileSize, assets, focused, tab }: GridWindowOptions,
): GridWindow {
  const [measured, setMeasured] = useState(NOTHING)
  const hurried = useSignal(false)
  const { width } = measured
  const layout = useMemo(() => gridLayout(view, width, tileSize), [view, width, tileSize])
  const scrollerRef = useRef<HTMLElement | null>(null)
  const placeRef = useRef<Place | null>(null)
  const shownRef = useRef({ layout, assets, focused })

  /** How far the list has gone under the top of what scrolls it. */
  const topOfView = useCallback((): number => {
    const scroller = scrollerRef.current
    if (scroller === null || list.current === null) return 0
    return scroller.getBoundingClientRect().top - list.current.getBoundingClientRect().top
  }, [list])

  const measure = useCallback((): void => {
    const element = list.current
    const scroller = scrollerRef.current
    // Hidden behind another screen: it comes back as it was.
    if (element === null || scroller === null || element.clientWidth === 0) return
    const { layout: current, assets: all, focused: at } = shownRef.current
    const top = topOfView()
    const bottom = top + scroller.clientHeight
    placeRef.current = top <= 0 ? null : placeAt(current, all, at, top, bottom)
    const range = tilesBetween(current, all.length, top - OVERSCAN_PX, bottom + OVERSCAN_PX)
    const rowsInView = Math.max(1, Math.floor(scroller.clientHeight / pitchOf(current)))
    const next = { width: element.clientWidth, range, rowsInView }
    setMeasured((last) => (JSON.stringify(last) === JSON.stringify(next) ? last : next))
  }, [list, topOfView])

  useLayoutEffect(() => {
    const before = shownRef.current
    shownRef.current = { layout, assets, focused }
    const scroller = scrollerRef.current
    const place = placeRef.current
    if (scroller !== null && place !== null) {
      const moved = before.layout !== layout || before.assets !== assets
      if (moved && isSameList(before.assets, assets, assetKey)) {
        const index = indexOfKey(assets, place.key, place.index)
        if (index >= 0) {
          const by = topOf(layout, index) + place.rows * pitchOf(layout) - topOfView()
          if (Math.abs(by) >= 1) scroller.scrollTop += by
        }
      } else if (moved) scroller.scrollTop -= topOfView() + coverAbove(list.current, scroller)
    }
    measure()
  }, [layout, assets, focused, list, measure, topOfView])

  useLayoutEffect(() => {
    const element = list.current
    const scroller = element === null ? null : scrollerOf(element)
    if (element === null || scroller === null) return
    scrollerRef.current = scroller
    let timer: ReturnType<typeof setTimeout> | undefined
    let last = scroller.scrollTop
    const follow = (): void => {
      const by = Math.abs(scroller.scrollTop - last)
      last = scroller.scrollTop
      if (by > scroller.clientHeight * HURRIED_VIEWS) hurried.value = true
      clearTimeout(timer)
      timer = setTimeout(() => {
        hurried.value = false
      }, CALM_AFTER_MS)
      measure()
    }
    const sizes = new ResizeObserver(measure)
    // The list moves when what stands above it changes its height.
    for (const each of [scroller, element, ...scroller.children]) sizes.observe(each)
    scroller.addEventListener('scroll', follow)
    measure()
    // It is gone to as soon as the tiles have their size.
    if (scroller.scrollTop === 0) placeRef.current = tab.place
    return () => {
      tab.place = placeRef.current
      clearTimeout(timer)
      sizes.disconnect()
      scroller.removeEventListener('scroll', follow)
    }
  }, [list, measure, hurried, tab])

  const reveal = useCallback(
    (index: number): void => {
      const scroller = scrollerRef.current
      if (scroller === null) return
      const top = topOfView()
      const bottom = top + scroller.clientHeight - COVERED_BELOW_PX
      const from = top + coverAbove(list.current, scroller)
      scroller.scrollTop += moveToShow(shownRef.current.layout, index, from, bottom)
    },
    [list, topOfView],
  )

  const { range, rowsInView } = measured
  return { layout, range, rowsInView, hurried, reveal }
}

/** The focused tile where it is in view, or else the first one that is. */
function placeAt(
  layout: GridLayout,
  assets: readonly BrandAsset[],
  focused: number,
  top: number,
  bottom: number,
): Place | null {
  const inView = moveToShow(layout, focused, top, bottom) === 0
  const index = inView ? focused : tilesBetween(layout, assets.length, top, bottom).from
  const asset = assets[index]
  if (asset === undefined) return null
  return { index, key: assetKey(asset), rows: (top - topOf(layout, index)) / pitchOf(layout) }
}
