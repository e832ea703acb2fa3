import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { SampleFile } from './brand.ts'

/** The formats that the code cannot write itself: those are files, made by `make-pictures.ts`. */
export function isMadeOnce({ format }: SampleFile): boolean {
  return format === 'jpeg' || format === 'webp' || format === 'webm'
}

/** Logos that are files exist in two versions, which then alternate; others always look the same. */
export function pictureFile(file: SampleFile): string {
  const name = file.path.toLowerCase().replace(/[^a-z0-9.]+/g, '-')
  const version = file.artwork.type === 'logo' && file.version % 2 === 0 ? '.v2' : ''
  return join(picturesFolder(), name.replace(/(\.\w+)$/, `${version}$1`))
}

/** Found from wherever this code runs, also from a bundle somewhere else in the repository. */
export function picturesFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'test/cliquify/brand/pictures'))) {
    const above = dirname(folder)
    if (above === folder) throw new Error('test/cliquify/brand/pictures was not found')
    folder = above
  }
  return join(folder, 'test/cliquify/brand/pictures')
}
