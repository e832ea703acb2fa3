import type { SyncLibraries } from '../../../plugin/colors/sync.ts'
import type { Libraries } from '../../../plugin/libraries/libraries.ts'

/** For tests of what a file has of its own. */
export const NO_LIBRARIES: Libraries & SyncLibraries = {
  published: () => Promise.resolve({ style: null, variable: null }),
  of: () => Promise.resolve(null),
  toPublish: () => Promise.resolve(null),
}
