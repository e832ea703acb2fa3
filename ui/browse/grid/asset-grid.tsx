import { useSignal } from '@preact/signals'
import type { VNode } from 'preact'
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { BrandAsset } from '../../../shared/brand.ts'
import { assetKey } from '../../brand/asset-key.ts'
import type { ScreenProps } from '../../screen.ts'
import { useMenu, type MenuItem } from '../../kit/menu.tsx'
import { whyNotPlaceable } from '../../placement/placeable.ts'
import { ActionBar } from '../action-bar.tsx'
import { AssetTile, type TileEvents } from './asset-tile.tsx'
import { act, ACTION_TEXTS, actionsOn, type CanvasAction } from '../canvas-action.ts'
import { heightOf } from './grid-layout.ts'
import { Preview } from '../preview/preview.tsx'
import type { Browsing } from '../use-browsing.ts'
import { TileActions } from './tile-actions.tsx'
import { useGridFocus } from './use-grid-focus.ts'
import { useGridKeys } from './use-grid-keys.ts'
import { useGridWindow } from './use-grid-window.ts'
import './asset-grid.css'

export interface AssetGridProps {
  readonly screen: ScreenProps
  /** What the grid holds, for people who do not see it: "logos". */
  readonly label: string
  readonly browsing: Browsing
  /** Asks for the next page, ahead of the scroll; null where all is loaded, or is being loaded. */
  readonly onMore: (() => void) | null
}

/** The next page is asked for while this many views are still to come. */
const VIEWS_AHEAD = 3

