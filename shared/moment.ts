import { LOCALE } from './locale.ts'

/** "today at 14:05", or "30 April 2026 at 18:00"; both in milliseconds since the epoch. */
export function momentText(time: number, now: number): string {
  const date = new Date(time)
  const clock = clockText(date)
  if (date.toDateString() === new Date(now).toDateString()) return `today at ${clock}`
  const day = date.toLocaleDateString(LOCALE, { day: 'numeric', month: 'long', year: 'numeric' })
  return `${day} at ${clock}`
}

/** "14:05". */
export function clockText(date: Date): string {
  return date.toLocaleTimeString(LOCALE, { hour: '2-digit', minute: '2-digit' })
}
