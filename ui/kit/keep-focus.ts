import { useEffect } from 'preact/hooks'
import { inSight } from './in-sight.ts'

/**
 * When any of `what` changes: gives the focus to the screen where what had it is gone, and nothing
 * nearer has taken it. Not before a person has done something in the window.
 */
export function useKeptFocus(...what: readonly unknown[]): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      const isLost = document.activeElement === document.body && document.hasFocus()
      const { userActivation } = navigator as Partial<Navigator>
      if (!isLost || userActivation?.hasBeenActive !== true) return
      inSight('[role=tab][aria-selected=true], :is(h1, h2)[tabindex]')?.focus()
    })
    return () => clearTimeout(timer)
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, what)
}
