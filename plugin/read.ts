/**
 * Narrows what was stored by an earlier version, or by someone else, before it is trusted: everyone
 * who may edit a file can write into its shared plugin data.
 */

import { plainText } from '../shared/plain-text.ts'

/** Characters: several times what this plugin ever notes in one place. */
const MOST_NOTE = 64_000

/** Characters: a kit, a palette and a color, each as long as names of Cliquify get. */
const MOST_NAME = 1_000

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isStringOrNull(value: unknown): value is string | null {
  return typeof value === 'string' || value === null
}

export function isFiniteNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}

/** A name or text of a note, fit to be shown and written; null where it is none. */
export function readText(value: unknown): string | null {
  return typeof value === 'string' ? plainText(value, MOST_NAME) : null
}

/** The JSON object that a note is; null where it is none, or is larger than any of this plugin's. */
export function parseNote(text: string): Readonly<Record<string, unknown>> | null {
  if (text === '' || text.length > MOST_NOTE) return null
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) ? value : null
  } catch {
    return null
  }
}
