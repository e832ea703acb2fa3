/** Narrows what was stored by an earlier version, or by someone else, before it is trusted. */

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isStringOrNull(value: unknown): value is string | null {
  return typeof value === 'string' || value === null
}

export function isFiniteNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}

/** The parsed JSON object, or null where the text is none. */
export function parseRecord(text: string): Readonly<Record<string, unknown>> | null {
  if (text === '') return null
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) ? value : null
  } catch {
    return null
  }
}
