/** The file's address, leading to one of its layers; null for what is no address of Figma's. */
export function linkTo(typed: string, nodeId: string): string | null {
  const text = typed.trim()
  if (text === '') return ''
  if (!URL.canParse(text)) return null
  const url = new URL(text)
  if (!/^https:\/\/(?:www\.)?figma\.com\//.test(url.href)) return null
  url.searchParams.set('node-id', nodeId.replaceAll(':', '-'))
  return url.href
}
