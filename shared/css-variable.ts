/** Signs that tell names apart and that CSS has no place for, as people read them. */
const WORDS: Readonly<Record<string, string>> = {
  '+': 'plus',
  '#': 'sharp',
  '&': 'and',
  '@': 'at',
  '%': 'percent',
  '*': 'star',
  '=': 'equals',
  $: 'dollar',
  '€': 'euro',
  '£': 'pound',
}

/**
 * How code for the web refers to a variable of this name: `var(--acme-primary-blue)`. Letters of all
 * scripts with their marks, digits and emoji stay, other signs are spelled out or numbered; spaces,
 * slashes and punctuation part words. See drafts.csswg.org/css-syntax-3, "ident code point".
 */
export function cssVariable(name: string): string {
  const words = name
    .normalize('NFC')
    .toLowerCase()
    // Some emoji are punctuation.
    .replace(/(?!_)\p{P}|[^\p{L}\p{M}\p{N}\p{Extended_Pictographic}\u200d_]/gu, wordFor)
    .replace(/-+/g, '-')
    .replace(/^-|-$/g, '')
  return `var(--${words === '' ? 'color' : words})`
}

/** `-` alone for what only parts words. */
function wordFor(sign: string): string {
  const word = WORDS[sign]
  if (word !== undefined) return `-${word}-`
  return /[\p{P}\p{Z}\p{C}\p{Sk}∕]/u.test(sign) ? '-' : `-u${sign.codePointAt(0)?.toString(16)}-`
}
