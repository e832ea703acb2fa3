/** Whether there are styles and components here; a host that does not say what it is may have them. */
export function isDesign(figma: Partial<Pick<PluginAPI, 'editorType'>>): boolean {
  return (figma.editorType ?? 'figma') === 'figma'
}
