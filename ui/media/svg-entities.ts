/** What entities may add to a drawing: far more than any has, far less than a tab holds. */
const MOST_CHARACTERS = 1_000_000
const DEEPEST = 16

export interface Doctype {
  /** What stands within its brackets. */
  readonly subset: string
  /** Where it begins and ends; both 0 in a text without one. */
  readonly start: number
  readonly end: number
}

export function readDoctype(text: string): Doctype {
  const start = /^[^]{0,65536}?(?=<!DOCTYPE)/i.exec(text)?.[0].length
  const root = text.search(/<(?:[\w-]+:)?svg[\s>/]/i)
  if (start === undefined || (root !== -1 && root < start)) return { subset: '', start: 0, end: 0 }
  let open = -1
  let subset = ''
  for (let at = start + '<!DOCTYPE'.length; at < text.length; at++) {
    const letter = text[at]
    if (letter === '"' || letter === "'") at = indexOrEnd(text, letter, at + 1)
    else if (open !== -1 && text.startsWith('<!--', at)) at = indexOrEnd(text, '-->', at) + 2
    else if (letter === '[' && open === -1) open = at + 1
    else if (letter === ']' && open !== -1) {
      subset = text.slice(open, at)
      open = -1
    } else if (letter === '>' && open === -1) return { subset, start, end: at + 1 }
  }
  return { subset, start, end: text.length }
}

function indexOrEnd(text: string, what: string, from: number): number {
  const at = text.indexOf(what, from)
  return at === -1 ? text.length : at
}

/**
 * A text with the entities that a document type defines written out, as browsers do it in part only.
 * What they would load from elsewhere is left out. Null where they unfold without end.
 */
export function unfold(text: string, subset: string): string | null {
  const entities = readEntities(subset)
  const sizes = new Map<string, number>()

  function sizeOf(part: string, depth: number): number {
    let size = 0
    for (const [, name = ''] of part.matchAll(REFERENCES)) {
      const value = entities.get(name)
      if (value === undefined) continue
      // What contains itself would go on for ever.
      if (depth === DEEPEST) return Infinity
      const known = sizes.get(name) ?? value.length + sizeOf(value, depth + 1)
      sizes.set(name, known)
      size += known
    }
    return size
  }
  function write(part: string): string {
    return part.replace(REFERENCES, (reference, name: string) => {
      const value = entities.get(name)
      return value === undefined ? reference : write(value)
    })
  }

  if (entities.size === 0) return text
  return sizeOf(text, 0) > MOST_CHARACTERS ? null : write(text)
}

const REFERENCES = /&([\w:.-]+);/g

function readEntities(subset: string): ReadonlyMap<string, string> {
  const entities = new Map<string, string>()
  const declarations = subset.matchAll(
    /<!--[^]*?(?:-->|$)|<!ENTITY\s+([\w:.-]+)\s+(?:"([^"]*)"|'([^']*)'|(?:SYSTEM|PUBLIC)\b)/g,
  )
  for (const [, name, value, quoted] of declarations) {
    // The first declaration of a name is the one that counts.
    if (name === undefined || entities.has(name)) continue
    // A reference may be written with a reference for its first letter.
    entities.set(name, (value ?? quoted ?? '').replace(/&#(?:38|x26);/gi, '&'))
  }
  return entities
}
