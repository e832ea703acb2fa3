/** Whether a reference stays inside the file: an element of it, or data that is written into it. */
export function isInnerReference(reference: string): boolean {
  return /^\s*(?:#|data:(?:image\/(?:png|jpe?g|gif|webp)|font\/[\w+-]+|application\/(?:x-)?font[\w-]*)[;,])/i.test(
    reference,
  )
}

const URLS = /url\(\s*(?:"((?:[^"\\]|\\[^])*)"|'((?:[^'\\]|\\[^])*)'|([^)]*))/gi

/** What CSS points to by `url()`. */
export function urlsIn(css: string): readonly string[] {
  return [...css.matchAll(URLS)].map(
    ([, double, single, bare = '']) => double ?? single ?? bare.trim(),
  )
}
