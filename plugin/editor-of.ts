import { ifAble } from './if-able.ts'

export type EditorHost = Pick<PluginAPI, 'editorType'>

/** The editor that this is; one that does not say may have all that Figma Design has. */
export function editorOf(figma: Partial<EditorHost>): PluginAPI['editorType'] {
  return ifAble(() => figma.editorType) ?? 'figma'
}

/** Whether it is one of these editors. */
export function isIn(
  figma: Partial<EditorHost>,
  ...editors: readonly PluginAPI['editorType'][]
): boolean {
  return editors.includes(editorOf(figma))
}

/** Whether there are styles and components here. */
export function isDesign(figma: Partial<EditorHost>): boolean {
  return isIn(figma, 'figma')
}
