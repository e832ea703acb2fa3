export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
}

const TOKEN =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[[\s\S]*?\]\]>|<!DOCTYPE[^[>]*(?:\[[\s\S]*?\])?\s*>|<(\/?)([A-Za-z_][\w.:-]*)((?:\s+[\w.:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|[^<]+/g

/** Reads the elements of well-formed XML; text is left out. Null where it is not well-formed. */
export function parseXml(text: string): XmlElement | null {
  interface Open {
    name: string
    attributes: Record<string, string>
    children: XmlElement[]
  }
  const top: Open = { name: '', attributes: {}, children: [] }
  const stack: Open[] = [top]
  let end = 0
  for (const match of text.matchAll(TOKEN)) {
    if (match.index !== end) return null
    end += match[0].length
    const name = match[2]
    if (name === undefined) continue
    const current = stack[stack.length - 1]
    if (current === undefined) return null
    if (match[1] === '/') {
      if (current.name !== name || stack.length === 1) return null
      stack.pop()
      continue
    }
    const element = { name, attributes: readAttributes(match[3] ?? ''), children: [] }
    current.children.push(element)
    if (match[4] !== '/') stack.push(element)
  }
  if (end !== text.length || stack.length !== 1 || top.children.length !== 1) return null
  return top.children[0] ?? null
}

function readAttributes(text: string): Record<string, string> {
  const found = text.matchAll(/([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)
  return Object.fromEntries([...found].map(([, name, a, b]) => [name ?? '', a ?? b ?? '']))
}
