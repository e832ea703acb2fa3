import { useEffect, useRef } from 'preact/hooks'
import type { BrandAsset } from '../../../shared/brand.ts'
import { tileAfterKey } from './grid-keys.ts'
import type { Selection } from '../../brand/selection.ts'

export interface GridKeysOptions {
  readonly assets: readonly BrandAsset[]
  readonly columns: number
  readonly rowsInView: number
  readonly selection: Selection
  readonly focused: number
  /** Whether the focus is in the grid. */
  readonly within: boolean
  readonly moveTo: (index: number) => void
  readonly onPreview: (index: number) => void
}

export interface GridKeys {
  readonly onKeyDown: (event: KeyboardEvent) => void
  /** Told when a person turns to a place in the grid by other means than keys. */
  readonly stay: () => void
}

/** The keys of a grid; Enter is left to the button that has the focus. */
export function useGridKeys(options: GridKeysOptions): GridKeys {
  const { assets, columns, rowsInView, selection, focused, within, moveTo } = options
  const { length } = assets
  /** Whether a person asked for the end, which moves on as pages arrive. */
  const toEndRef = useRef(false)
  const moveRef = useRef(moveTo)
  useEffect(() => {
    moveRef.current = moveTo
    if (!within) toEndRef.current = false
  })
  useEffect(() => {
    if (toEndRef.current) moveRef.current(length - 1)
  }, [length])

  function extend(to: number): void {
    const asset = assets[to]
    if (asset !== undefined) selection.extend(asset, assets, assets[focused])
  }

  function onKeyDown(event: KeyboardEvent): void {
    // A key that is pressed on "Retry" in a tile is for that.
    if (!(event.target instanceof Element) || !event.target.matches('.asset-button')) return
    const { key, shiftKey } = event
    const command = event.ctrlKey || event.metaKey
    toEndRef.current = key === 'End'
    if (act(key, shiftKey, command, event.altKey)) {
      event.preventDefault()
      event.stopPropagation()
    }
  }

  return {
    onKeyDown,
    stay() {
      toEndRef.current = false
    },
  }

  function act(key: string, shift: boolean, command: boolean, alt: boolean): boolean {
    if (alt) return false
    if (command && key.toLowerCase() === 'a' && !shift) {
      selection.all(assets)
      return true
    }
    if (command) return false
    const to = tileAfterKey(key, focused, { count: assets.length, columns, rowsInView })
    if (to !== null) {
      if (shift) extend(to)
      moveTo(to)
      return true
    }
    if (key === ' ') {
      options.onPreview(focused)
      return true
    }
    return false
  }
}
