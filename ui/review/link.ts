/** The file's address, leading to one of its layers; null for what is no address of Figma's. */
export function linkTo(typed: string, nodeId: string): string | null {
  const text = typed.trim()
  if (text === '') return ''
  const address = /^\w+:/.test(text) ? text : `https://${text}`
  if (!/^https:\/\/(?:www\.)?figma\.com\/\w+\/\w/.test(address)) return null
  const url = new URL(address)
  url.searchParams.set('node-id', nodeId.replaceAll(':', '-'))
  return url.href
}
