import { ifAble } from './if-able.ts'

/** Tells whenever something else is selected, or another page is shown. */
export function whenSelected(figma: Pick<PluginAPI, 'on'>, tell: () => void): void {
  for (const event of ['selectionchange', 'currentpagechange'] as const) {
    ifAble(() => figma.on(event, tell))
  }
}
