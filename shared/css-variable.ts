/** How code for the web refers to a variable of this name: `var(--acme-primary-blue)`. */
export function cssVariable(name: string): string {
  const words = name.toLowerCase().replace(/[^\p{L}\p{N}_]+/gu, '-')
  return `var(--${words.replace(/^-|-$/g, '')})`
}
