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
  let room = MOST_CHARACTERS

  function write(part: string, depth: number): string {
    return part.replace(REFERENCES, (reference, name: string) => {
      const value = entities.get(name)
      if (value === undefined) return reference
      // What contains itself would go on for ever.
      room = depth === DEEPEST ? -1 : room - value.length
      return room < 0 ? '' : write(value, depth + 1)
    })
  }

  const written = entities.size === 0 ? text : write(text, 0)
  return room < 0 ? null : written
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
