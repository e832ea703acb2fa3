import { useEffect, useState } from 'preact/hooks'

/** The rows that are drawn: from the first to before the last. */
export interface RowWindow {
  readonly first: number
  readonly last: number
}

/** Rows drawn beyond either edge, so that a scroll meets no gap. */
const BEYOND = 6

/**
 * Which rows of equal height are in view, so that thousands cost no more than a screenful. The list
 * may stand anywhere in what scrolls.
 */
export function useRowWindow(
  scroller: { readonly current: HTMLElement | null },
  list: { readonly current: HTMLElement | null },
  rowHeight: number,
  count: number,
): RowWindow {
  const [shown, setShown] = useState<RowWindow>({ first: 0, last: Math.min(count, 24) })
  useEffect(() => {
    const element = scroller.current
    if (element === null) return
    const measure = (): void => {
      const rows = list.current
      if (rows === null) return
      const above = element.getBoundingClientRect().top - rows.getBoundingClientRect().top
      const first = Math.max(0, Math.floor(above / rowHeight) - BEYOND)
      const end = Math.ceil((above + element.clientHeight) / rowHeight) + BEYOND
      const last = Math.max(0, Math.min(count, end))
      setShown((before) =>
        before.first === first && before.last === last ? before : { first, last },
      )
    }
    measure()
    element.addEventListener('scroll', measure, { passive: true })
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => {
      element.removeEventListener('scroll', measure)
      observer.disconnect()
    }
  }, [scroller, list, rowHeight, count])
  return shown
}
