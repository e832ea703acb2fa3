import type { StyleSnapshot } from '../../figma/host-api.ts'

export interface StyleFolder {
  /** `A / B`, or an empty text for styles in no folder. */
  readonly name: string
  readonly styles: readonly (StyleSnapshot & { readonly shortName: string })[]
}

/** Local styles by folder, both in the order in which Figma lists them. */
export function styleFolders(styles: readonly StyleSnapshot[]): readonly StyleFolder[] {
  const folders = new Map<string, StyleFolder['styles'][number][]>()
  for (const style of styles) {
    const parts = style.name.split('/').map((part) => part.trim())
    const shortName = parts.pop() ?? ''
    const folder = parts.join(' / ')
    folders.set(folder, [...(folders.get(folder) ?? []), { ...style, shortName }])
  }
  return [...folders].map(([name, inside]) => ({ name, styles: inside }))
}
