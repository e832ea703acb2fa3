import { urlsIn } from './inner-reference.ts'
import { matchedBy, MOST_MATCHES, styleRules } from './style-rules.ts'

/** What an element draws with: the element that a property, or `href`, names. */
export interface Reference {
  readonly property: string
  readonly target: Element
}

/**
 * The references of each element of a clean drawing that has any, by attribute, style or rule; null
 * where so many rules have some that matching them takes seconds.
 */
export function referencesIn(root: Element): ReadonlyMap<Element, readonly Reference[]> | null {
  const byId = new Map<string, Element>()
  const all = [root, ...root.querySelectorAll('*')]
  for (const element of all) {
    if (element.id !== '' && !byId.has(element.id)) byId.set(element.id, element)
  }
  const references = new Map<Element, Reference[]>()

  function add(element: Element, property: string, url: string): void {
    const target = url.startsWith('#') ? byId.get(decoded(url.slice(1))) : undefined
    if (target === undefined) return
    const own = references.get(element) ?? []
    own.push({ property, target })
    references.set(element, own)
  }
  function addAll(element: Element, style: CSSStyleDeclaration): void {
    for (const property of style) {
      for (const url of urlsIn(style.getPropertyValue(property))) add(element, property, url)
    }
  }

  for (const element of all) {
    for (const { name, localName, value } of element.attributes) {
      if (localName === 'href') add(element, 'href', value.trim())
      else if (name !== 'style' && value.includes('(')) {
        for (const url of urlsIn(value)) add(element, name, url)
      }
    }
    const hasUrls = element.getAttribute('style')?.includes('url(') === true
    if (hasUrls && element instanceof SVGElement) addAll(element, element.style)
  }
  const rules = [...styleRules(root)].filter(({ style }) => style.cssText.includes('url('))
  if (rules.length * all.length > MOST_MATCHES) return null
  for (const rule of rules) {
    for (const element of matchedBy(rule, root)) addAll(element, rule.style)
  }
  return references
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id)
  } catch {
    return id
  }
}
