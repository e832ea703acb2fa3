import type { ItemKind } from '../../shared/color-name.ts'
import { NAMESPACE } from '../namespace.ts'
import { parseNote } from '../read.ts'

/**
 * Which of a kit's colors have been in the file as each kind: one that has been and is gone was deleted
 * by a person, and is not made again unasked. Kept in the file, as short as a kit of thousands needs.
 */
export interface MadeColors {
  has(kind: ItemKind, identity: string): boolean
}

export function readMade(root: DocumentNode, kitId: string): MadeColors {
  const data = parseNote(root.getSharedPluginData(NAMESPACE, KEY_PREFIX + kitId))
  const made = { style: textsIn(data?.['style']), variable: textsIn(data?.['variable']) }
  return { has: (kind, identity) => made[kind].has(shortOf(identity)) }
}

/** `identities`: those that are in the file now; what else was noted stays for `known` ones. Writes only where it differs. */
export function noteMade(
  root: DocumentNode,
  kitId: string,
  identities: Readonly<Record<ItemKind, readonly string[]>>,
  known: readonly string[],
): void {
  const before = readMade(root, kitId)
  const listed = (kind: ItemKind): readonly string[] => {
    const kept = known.filter((identity) => before.has(kind, identity))
    return [...new Set([...kept, ...identities[kind]].map(shortOf))].sort()
  }
  const text = JSON.stringify({ style: listed('style'), variable: listed('variable') })
  const key = KEY_PREFIX + kitId
  if (root.getSharedPluginData(NAMESPACE, key) !== text) {
    root.setSharedPluginData(NAMESPACE, key, text)
  }
}

const KEY_PREFIX = 'made-'

function textsIn(list: unknown): ReadonlySet<string> {
  const texts = Array.isArray(list) ? (list as readonly unknown[]) : []
  return new Set(texts.filter((text) => typeof text === 'string'))
}

/** FNV-1a: an entry of shared plugin data holds 100 kB, and ids may be long. */
function shortOf(identity: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < identity.length; at++) {
    hash = Math.imul(hash ^ identity.charCodeAt(at), 0x01000193)
  }
  return (hash >>> 0).toString(36)
}
