import { useEffect } from 'preact/hooks'
import type { Trouble } from '../../shared/trouble.ts'

/**
 * Tries again what failed as soon as the device is back online; at once where it came back before
 * the failure was shown. `retry` must stay the same as long as what it would try is the same.
 */
export function useBackOnline(trouble: Trouble | null, retry: () => void): void {
  useEffect(() => {
    if (trouble?.action !== 'retry') return
    if (trouble.kind === 'offline' && navigator.onLine) {
      retry()
      return
    }
    addEventListener('online', retry)
    return () => removeEventListener('online', retry)
  }, [trouble, retry])
}
