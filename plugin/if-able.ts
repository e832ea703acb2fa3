/**
 * What an editor gives; undefined where it cannot, as not every one that runs plugins has all of Figma's
 * API. Only for courtesies: their lack must not cost the work that they come with.
 */
export function ifAble<T>(what: () => T): T | undefined {
  try {
    return what()
  } catch {
    return undefined
  }
}
