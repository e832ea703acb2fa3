/**
 * Runs inside the plugin's UI, put there by the preview as Figma puts its own script: what the page
 * cannot do from outside, because the UI's `data:` document has no origin. The plugin does not know
 * of it.
 */

/** What the page tells the agent. */
export interface ToAgent {
  readonly previewAgent: {
    readonly theme?: 'light' | 'dark'
    /** Texts to type into fields, by the field's accessible name. */
    readonly fill?: Readonly<Record<string, string>>
    /** Goes on filling whenever such a field appears empty. */
    readonly keepFilling?: boolean
    /** The accessible name or text of something whose middle is to be told. */
    readonly find?: string
  }
}

/** What the agent tells the page: an error that nothing in the UI caught. */
export interface FromAgent {
  readonly previewAgent: { readonly uncaught: string }
}

const filled = new WeakSet<Element>()

addEventListener('message', (event: MessageEvent<unknown>) => {
  if (!isToAgent(event.data)) return
  event.stopImmediatePropagation()
  const { theme, fill, keepFilling, find } = event.data.previewAgent
  if (find !== undefined) top?.postMessage({ previewFound: middleOf(find) }, '*')
  if (theme !== undefined) setTheme(theme)
  if (fill === undefined) return
  fillFields(fill, false)
  if (keepFilling === true) {
    new MutationObserver(() => fillFields(fill, true)).observe(document, {
      childList: true,
      subtree: true,
    })
  }
})

addEventListener('error', ({ message, error }) => report(error ?? message))
addEventListener('unhandledrejection', ({ reason }) => report(reason))
addEventListener('securitypolicyviolation', ({ blockedURI, effectiveDirective }) => {
  report(`The manifest's networkAccess blocked ${blockedURI} (${effectiveDirective}).`)
})

/** In the coordinates of the plugin's window; null where nothing visible is called so. */
function middleOf(name: string): { x: number; y: number } | null {
  for (const element of document.querySelectorAll<HTMLElement>(
    'button, [role=tab], [role=status]',
  )) {
    const called = element.getAttribute('aria-label') ?? element.textContent
    const { x, y, width, height } = element.getBoundingClientRect()
    if (width === 0 || !called.trim().startsWith(name) || element.matches(':disabled')) continue
    return { x: x + width / 2, y: y + height / 2 }
  }
  return null
}

function setTheme(theme: 'light' | 'dark'): void {
  document.documentElement.classList.remove('figma-light', 'figma-dark')
  document.documentElement.classList.add(`figma-${theme}`)
}

function fillFields(values: Readonly<Record<string, string>>, onlyNew: boolean): void {
  for (const input of document.querySelectorAll('input')) {
    const value = values[nameOf(input)]
    if (value === undefined || (onlyNew && (input.value !== '' || filled.has(input)))) continue
    filled.add(input)
    // The property's own setter: frameworks may have put theirs on the element.
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, value)
    input.dispatchEvent(new InputEvent('input', { bubbles: true, data: value }))
    input.dispatchEvent(new Event('change', { bubbles: true }))
  }
}

function nameOf(input: HTMLInputElement): string {
  const label = input.labels?.[0]?.textContent
  return (input.getAttribute('aria-label') ?? label ?? input.placeholder).trim()
}

function report(reason: unknown): void {
  const uncaught = reason instanceof Error ? (reason.stack ?? String(reason)) : String(reason)
  const message: FromAgent = { previewAgent: { uncaught } }
  parent.postMessage(message, '*')
}

function isToAgent(data: unknown): data is ToAgent {
  return typeof data === 'object' && data !== null && 'previewAgent' in data
}
