import type { Trouble } from '../../shared/trouble.ts'
import { momentText } from '../../shared/moment.ts'

/** Since when what is shown may have changed, and why it is not newer; times in milliseconds. */
export function staleText(trouble: Trouble, asOf: number, now: number): string {
  const when = momentText(asOf, now)
  if (isOffline(trouble)) return `Offline, as of ${when}.`
  return `${trouble.message} Shown as of ${when}.`
}

export function isOffline(trouble: Trouble): boolean {
  return trouble.kind === 'offline'
}
