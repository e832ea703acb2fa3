import type { Rules } from './clean-css.ts'

/** Rules times elements: more take seconds to match. */
const MOST_MATCHES = 20_000_000

/** The texts of a drawing's style sheets. */
export function styleSheets(root: Element): readonly string[] {
  return [...root.querySelectorAll('style')].map(({ textContent }) => textContent)
}

/** The style rules of a drawing in their order, those within `@media` and the like included. */
function* styleRules(root: Element): Generator<CSSStyleRule> {
  for (const css of styleSheets(root)) {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    yield* rulesIn(sheet.cssRules)
  }
}

function* rulesIn(rules: CSSRuleList): Generator<CSSStyleRule> {
  for (const rule of rules) {
    if (rule instanceof CSSStyleRule) yield rule
    const { cssRules }: Rules = rule
    if (cssRules !== undefined) yield* rulesIn(cssRules)
  }
}

/** A drawing's root and all that is in it. */
export function elementsIn(root: Element): readonly Element[] {
  return [root, ...root.querySelectorAll('*')]
}

/**
 * Tells of each element the style of each rule that applies to it and is wanted; false, and nothing is
 * told, where there are so many that matching them takes seconds.
 */
export function matchStyles(
  root: Element,
  isWanted: (style: CSSStyleDeclaration) => boolean,
  tell: (element: Element, style: CSSStyleDeclaration) => void,
): boolean {
  const rules = [...styleRules(root)].filter(({ style }) => isWanted(style))
  if (rules.length * elementsIn(root).length > MOST_MATCHES) return false
  for (const rule of rules) {
    for (const element of matchedBy(rule, root)) tell(element, rule.style)
  }
  return true
}

/** The elements to which a rule applies; all where only the rules around it tell. */
function matchedBy({ selectorText }: CSSStyleRule, root: Element): readonly Element[] {
  if (!selectorText.includes('&')) {
    try {
      const inside = root.querySelectorAll(selectorText)
      return root.matches(selectorText) ? [root, ...inside] : [...inside]
    } catch {
      // A prefix of a namespace, which a selector by itself does not know.
    }
  }
  return elementsIn(root)
}
