import type { RefObject, TargetedFocusEvent } from 'preact'
import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { BrandAsset } from '../../../shared/brand.ts'
import { assetKey } from '../../brand/asset-key.ts'
import { staysInside } from '../../kit/stays-inside.ts'

/** Which tile of a grid has the focus, or had it last. */
export interface GridFocus {
  readonly index: number
  /** Whether the focus is in the grid. */
  readonly within: boolean
  indexOf(asset: BrandAsset): number
  /** Gives the focus to a tile, as soon as it is in the document. */
  moveTo(index: number): void
  /** Told by a tile that got the focus by itself. */
  readonly noteFocus: (index: number) => void
  readonly enter: () => void
  readonly leave: (event: TargetedFocusEvent<HTMLElement>) => void
}

interface Focused {
  readonly key: string | null
  /** Where it was seen last. */
  readonly index: number
}

export function useGridFocus(
  list: RefObject<HTMLElement | null>,
  assets: readonly BrandAsset[],
): GridFocus {
  const [focused, setFocused] = useState<Focused>({ key: null, index: 0 })
  const [within, setWithin] = useState(false)
  const wantedRef = useRef<number | null>(null)
  const assetsRef = useRef(assets)

  const found = focused.key === null ? -1 : indexOfKey(assets, focused.key, focused.index)
  // The neighbour takes the place of one that is gone.
  const index = found >= 0 ? found : Math.max(0, Math.min(focused.index, assets.length - 1))

  const noteFocus = useCallback((at: number): void => {
    const asset = assetsRef.current[at]
    setFocused({ key: asset === undefined ? null : assetKey(asset), index: at })
  }, [])

  useLayoutEffect(() => {
    assetsRef.current = assets
    // A tile that was removed took the focus with it.
    const lost = within && document.activeElement === document.body
    const at = wantedRef.current ?? (lost ? index : null)
    if (at === null || !focusTile(list.current, at)) return
    wantedRef.current = null
  })

  return {
    index,
    within,
    indexOf: (asset) => indexOfKey(assets, assetKey(asset), index),
    moveTo(at) {
      noteFocus(at)
      wantedRef.current = at
      if (focusTile(list.current, at)) wantedRef.current = null
    },
    noteFocus,
    enter: () => setWithin(true),
    leave(event) {
      const { target } = event
      if (staysInside(event)) return
      // A tile that is removed, and a window that is left, have the focus still to be given back.
      if (!(target instanceof Node) || !target.isConnected || !document.hasFocus()) return
      setWithin(false)
    },
  }
}

function focusTile(list: HTMLElement | null, index: number): boolean {
  const button = list?.querySelector<HTMLElement>(`[data-index="${index}"] > button`) ?? null
  button?.focus({ preventScroll: true })
  // Behind a dialog nothing takes the focus.
  return button !== null && document.activeElement === button
}

/** Where an asset stands, looked for first where it stood before; -1 where it is not there. */
export function indexOfKey(assets: readonly BrandAsset[], key: string, guess: number): number {
  const there = assets[guess]
  if (there !== undefined && assetKey(there) === key) return guess
  return assets.findIndex((asset) => assetKey(asset) === key)
}
