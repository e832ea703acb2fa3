/** First four and last two characters; less of an id that is short. */
export function maskedId(id: string): string {
  if (id.length < 10) return `${id.slice(0, 2)}…`
  return `${id.slice(0, 4)}…${id.slice(-2)}`
}

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const

/** How long the connection lasts, one sentence; both times in milliseconds since the epoch. */
export function timeLeftText(expiresAt: number | null, now: number): string {
  if (expiresAt === null) return 'Until Cliquify ends it.'
  const left = expiresAt - now
  if (left <= 0) return 'Expired.'
  for (const [unit, length] of UNITS) {
    const count = Math.floor(left / length)
    if (count >= 1) return `Another ${count} ${unit}${count === 1 ? '' : 's'}.`
  }
  return 'Less than a minute.'
}
