/**
 * Narrows what was stored by an earlier version, or by someone else, before it is trusted: everyone
 * who may edit a file can write into its shared plugin data.
 */

import { plainText } from '../shared/plain-text.ts'
import { ifAble } from './if-able.ts'

/** Characters: more than this plugin ever notes in one place. */
export const MOST_NOTE = 64_000

/** Characters: a kit, a palette and a color, each as long as names of Cliquify get. */
const MOST_NAME = 1_000

/** Gives a value as what it has to be; undefined where it is something else. */
export type Read<T> = (value: unknown) => T | undefined

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** None where it is no record. */
export function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {}
}

export const text: Read<string> = (value) => (typeof value === 'string' ? value : undefined)

export const finite: Read<number> = (value) =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined

/** A name or text of a note, fit to be shown and written. */
export const plain: Read<string> = (value) =>
  typeof value === 'string' ? plainText(value, MOST_NAME) : undefined

export function orNull<T>(read: Read<T>): Read<T | null> {
  return (value) => (value === null ? null : read(value))
}

export function oneOf<T extends string>(...known: readonly T[]): Read<T> {
  return (value) => known.find((each) => each === value)
}

/** What kind of Cliquify's assets something is of. */
export const readKind = oneOf('logo', 'asset', 'template')

/** Leaves out what is something else. */
export function listOf<T>(read: Read<T>): Read<readonly T[]> {
  return (value) =>
    Array.isArray(value) ? value.flatMap((each: unknown) => read(each) ?? []) : undefined
}

/** Refuses the whole list where one is something else. */
export function allOf<T>(read: Read<T>): Read<readonly T[]> {
  const known = listOf(read)
  return (value) => {
    const list = known(value)
    return Array.isArray(value) && list?.length === value.length ? list : undefined
  }
}

/** Nothing but these members, all of which have to be there. */
export function recordOf<T>(members: { readonly [K in keyof T]: Read<T[K]> }): Read<T> {
  return (value) => {
    if (!isRecord(value)) return undefined
    const read: Partial<T> = {}
    for (const key in members) {
      const member = members[key](value[key])
      if (member === undefined) return undefined
      read[key] = member
    }
    return read as T
  }
}

/** Whatever the names of its members; leaves out what is something else. */
export function mapOf<T>(read: Read<T>): Read<Readonly<Record<string, T>>> {
  return (value) => {
    if (!isRecord(value)) return undefined
    const known = Object.entries(value).flatMap(([name, member]) => {
      const found = read(member)
      return found === undefined ? [] : [[name, found] as const]
    })
    return Object.fromEntries(known)
  }
}

/** The JSON object that a note is; null where it is none, or is larger than any of this plugin's. */
export function parseNote(note: string): Readonly<Record<string, unknown>> | null {
  if (note === '' || note.length > MOST_NOTE) return null
  const value = ifAble((): unknown => JSON.parse(note))
  return isRecord(value) ? value : null
}
