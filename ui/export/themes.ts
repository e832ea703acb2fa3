import { cssVariable } from '../../shared/css-variable.ts'
import type { FileColor, FileKit } from '../../shared/export.ts'
import type { TokenColor } from '../../shared/notation/token.ts'

/** A color that a theme has instead of one of the kit, or besides them. */
export interface ThemeColor {
  /** What it is called after: the kit’s color, else its own place under the kit’s prefix. */
  readonly named: FileColor
  readonly shown: TokenColor
}

/** Another mode of the kit, or another kit of the file. */
export interface ExportTheme {
  readonly name: string
  /** What code and files call it: no other theme of the kit is called so. */
  readonly id: string
  readonly is: 'mode' | 'kit'
  readonly colors: readonly ThemeColor[]
}

/** What may stand beside a kit in code. Colors of other kits are the same where palette and name are. */
export function themesOf(kit: FileKit, kits: readonly FileKit[]): readonly ExportTheme[] {
  const modes = kit.modes.map(({ name, colors }) => ({
    name,
    is: 'mode' as const,
    colors: kit.colors.flatMap((named, index) => {
      const shown = colors[index]
      return shown ? { named, shown } : []
    }),
  }))
  const own = new Map(kit.colors.map((color) => [placeOf(color), color]))
  const prefix = kit.colors[0]?.path.prefix ?? []
  const others = kits
    .filter((each) => each !== kit)
    .map(({ name, colors }) => ({
      name,
      is: 'kit' as const,
      colors: colors.map((color) => {
        const named = own.get(placeOf(color)) ?? { ...color, path: { ...color.path, prefix } }
        return { named, shown: color }
      }),
    }))
  const ids = new Set<string>()
  return [...modes, ...others]
    .filter(({ colors }) => colors.length > 0)
    .map((theme) => {
      const wanted = fileName(theme.name)
      let id = wanted
      for (let number = 2; ids.has(id); number++) id = `${wanted}-${number}`
      ids.add(id)
      return { ...theme, id }
    })
}

/** A name as files, and what stands in code beside them, are called. */
export function fileName(name: string): string {
  return cssVariable(name).slice('var(--'.length, -1)
}

function placeOf({ path: { palette, color } }: FileColor): string {
  return JSON.stringify([palette, color])
}
