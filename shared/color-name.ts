import type { BrandColor } from './brand.ts'
import { hexOf } from './color.ts'
import { plainText } from './plain-text.ts'

/** Whether a palette is a folder. */
export const GROUPINGS = ['palette', 'flat'] as const

/** How the names of styles and variables are made. */
export interface ColorNaming {
  /** What every name begins with. */
  readonly prefix:
    | { readonly type: 'kit' }
    | { readonly type: 'none' }
    | { readonly type: 'own'; readonly text: string }
  readonly grouping: (typeof GROUPINGS)[number]
}

/** What a color is in the file. */
export type ItemKind = 'style' | 'variable'

/** Characters; what Cliquify calls things is cut to less. */
const MOST_SEGMENT = 300

/** One part of a name, plain; Figma reads a slash as a folder, so it becomes `∕`. */
export function nameSegment(text: string): string {
  return plainText(text, MOST_SEGMENT).replace(/\//g, '∕')
}

/** The last part of a color's name: its hex where it has no name. */
export function colorSegment(color: BrandColor): string {
  return nameSegment(color.name) || hexOf(color.value)
}

/** `Prefix/Palette/Color`, without the parts that there are not. */
export function colorName(
  kind: ItemKind,
  kit: { readonly name: string },
  color: BrandColor,
  { naming, collection }: { readonly naming: ColorNaming; readonly collection: 'own' | 'shared' },
): string {
  const { prefix, grouping } = naming
  // Kits share a variable by its name, so no kit's own name can be in it.
  const nameless = kind === 'variable' && collection === 'shared' && prefix.type === 'kit'
  return [
    ...(nameless ? [] : prefixSegments(kit, prefix)),
    ...(grouping === 'palette' ? (color.palette ?? '').split('/').map(nameSegment) : []),
    colorSegment(color),
  ]
    .filter((segment) => segment !== '')
    .join('/')
}

/** A prefix of the user's own may have folders. */
function prefixSegments(
  kit: { readonly name: string },
  prefix: ColorNaming['prefix'],
): readonly string[] {
  if (prefix.type === 'none') return []
  return prefix.type === 'own'
    ? prefix.text.split('/').map(nameSegment)
    : [nameSegment(kit.name) || 'Brand kit']
}
