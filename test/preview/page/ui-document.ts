export type Theme = 'light' | 'dark'

/** What Figma adds to a plugin's UI, and what the preview adds in its place. */
export interface UiAdditions {
  /** The agent's script; see agent.ts. */
  readonly agent: string
  /** The style with the `--figma-color-*` variables; null without `themeColors`. */
  readonly themeStyle: string | null
  readonly theme: Theme
}

/** The plugin's HTML as Figma opens it. */
export function uiDocument(html: string, { agent, themeStyle, theme }: UiAdditions): string {
  const setTheme = `document.documentElement.classList.add('figma-${theme}')`
  const head = [
    themeStyle === null ? '' : `<style>${themeStyle}</style><script>${setTheme}</script>`,
    `<script>${agent.replaceAll('</script', '<\\/script')}</script>`,
  ].join('')
  const at = /<head[^>]*>/i.exec(html)
  const end = at === null ? (/^\s*<!doctype[^>]*>/i.exec(html)?.[0].length ?? 0) : endOf(at)
  return html.slice(0, end) + head + html.slice(end)
}

function endOf(match: RegExpExecArray): number {
  return match.index + match[0].length
}
