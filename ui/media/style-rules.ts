/** Rules times elements: more take seconds to match. */
export const MOST_MATCHES = 20_000_000

/** The style rules of a drawing in their order, those within `@media` and the like included. */
export function* styleRules(root: Element): Generator<CSSStyleRule> {
  for (const { textContent } of root.querySelectorAll('style')) {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(textContent)
    yield* rulesIn(sheet.cssRules)
  }
}

function* rulesIn(rules: CSSRuleList): Generator<CSSStyleRule> {
  for (const rule of rules) {
    if (rule instanceof CSSStyleRule) yield rule
    // Browsers that read no rules within style rules have no list of them.
    const isParent = rule instanceof CSSStyleRule || rule instanceof CSSGroupingRule
    if (isParent && 'cssRules' in rule) yield* rulesIn(rule.cssRules)
  }
}

/** The elements to which a rule applies; all where only the rules around it tell. */
export function matchedBy({ selectorText }: CSSStyleRule, root: Element): readonly Element[] {
  if (!selectorText.includes('&')) {
    try {
      const inside = root.querySelectorAll(selectorText)
      return root.matches(selectorText) ? [root, ...inside] : [...inside]
    } catch {
      // A prefix of a namespace, which a selector by itself does not know.
    }
  }
  return [root, ...root.querySelectorAll('*')]
}
