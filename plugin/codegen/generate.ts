import { tokenNames } from '../../shared/notation/naming.ts'
import type { Notation } from '../../shared/notation/notation.ts'
import { isNotationId, NOTATIONS, type NotationId } from '../../shared/notation/notations.ts'
import type { Token } from '../../shared/notation/token.ts'
import { troubleOf } from '../../shared/trouble.ts'
import { readAssetLines } from './asset-block.ts'
import { readColorsInside, type ColorsInside } from './colors-inside.ts'
import { declarationsOf, type Declaration } from './declaration.ts'
import { expressionOf, type NameOf } from './expression.ts'
import { readBrand, type BrandSource, type FileBrand } from './file-brand.ts'
import type { FileColor } from '../../shared/export.ts'
import { openFinder, type StyleSource } from './find-color.ts'
import { profileOf } from '../colors/paints.ts'
import { namingOf, unitOf, type Unit } from './preferences.ts'
import { kindOf, readParts, type LayerKind } from './read-layer.ts'
import { writeAndroid, writeDtcg, writeJson } from './write-data.ts'
import { KOTLIN, SWIFT, writeNative } from './write-native.ts'
import { writeClasses } from './write-tailwind.ts'
import { writeWeb } from './write-web.ts'

export type CodegenHost = BrandSource & StyleSource & Pick<PluginAPI, 'codegen'>

const LANGUAGES: Readonly<Record<NotationId, CodegenResult['language']>> = {
  css: 'CSS',
  scss: 'CSS',
  tailwind: 'CSS',
  dtcg: 'JSON',
  swift: 'SWIFT',
  'asset-catalog': 'SWIFT',
  kotlin: 'KOTLIN',
  // Of the languages that Figma has, the nearest to XML.
  android: 'HTML',
  json: 'JSON',
}

/** So that a layer of many colors does not fill the panel with files. */
const MOST_FILES = 6

/** Answers `generate` for one layer: never with nothing, and never with an exception. */
export function createGenerate(
  figma: CodegenHost,
): (event: CodegenEvent) => Promise<CodegenResult[]> {
  return async ({ node, language }) => {
    try {
      const id = isNotationId(language) ? language : 'css'
      return await blocksOf(figma, node, id)
    } catch (error) {
      const { details } = troubleOf(error)
      const code = ['The layer could not be read. Select it again.', details ?? '']
      return [plain('Cliquify', code.filter((line) => line !== '').join('\n'))]
    }
  }
}

async function blocksOf(
  figma: CodegenHost,
  node: SceneNode,
  id: NotationId,
): Promise<CodegenResult[]> {
  const { preferences } = figma.codegen
  const [brand, asset] = await Promise.all([readBrand(figma), readAssetLines(node)])
  const notation: Notation = NOTATIONS[id]
  const nameOf = nameAll(brand, notation, preferences)
  const finder = openFinder(figma, brand, profileOf(figma.root))
  const parts = await readParts(node, finder)
  const inside = await readColorsInside(node, finder)
  const declarations = declarationsOf(parts, (part) => {
    const found = part.type === 'blur' ? null : part.found
    return found === null ? null : expressionOf(found, notation, nameOf)
  })
  const listed = inside.colors.map(({ found, uses }) => ({
    uses,
    color: expressionOf(found, notation, nameOf),
  }))
  const used = [...declarations, ...listed].flatMap(({ color }) => color?.uses ?? [])
  // What is of a library is no color of the file’s own.
  const hasBrand = brand.colors.length > 0 || used.length > 0
  return [
    ...(hasBrand ? [] : [plain('Cliquify', NO_BRAND)]),
    ...layerBlocks(declarations, id, kindOf(node), unitOf(preferences)),
    ...(listed.length === 0 ? [] : [plain('Colors inside', insideText(listed, inside))]),
    ...(asset === null ? [] : [plain('From Cliquify', asset.join('\n'))]),
    ...definitions([...new Set(used)], notation, id, nameOf),
  ]
}

const NO_BRAND =
  'This file has no colors of Cliquify. Open it in Figma Design and run “Sync brand colors”.'
const NO_COLORS = 'This layer has no colors or effects of its own.'

function plain(title: string, code: string): CodegenResult {
  return { title, code, language: 'PLAINTEXT' }
}

/** Of all colors at once, as only so they are distinct. */
function nameAll(brand: FileBrand, { rules }: Notation, preferences: CodegenPreferences): NameOf {
  const naming = namingOf(preferences)
  const paths = brand.colors.map(({ path }) => path)
  const all = tokenNames(paths, naming, rules)
  const names = new Map(brand.colors.map((color, index) => [color, all[index] ?? '']))
  // One of a library is not among those of the file.
  return (color) => names.get(color) ?? tokenNames([color.path], naming, rules)[0] ?? ''
}

function layerBlocks(
  declarations: readonly Declaration[],
  id: NotationId,
  kind: LayerKind,
  unit: Unit,
): readonly CodegenResult[] {
  if (declarations.length === 0) return [plain('Colors', NO_COLORS)]
  const classes = id === 'tailwind' ? writeClasses(declarations, kind) : null
  return [
    ...(classes === null ? [] : [{ title: 'Classes', code: classes, language: 'HTML' } as const]),
    { title: 'Colors', code: layerCode(declarations, id, kind, unit), language: LANGUAGES[id] },
  ]
}

function layerCode(
  declarations: readonly Declaration[],
  id: NotationId,
  kind: LayerKind,
  unit: Unit,
): string {
  switch (id) {
    case 'css':
    case 'scss':
    case 'tailwind':
      return writeWeb(declarations, kind, unit)
    case 'swift':
    case 'asset-catalog':
      return writeNative(declarations, SWIFT)
    case 'kotlin':
      return writeNative(declarations, KOTLIN)
    case 'android':
      return writeAndroid(declarations)
    case 'dtcg':
      return writeDtcg(declarations)
    case 'json':
      return writeJson(declarations)
  }
}

function insideText(
  listed: readonly { readonly uses: number; readonly color: ReturnType<typeof expressionOf> }[],
  { moreColors, isCut }: ColorsInside,
): string {
  const lines = listed.map(({ uses, color }) => {
    const { code, comment } = color
    return `${String(uses)} × ${code ?? 'no such thing in this language'}${comment === '' ? '' : ` — ${comment}`}`
  })
  if (moreColors > 0) lines.push(`and ${String(moreColors)} more colors`)
  if (isCut) lines.push('Only the first 1,000 layers were looked at.')
  return lines.join('\n')
}

/** What the code refers to, to be pasted once. */
function definitions(
  colors: readonly FileColor[],
  notation: Notation,
  id: NotationId,
  nameOf: NameOf,
): readonly CodegenResult[] {
  if (colors.length === 0) return []
  const tokens = colors.map((color): Token => ({ ...color, name: nameOf(color) }))
  const { files, leftOut } = notation.write(tokens, 'Brand colors from Cliquify')
  const language = id === 'asset-catalog' ? 'JSON' : LANGUAGES[id]
  const shown = files.slice(0, MOST_FILES)
  const lost = leftOut.map(({ label, reason }) => `${label}: ${reason}`)
  return [
    ...shown.map(({ path, text }) => ({
      title: files.length === 1 ? 'Definitions' : path,
      code: text.trimEnd(),
      language,
    })),
    ...(lost.length === 0 ? [] : [plain('Not in the definitions', lost.join('\n'))]),
  ]
}
