import type { Host } from '../../figma/host-api.ts'
import type { Publication } from '../../figma/publication.ts'
import type { StoredValues } from './client-storage.ts'

/** The team's files: one to design in, and one that may be published for all of them. */
export const FILE_NAMES = ['Sample file', 'Brand library'] as const
export type FileName = (typeof FILE_NAMES)[number]

interface File {
  readonly file: FileName
  readonly host: Host
  close(): void
}

/** The files of one visit to the page: each stays as it was left, and knows what others publish. */
export interface Files<F extends File> {
  /** Shows a file; opened anew, as Figma does. */
  show(name: FileName): Promise<F>
  publish(from: F): void
  dispose(): void
}

/** `stored`: what the plugin has in clientStorage by now. */
export function createFiles<F extends File>(
  open: (name: FileName) => Promise<F>,
  stored: (file: F) => StoredValues,
): Files<F> {
  const opened = new Map<FileName, F>()
  const published = new Map<FileName, Publication>()

  return {
    async show(name) {
      const before = opened.get(name)
      const file = before ?? (await open(name))
      opened.set(name, file)
      const libraries = [...published].flatMap(([from, publication]) =>
        from === name ? [] : [{ publication, enabled: true }],
      )
      // What was opened just now knows of all but libraries.
      if (before !== undefined || libraries.length > 0) {
        file.host.setLibraries(libraries)
        file.host.reopen(stored(file))
      }
      return file
    },
    publish(from) {
      published.set(from.file, from.host.publish())
    },
    dispose() {
      for (const file of opened.values()) file.close()
    },
  }
}
