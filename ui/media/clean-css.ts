import { isInnerReference, urlsIn } from './inner-reference.ts'

/**
 * CSS without what it would load from elsewhere. The browser reads it, so that nothing is spelled in
 * a way that slips through, and writes it again.
 */
export function cleanStyleSheet(css: string): string {
  if (!mayLoad(css)) return css
  const sheet = new CSSStyleSheet()
  // Leaves out `@import`, and loads nothing as long as no document uses it.
  sheet.replaceSync(css)
  cleanRules(sheet)
  return [...sheet.cssRules].map(({ cssText }) => cssText).join('\n')
}

/**
 * The value of a CSS property, or of any other attribute, spelled without escapes; null where it
 * points out of the file.
 */
export function cleanValue(property: string, value: string): string | null {
  if (!mayLoad(value)) return value
  const read = readValue(property, value)
  // What the browser does not read it does not spell out either: an escape might hide anything.
  if (read === null) return value.includes('\\') || pointsOut(value) ? null : value
  if (pointsOut(read)) return null
  return value.includes('\\') ? read : value
}

/** The declarations of a `style` attribute, without those that load something from elsewhere. */
export function cleanStyle(style: CSSStyleDeclaration): string {
  cleanDeclarations(style)
  return style.cssText
}

function cleanDeclarations(style: CSSStyleDeclaration): void {
  for (const property of [...style]) {
    if (cleanValue(property, style.getPropertyValue(property)) === null) {
      style.removeProperty(property)
    }
  }
}

/** Without these CSS neither calls a function nor has a rule that loads. */
export function mayLoad(css: string): boolean {
  return /[(@\\]/.test(css)
}

/** A rule, or all of them: some have declarations, some have rules inside. */
export type Rules = (CSSRule | CSSStyleSheet) &
  Partial<Pick<CSSStyleRule, 'style' | 'cssRules' | 'deleteRule'>>

/** False for rules that draw nothing: some have addresses, and none changes what is seen. */
function cleanRules(rules: Rules): boolean {
  const { style, cssRules } = rules
  if (style !== undefined) cleanDeclarations(style)
  let at = 0
  for (const rule of [...(cssRules ?? [])]) {
    if (cleanRules(rule)) at += 1
    else rules.deleteRule?.(at)
  }
  return style !== undefined || cssRules !== undefined
}

/** The value as the browser reads it; null where it does not, or only in its place. */
function readValue(property: string, value: string): string | null {
  if (property.startsWith('--') || /\bvar\(/i.test(value)) return null
  const { style } = document.createElement('i')
  style.setProperty(property, value)
  return style.getPropertyValue(property) || null
}

function pointsOut(css: string): boolean {
  if (/@import|image-set\((?!\s*url\()|\b(?:image|src|cross-fade)\(\s*["']/i.test(css)) return true
  return urlsIn(css).some((url) => !isInnerReference(url))
}
