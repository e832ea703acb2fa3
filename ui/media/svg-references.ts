import { urlsIn } from './inner-reference.ts'
import { inTurns } from './let-others-run.ts'
import { elementsIn, matchStyles } from './style-rules.ts'
import { decoded } from '../cliquify/decode/url.ts'

/** What an element draws with: the element that a property, or `href`, names. */
export interface Reference {
  readonly property: string
  readonly target: Element
}

/**
 * The references of each element of a clean drawing that has any, by attribute, style or rule; null
 * where so many rules have some that matching them takes seconds.
 */
export async function referencesIn(
  root: Element,
): Promise<ReadonlyMap<Element, readonly Reference[]> | null> {
  const byId = new Map<string, Element>()
  const all = elementsIn(root)
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

  for await (const element of inTurns(all)) {
    for (const { name, localName, value } of element.attributes) {
      if (localName === 'href') add(element, 'href', value.trim())
      else if (name !== 'style' && value.includes('(')) {
        for (const url of urlsIn(value)) add(element, name, url)
      }
    }
    const hasUrls = element.getAttribute('style')?.includes('url(') === true
    if (hasUrls && element instanceof SVGElement) addAll(element, element.style)
  }
  const hasMatched = matchStyles(root, ({ cssText }) => cssText.includes('url('), addAll)
  return hasMatched ? references : null
}
