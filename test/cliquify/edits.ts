import * as v from 'valibot'
import type { SampleBrand, SampleColor, SampleFile, SampleKit } from './brand/brand.ts'

const id = v.number()

/** What the people of the brand do in Cliquify between two syncs. */
export const editSchema = v.variant('type', [
  v.strictObject({
    type: v.literal('change-color'),
    kitId: id,
    colorId: id,
    value: v.string(),
  }),
  v.strictObject({
    type: v.literal('rename-color'),
    kitId: id,
    colorId: id,
    name: v.string(),
  }),
  v.strictObject({ type: v.literal('remove-color'), kitId: id, colorId: id }),
  v.strictObject({
    type: v.literal('add-color'),
    kitId: id,
    /** Made where the kit has none of that name. */
    palette: v.string(),
    name: v.string(),
    value: v.string(),
  }),
  v.strictObject({ type: v.literal('remove-kit'), kitId: id }),
  v.strictObject({ type: v.literal('bump-logo'), kitId: id, logoId: id }),
  v.strictObject({ type: v.literal('remove-logo'), kitId: id, logoId: id }),
  v.strictObject({ type: v.literal('bump-asset'), assetId: id }),
])

export type Edit = v.InferOutput<typeof editSchema>

/** Throws where the kit, color, logo or asset is not there. */
export function applyEdit(brand: SampleBrand, edit: Edit, now: number): SampleBrand {
  if (edit.type === 'bump-asset') {
    if (!brand.assets.some(({ id: known }) => known === edit.assetId)) {
      throw new Error(`no asset has the id ${edit.assetId}`)
    }
    return { ...brand, assets: bump(brand.assets, edit.assetId, now) }
  }
  const kit = brand.kits.find((one) => one.id === edit.kitId)
  if (kit === undefined) throw new Error(`no kit has the id ${edit.kitId}`)
  if (edit.type === 'remove-kit') {
    return { ...brand, kits: brand.kits.filter((one) => one !== kit) }
  }
  const edited = { ...editKit(kit, edit, now), updatedAt: now }
  return { ...brand, kits: brand.kits.map((one) => (one === kit ? edited : one)) }
}

type KitEdit = Exclude<Edit, { type: 'bump-asset' | 'remove-kit' }>

function editKit(kit: SampleKit, edit: KitEdit, now: number): SampleKit {
  switch (edit.type) {
    case 'change-color':
      return editColor(kit, edit.colorId, (color) => [{ ...color, value: edit.value }])
    case 'rename-color':
      return editColor(kit, edit.colorId, (color) => [{ ...color, name: edit.name }])
    case 'remove-color':
      return editColor(kit, edit.colorId, () => [])
    case 'add-color':
      return addColor(kit, edit.palette, edit.name, edit.value)
    case 'bump-logo':
      requireLogo(kit, edit.logoId)
      return { ...kit, logos: bump(kit.logos, edit.logoId, now) }
    case 'remove-logo':
      requireLogo(kit, edit.logoId)
      return { ...kit, logos: kit.logos.filter((logo) => logo.id !== edit.logoId) }
  }
}

function requireLogo(kit: SampleKit, logoId: number): void {
  if (kit.logos.some((logo) => logo.id === logoId)) return
  throw new Error(`the kit ${kit.name} has no logo with the id ${logoId}`)
}

/** The next version of a file. */
function bump<F extends SampleFile>(
  files: readonly F[],
  fileId: number,
  now: number,
): readonly F[] {
  return files.map((file) =>
    file.id === fileId ? { ...file, version: file.version + 1, updatedAt: now } : file,
  )
}

function editColor(
  kit: SampleKit,
  colorId: number,
  change: (color: SampleColor) => readonly SampleColor[],
): SampleKit {
  if (!kit.palettes.some(({ colors }) => colors.some((color) => color.id === colorId))) {
    throw new Error(`the kit ${kit.name} has no color with the id ${colorId}`)
  }
  const palettes = kit.palettes.map((palette) => ({
    ...palette,
    colors: palette.colors.flatMap((color) => (color.id === colorId ? change(color) : [color])),
  }))
  return { ...kit, palettes }
}

function addColor(kit: SampleKit, palette: string, name: string, value: string): SampleKit {
  const ids = kit.palettes.flatMap(({ colors }) => colors.map((color) => color.id))
  // Ids of removed colors must not come back: 50 leaves room above any that the sample has.
  const added = { id: Math.max(kit.id * 100 + 50, ...ids) + 1, name, value }
  const known = kit.palettes.some((one) => one.name === palette)
  const palettes = known
    ? kit.palettes.map((one) =>
        one.name === palette ? { ...one, colors: [...one.colors, added] } : one,
      )
    : [...kit.palettes, { name: palette, colors: [added] }]
  return { ...kit, palettes }
}
