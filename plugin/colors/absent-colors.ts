import type { ItemKind } from '../../shared/color-name.ts'
import { hashOf } from '../../shared/hash.ts'
import { readNote, writeNote } from '../notes.ts'
import { text } from '../read.ts'

/**
 * Why a color of the kit is not in the file: a person has deleted what was there of it, or has left it
 * out. Neither is made unasked.
 */
export type Absence = 'deleted' | 'left-out'

/** Why a color that is not there as this kind is not, by its identity; null where it is new. */
export type ReasonOfAbsence = (kind: ItemKind, identity: string) => Absence | null

/** What the file remembers of a kit's colors. */
export function readAbsent(root: DocumentNode, kitId: string): ReasonOfAbsence {
  const facts = readFacts(root, kitId)
  return (kind, identity) => {
    const known = facts.get(hashOf(identity)) ?? 0
    if (known & LEFT_OUT) return 'left-out'
    return known & HAS_BEEN[kind] ? 'deleted' : null
  }
}

/** Identities of a kit's colors once a sync is over. */
export interface SyncedColors {
  readonly inFile: Readonly<Record<ItemKind, readonly string[]>>
  /** Left out before, and made now. */
  readonly broughtBack: readonly string[]
  /** All that Cliquify has: of others it is forgotten that they have been there. */
  readonly known: readonly string[]
}

/** Writes only where it differs. */
export function noteSynced(root: DocumentNode, kitId: string, colors: SyncedColors): void {
  const before = readFacts(root, kitId)
  const facts = new Map([...before].map(([hash, fact]) => [hash, fact & LEFT_OUT]))
  for (const hash of colors.known.map(hashOf)) facts.set(hash, before.get(hash) ?? 0)
  for (const hash of colors.broughtBack.map(hashOf)) facts.set(hash, 0)
  add(facts, colors.inFile.style, HAS_BEEN.style)
  add(facts, colors.inFile.variable, HAS_BEEN.variable)
  writeFacts(root, kitId, facts)
}

/** Leaves colors out for good. */
export function noteLeftOut(
  root: DocumentNode,
  kitId: string,
  identities: readonly string[],
): void {
  const facts = readFacts(root, kitId)
  add(facts, identities, LEFT_OUT)
  writeFacts(root, kitId, facts)
}

/** What is known of each color, added up; by the hash of its identity, as ids may be long. */
type Facts = Map<number, number>

const HAS_BEEN: Readonly<Record<ItemKind, number>> = { style: 1, variable: 2 }
const LEFT_OUT = 4
const FACTS = 8

/** In base 36, of a hash and its facts: nothing parts them, so that a note holds thousands. */
const DIGITS = 7
const MOST = 9_000

const KEY_PREFIX = 'made-'

function add(facts: Facts, identities: readonly string[], fact: number): void {
  for (const hash of identities.map(hashOf)) facts.set(hash, (facts.get(hash) ?? 0) | fact)
}

function readFacts(root: DocumentNode, kitId: string): Facts {
  const noted = text(readNote(root, KEY_PREFIX + kitId)?.['colors'])
  const entries = noted?.match(/[\da-z]{7}/g) ?? []
  return new Map(
    entries.map((entry) => {
      const number = parseInt(entry, 36)
      return [Math.floor(number / FACTS), number % FACTS]
    }),
  )
}

function writeFacts(root: DocumentNode, kitId: string, facts: Facts): void {
  const entries = [...facts].flatMap(([hash, fact]) =>
    fact === 0 ? [] : (hash * FACTS + fact).toString(36).padStart(DIGITS, '0'),
  )
  writeNote(root, KEY_PREFIX + kitId, { colors: entries.sort().slice(0, MOST).join('') })
}
