/** What entities may add to a drawing: far more than any has, far less than a tab holds. */
const MOST_CHARACTERS = 4_000_000
const DEEPEST = 16

/**
 * The text without its document type, with the entities that this defined written out: Illustrator
 * writes its namespaces so. What they would load from elsewhere is left out. Null where they unfold
 * without end.
 */
export function withoutDoctype(text: string): string | null {
  const start = /^[^]{0,65536}?(?=<!DOCTYPE)/i.exec(text)?.[0].length
  const root = text.search(/<(?:[\w-]+:)?svg[\s>/]/i)
  if (start === undefined || (root !== -1 && root < start)) return text
  const { subset, end } = readDoctype(text, start)
  const entities = readEntities(subset)
  const rest = text.slice(0, start) + text.slice(end)
  return entities.size === 0 ? rest : unfold(rest, entities)
}

/** Where the document type ends, and what stands within its brackets. */
function readDoctype(text: string, start: number): { subset: string; end: number } {
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
    } else if (letter === '>' && open === -1) return { subset, end: at + 1 }
  }
  return { subset, end: text.length }
}

function indexOrEnd(text: string, what: string, from: number): number {
  const at = text.indexOf(what, from)
  return at === -1 ? text.length : at
}

function readEntities(subset: string): ReadonlyMap<string, string> {
  const entities = new Map<string, string>()
  const declarations = subset.matchAll(
    /<!--[^]*?(?:-->|$)|<!ENTITY\s+([\w:.-]+)\s+(?:"([^"]*)"|'([^']*)'|(?:SYSTEM|PUBLIC)\b)/g,
  )
  for (const [, name, value, quoted] of declarations) {
    // The first declaration of a name is the one that counts.
    if (name !== undefined && !entities.has(name)) entities.set(name, value ?? quoted ?? '')
  }
  return entities
}

function unfold(text: string, entities: ReadonlyMap<string, string>): string | null {
  let room = MOST_CHARACTERS
  const write = (part: string, depth: number): string =>
    part.replace(/&([\w:.-]+);/g, (reference, name: string) => {
      const value = entities.get(name)
      if (value === undefined || room < 0) return reference
      // What contains itself would go on for ever.
      room = depth === DEEPEST ? -1 : room - value.length - 1
      return write(value, depth + 1)
    })
  const whole = write(text, 0)
  return room < 0 ? null : whole
}
