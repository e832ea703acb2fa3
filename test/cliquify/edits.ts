import * as v from 'valibot'
import type { SampleBrand, SampleColor, SampleKit } from './brand/brand.ts'

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
  v.strictObject({ type: v.literal('bump-logo'), kitId: id, logoId: id }),
])

export type Edit = v.InferOutput<typeof editSchema>

/** Throws where the kit, color or logo is not there. */
export function applyEdit(brand: SampleBrand, edit: Edit, now: number): SampleBrand {
  const kit = brand.kits.find((one) => one.id === edit.kitId)
  if (kit === undefined) throw new Error(`no kit has the id ${edit.kitId}`)
  const edited = { ...editKit(kit, edit, now), updatedAt: now }
  return { ...brand, kits: brand.kits.map((one) => (one === kit ? edited : one)) }
}

function editKit(kit: SampleKit, edit: Edit, now: number): SampleKit {
  switch (edit.type) {
    case 'change-color':
      return editColor(kit, edit.colorId, (color) => [{ ...color, value: edit.value }])
    case 'rename-color':
      return editColor(kit, edit.colorId, (color) => [{ ...color, name: edit.name }])
    case 'remove-color':
      return editColor(kit, edit.colorId, () => [])
    case 'add-color':
      return addColor(kit, edit.palette, edit.name, edit.value)
    case 'bump-logo': {
      if (!kit.logos.some((logo) => logo.id === edit.logoId)) {
        throw new Error(`the kit ${kit.name} has no logo with the id ${edit.logoId}`)
      }
      const logos = kit.logos.map((logo) =>
        logo.id === edit.logoId ? { ...logo, version: logo.version + 1, updatedAt: now } : logo,
      )
      return { ...kit, logos }
    }
  }
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
