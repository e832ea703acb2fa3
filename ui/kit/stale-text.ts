import type { Trouble } from '../../shared/trouble.ts'
import { LOCALE } from '../../shared/locale.ts'

/** Since when what is shown may have changed, and why it is not newer; times in milliseconds. */
export function staleText(trouble: Trouble, asOf: number, now: number): string {
  const when = momentText(asOf, now)
  if (isOffline(trouble)) return `Offline, as of ${when}.`
  return `${trouble.message} Shown as of ${when}.`
}

export function isOffline(trouble: Trouble): boolean {
  return trouble.kind === 'offline'
}

function momentText(time: number, now: number): string {
  const date = new Date(time)
  const clock = date.toLocaleTimeString(LOCALE, { hour: '2-digit', minute: '2-digit' })
  if (date.toDateString() === new Date(now).toDateString()) return `today at ${clock}`
  const day = date.toLocaleDateString(LOCALE, { day: 'numeric', month: 'long', year: 'numeric' })
  return `${day} at ${clock}`
}
