/** Where Figma cuts off the text of a notification. */
const LIMIT = 100

/** The text as Figma can show it in a notification, cut at a word where it is too long. */
export function notice(text: string): string {
  if (text.length <= LIMIT) return text
  const space = text.lastIndexOf(' ', LIMIT - 1)
  return `${text.slice(0, space > LIMIT / 2 ? space : LIMIT - 1)}…`
}
