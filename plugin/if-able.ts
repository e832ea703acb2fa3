/**
 * What it gives; undefined where it throws: what somebody has deleted does, and what an editor lacks, as
 * not every one that runs plugins has all of Figma's API. Only where that must not cost the work around it.
 */
export function ifAble<T>(what: () => T): T | undefined {
  try {
    return what()
  } catch {
    return undefined
  }
}

/** The same of what takes its time; undefined also where its promise rejects. */
export async function ifAbleLater<T>(what: () => T | PromiseLike<T>): Promise<T | undefined> {
  try {
    return await what()
  } catch {
    return undefined
  }
}