/** Assets as tiles or rows, of which only those near the view are in the document. */
export function AssetGrid({ screen, label, browsing, onMore }: AssetGridProps): VNode {
  const { brand, editor, placer } = screen
  const { tab, shown: assets } = browsing
  const { view, tileSize } = browsing.view
  const { selection } = tab
  const list = useRef<HTMLUListElement>(null)
  const hintId = useId()
  const hovered = useSignal<number | null>(null)
  const [previewed, setPreviewed] = useState<BrandAsset | null>(null)
  const [wanted, setWanted] = useState<CanvasAction | null>(null)
  const [menu, openMenu] = useMenu()

  const focus = useGridFocus(list, assets)
  const { layout, range, rowsInView, hurried, reveal } = useGridWindow(list, {
    view,
    tileSize,
    assets,
    focused: focus.index,
    tab,
  })
  const moveTo = (index: number): void => {
    focus.moveTo(index)
    reveal(index)
  }

  const selectedKeys = selection.keys.value
  const selectedCount = selectedKeys.size
  const hiddenCount = useMemo(
    () => selectedKeys.size - assets.filter((each) => selectedKeys.has(assetKey(each))).length,
    [assets, selectedKeys],
  )
  const actions = actionsOn(placer.canvas.value, editor)
  const pending = wanted !== null && selectedCount === 0 && actions.includes(wanted) ? wanted : null
  // Who has placed something once knows how.
  const isNew = brand.recentAssets.value.length === 0
  const previewIndex = previewed === null ? -1 : focus.indexOf(previewed)

  function press(asset: BrandAsset, event: MouseEvent): void {
    // The second click of a double click counts 2; it must not place a second copy.
    if (event.detail > 1) return
    if (event.ctrlKey || event.metaKey) selection.toggle(asset)
    else if (event.shiftKey) selection.extend(asset, assets)
    else if (event.altKey) void placer.fillSelection(withSelected(asset))
    else if (pending !== null) {
      setWanted(null)
      void act(placer, pending, [asset])
    } else if (event.detail === 0) void placer.place(withSelected(asset))
    else void placer.place([asset])
  }

  /** A selected asset stands for all that are selected. */
  function withSelected(asset: BrandAsset): readonly BrandAsset[] {
    return selection.keys.value.has(assetKey(asset)) ? selection.inOrder(assets) : [asset]
  }

  /** Its buttons go; who pressed one goes on in the grid. */
  function leaveBar(): void {
    selection.clear()
    setWanted(null)
    focus.moveTo(tabStop)
  }

  function itemsOf(asset: BrandAsset): readonly MenuItem[] {
    const all = withSelected(asset)
    const isSelected = selectedKeys.has(assetKey(asset))
    const placing: readonly MenuItem[] =
      whyNotPlaceable(asset) === null
        ? [
            [all.length > 1 ? `Place ${all.length}` : 'Place', () => void placer.place(all)],
            ...actionsOn(placer.canvas.value, editor, asset).map((action): MenuItem => [
              ACTION_TEXTS[action].name,
              () => void act(placer, action, all),
            ]),
          ]
        : []
    return [
      ...placing,
      ['Details', () => setPreviewed(asset)],
      [isSelected ? 'Deselect' : 'Select', () => selection.toggle(asset)],
      [
        brand.favourites.value.has(assetKey(asset))
          ? 'Remove from favourites'
          : 'Add to favourites',
        () => brand.toggleFavourite(asset),
      ],
    ]
  }

  const latestRef = useRef({ press, withSelected })
  useLayoutEffect(() => {
    latestRef.current = { press, withSelected }
  })
  const { noteFocus } = focus
  const events = useMemo<TileEvents>(
    () => ({
      pressed: (asset, event) => latestRef.current.press(asset, event),
      focused: noteFocus,
      dragged: (asset) => latestRef.current.withSelected(asset),
      dropped: selection.clear,
    }),
    [noteFocus, selection],
  )

  const near = range.to + VIEWS_AHEAD * rowsInView * layout.columns >= assets.length
  useEffect(() => {
    if (near && onMore !== null && layout.tileWidth > 0) onMore()
  }, [near, onMore, layout, assets])

  const { onKeyDown, stay } = useGridKeys({
    assets,
    columns: layout.columns,
    rowsInView,
    selection,
    focused: focus.index,
    within: focus.within,
    moveTo,
    onPreview: (index) => setPreviewed(assets[index] ?? null),
  })

  const indexes: number[] = []
  for (let index = range.from; index < range.to; index++) indexes.push(index)
  const tabStop = focus.within || indexes.includes(focus.index) ? focus.index : range.from
  if (tabStop < range.from) indexes.unshift(tabStop)
  else if (tabStop >= range.to && tabStop < assets.length) indexes.push(tabStop)

  return (
    <div
      class="asset-grid"
      onPointerDown={stay}
      onPointerOver={(event) => {
        hovered.value = indexUnder(event)
      }}
      onPointerLeave={() => {
        hovered.value = null
      }}
      onContextMenu={(event) => {
        const asset = assets[indexUnder(event) ?? -1]
        if (asset !== undefined) openMenu(event, asset.name, itemsOf(asset))
      }}
    >
      <ul
        ref={list}
        class="asset-grid-list"
        aria-label={label}
        aria-describedby={hintId}
        style={{ height: `${heightOf(layout, assets.length)}px` }}
        onKeyDown={onKeyDown}
        onFocusCapture={focus.enter}
        onBlurCapture={focus.leave}
      >
        {indexes.map((index) => {
          const asset = assets[index]
          if (asset === undefined) return null
          return (
            <AssetTile
              key={assetKey(asset)}
              asset={asset}
              index={index}
              count={assets.length}
              layout={layout}
              tabStop={index === tabStop}
              screen={screen}
              browsing={browsing}
              hurried={hurried}
              hovered={hovered}
              events={events}
            />
          )
        })}
      </ul>
      <p id={hintId} hidden>
        Enter places, Space shows details, Shift with the arrow keys selects.
      </p>
      {menu}
      <div class="asset-grid-over">
        <TileActions
          assets={assets}
          hovered={hovered}
          layout={layout}
          selection={selection}
          brand={brand}
          onDetails={(index) => {
            focus.moveTo(index)
            setPreviewed(assets[index] ?? null)
          }}
        />
      </div>
      {previewIndex < 0 && selectedCount + actions.length === 0 && isNew && (
        <p class="action-bar hint">Click an asset to place it, or drag it onto a design.</p>
      )}
      {previewIndex < 0 && selectedCount + actions.length > 0 && (
        <ActionBar
          selected={selectedCount}
          hidden={hiddenCount}
          actions={actions}
          pending={pending}
          onAction={(action) => {
            const selected = selection.inOrder(assets)
            setWanted(selected.length === 0 && pending !== action ? action : null)
            if (selected.length > 0) void act(placer, action, selected)
          }}
          onPlace={() => {
            void placer.place(selection.inOrder(assets))
            leaveBar()
          }}
          onClear={leaveBar}
        />
      )}
      {previewed !== null && previewIndex >= 0 && (
        <Preview
          asset={assets[previewIndex] ?? previewed}
          index={previewIndex}
          count={assets.length}
          screen={screen}
          folder={browsing.folderNames(previewed)}
          onMove={(index) => {
            setPreviewed(assets[index] ?? null)
            reveal(index)
          }}
          onClose={() => {
            setPreviewed(null)
            moveTo(previewIndex)
          }}
        />
      )}
    </div>
  )
}

/** Which tile a person points at; null for none. */
function indexUnder({ target }: Event): number | null {
  const tile = target instanceof Element ? target.closest('[data-index]') : null
  return tile === null ? null : Number(tile.getAttribute('data-index'))
}
