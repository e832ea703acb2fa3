import type { PaintSnapshot } from './host-api.ts'
import { NotEmulated, Refusal } from './refusal.ts'
import { fromText, NOTHING } from './records.ts'
import type { FigmaDocument } from './document.ts'

export const BLEND_MODES: readonly BlendMode[] = [
  'PASS_THROUGH',
  'NORMAL',
  'DARKEN',
  'MULTIPLY',
  'LINEAR_BURN',
  'COLOR_BURN',
  'LIGHTEN',
  'SCREEN',
  'LINEAR_DODGE',
  'COLOR_DODGE',
  'OVERLAY',
  'SOFT_LIGHT',
  'HARD_LIGHT',
  'DIFFERENCE',
  'EXCLUSION',
  'HUE',
  'SATURATION',
  'COLOR',
  'LUMINOSITY',
]
const SCALE_MODES = ['FILL', 'FIT', 'CROP', 'TILE'] as const
const COMMON = ['type', 'visible', 'opacity', 'blendMode', 'boundVariables']
const PICTURE_ONLY = ['scaleMode', 'scalingFactor', 'rotation', 'filters']
const IMAGE_ONLY = [...PICTURE_ONLY, 'imageHash', 'imageTransform']
const VIDEO_ONLY = [...PICTURE_ONLY, 'videoHash', 'videoTransform']
const PATTERN_ONLY = ['sourceNodeId', 'tileType', 'scalingFactor', 'spacing', 'horizontalAlignment']
const GRADIENTS = [
  'GRADIENT_LINEAR',
  'GRADIENT_RADIAL',
  'GRADIENT_ANGULAR',
  'GRADIENT_DIAMOND',
] as const

type Fields = Readonly<Record<string, unknown>>

/**
 * Checks paints as Figma does and fills in its defaults. Channels are kept in 32-bit floats. What a
 * pattern repeats has to be loaded first, so only an asynchronous setter takes patterns.
 */
export function readPaints(
  value: unknown,
  property: string,
  setter: 'at once' | 'asynchronous' = 'at once',
): readonly Paint[] {
  if (!Array.isArray(value)) fail(property, `Expected array, received ${typeOf(value)}`, '')
  const pattern = value.findIndex((paint: unknown) => isPattern(paint))
  if (setter === 'at once' && pattern !== -1) {
    fail(property, 'Patterns can only be set asynchronously', `[${pattern}]`)
  }
  return value.map((paint: unknown, index) => readPaint(paint, property, `[${index}]`))
}

function readPaint(value: unknown, property: string, at: string): Paint {
  const paint = readObject(value, property, at)
  if (paint['type'] === 'SOLID') {
    onlyKeys(paint, [...COMMON, 'color'], property, at)
    const alias = readColorAlias(paint['boundVariables'], property, at)
    return {
      type: 'SOLID',
      ...readCommon(paint, property, at),
      color: readRgb(paint['color'], property, `${at}.color`),
      boundVariables: alias === undefined ? NOTHING : { color: alias },
    }
  }
  if (paint['type'] === 'IMAGE') {
    onlyKeys(paint, [...COMMON, ...IMAGE_ONLY], property, at)
    const hash = readHash(paint['imageHash'], property, `${at}.imageHash`)
    const crop = readCrop(paint['imageTransform'], property, `${at}.imageTransform`)
    return {
      type: 'IMAGE',
      ...readPicturePaint(paint, property, at),
      imageHash: hash,
      ...(crop === undefined ? {} : { imageTransform: crop }),
    }
  }
  if (paint['type'] === 'VIDEO') {
    onlyKeys(paint, [...COMMON, ...VIDEO_ONLY], property, at)
    const hash = readHash(paint['videoHash'], property, `${at}.videoHash`)
    const crop = readCrop(paint['videoTransform'], property, `${at}.videoTransform`)
    return {
      type: 'VIDEO',
      ...readPicturePaint(paint, property, at),
      videoHash: hash,
      ...(crop === undefined ? {} : { videoTransform: crop }),
    }
  }
  const gradient = GRADIENTS.find((type) => type === paint['type'])
  if (gradient !== undefined) {
    onlyKeys(paint, [...COMMON, 'gradientTransform', 'gradientStops'], property, at)
    return {
      type: gradient,
      ...readCommon(paint, property, at),
      gradientTransform: readTransform(
        paint['gradientTransform'],
        property,
        `${at}.gradientTransform`,
      ),
      gradientStops: readStops(paint['gradientStops'], property, `${at}.gradientStops`),
    }
  }
  if (paint['type'] === 'PATTERN') return readPattern(paint, property, at)
  if (paint['type'] === 'SHADER') throw new NotEmulated('a paint of type SHADER')
  return fail(property, 'Invalid discriminator value', `${at}.type`)
}

function isPattern(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'PATTERN'
}

function readPattern(paint: Fields, property: string, at: string): PatternPaint {
  onlyKeys(paint, [...COMMON, ...PATTERN_ONLY], property, at)
  const { sourceNodeId } = paint
  if (typeof sourceNodeId !== 'string') {
    fail(property, `Expected string, received ${typeOf(sourceNodeId)}`, `${at}.sourceNodeId`)
  }
  const oneOf = <T extends string>(key: string, allowed: readonly T[]): T =>
    allowed.find((known) => known === paint[key]) ??
    fail(property, 'Invalid enum value', `${at}.${key}`)
  const spacing = readObject(paint['spacing'], property, `${at}.spacing`)
  return {
    type: 'PATTERN',
    ...readCommon(paint, property, at),
    sourceNodeId,
    tileType: oneOf('tileType', ['RECTANGULAR', 'HORIZONTAL_HEXAGONAL', 'VERTICAL_HEXAGONAL']),
    scalingFactor: readNumber(paint['scalingFactor'], property, `${at}.scalingFactor`),
    spacing: {
      x: readNumber(spacing['x'], property, `${at}.spacing.x`),
      y: readNumber(spacing['y'], property, `${at}.spacing.y`),
    },
    horizontalAlignment: oneOf('horizontalAlignment', ['START', 'CENTER', 'END']),
  }
}

/** What image and video paints have in common. */
function readPicturePaint(
  paint: Fields,
  property: string,
  at: string,
): Omit<ImagePaint, 'type' | 'imageHash' | 'imageTransform'> {
  const scaleMode = SCALE_MODES.find((mode) => mode === paint['scaleMode'])
  if (scaleMode === undefined) fail(property, 'Invalid enum value', `${at}.scaleMode`)
  const filters = paint['filters']
  return {
    ...readCommon(paint, property, at),
    scaleMode,
    ...(paint['scalingFactor'] === undefined
      ? {}
      : { scalingFactor: readNumber(paint['scalingFactor'], property, `${at}.scalingFactor`) }),
    ...(paint['rotation'] === undefined
      ? {}
      : { rotation: readNumber(paint['rotation'], property, `${at}.rotation`) }),
    filters: filters === undefined ? {} : readFilters(filters, property, `${at}.filters`),
  }
}

function readHash(value: unknown, property: string, at: string): string | null {
  if (typeof value === 'string' || value === null) return value
  return fail(property, `Expected string, received ${typeOf(value)}`, at)
}

function readCrop(value: unknown, property: string, at: string): Transform | undefined {
  return value === undefined ? undefined : readTransform(value, property, at)
}

function readCommon(
  paint: Fields,
  property: string,
  at: string,
): { visible: boolean; opacity: number; blendMode: BlendMode } {
  const { visible = true, opacity = 1, blendMode = 'NORMAL' } = paint
  if (typeof visible !== 'boolean') {
    fail(property, `Expected boolean, received ${typeOf(visible)}`, `${at}.visible`)
  }
  const mode = BLEND_MODES.find((known) => known === blendMode)
  if (mode === undefined) fail(property, 'Invalid enum value', `${at}.blendMode`)
  return { visible, opacity: readUnit(opacity, property, `${at}.opacity`), blendMode: mode }
}

function readRgb(value: unknown, property: string, at: string): RGB {
  const color = readObject(value, property, at)
  onlyKeys(color, ['r', 'g', 'b'], property, at)
  return {
    r: readUnit(color['r'], property, `${at}.r`),
    g: readUnit(color['g'], property, `${at}.g`),
    b: readUnit(color['b'], property, `${at}.b`),
  }
}

/** A color with alpha, as variables and gradient stops have it. */
export function readRgba(value: unknown, property: string, at = ''): RGBA {
  const color = readObject(value, property, at)
  onlyKeys(color, ['r', 'g', 'b', 'a'], property, at)
  return {
    ...readRgb({ r: color['r'], g: color['g'], b: color['b'] }, property, at),
    a: readUnit(color['a'] ?? 1, property, `${at}.a`),
  }
}

function readStops(value: unknown, property: string, at: string): ColorStop[] {
  if (!Array.isArray(value)) fail(property, `Expected array, received ${typeOf(value)}`, at)
  return value.map((entry: unknown, index) => {
    const stop = readObject(entry, property, `${at}[${index}]`)
    onlyKeys(stop, ['position', 'color', 'boundVariables'], property, `${at}[${index}]`)
    const alias = readColorAlias(stop['boundVariables'], property, `${at}[${index}]`)
    return {
      position: readUnit(stop['position'], property, `${at}[${index}].position`),
      color: readRgba(stop['color'], property, `${at}[${index}].color`),
      boundVariables: alias === undefined ? {} : { color: alias },
    }
  })
}

function readColorAlias(value: unknown, property: string, at: string): VariableAlias | undefined {
  if (value === undefined) return undefined
  const bound = readObject(value, property, `${at}.boundVariables`)
  onlyKeys(bound, ['color'], property, `${at}.boundVariables`)
  if (bound['color'] === undefined) return undefined
  const alias = readObject(bound['color'], property, `${at}.boundVariables.color`)
  const id = alias['id']
  if (alias['type'] !== 'VARIABLE_ALIAS' || typeof id !== 'string') {
    fail(property, 'Invalid variable alias', `${at}.boundVariables.color`)
  }
  return { type: 'VARIABLE_ALIAS', id }
}

function readTransform(value: unknown, property: string, at: string): Transform {
  const rows: unknown[] = Array.isArray(value) ? value : []
  const read = (row: number, column: number): number => {
    const cells: unknown = rows[row]
    const cell: unknown = Array.isArray(cells) ? cells[column] : undefined
    return readNumber(cell, property, `${at}[${row}][${column}]`)
  }
  return [
    [read(0, 0), read(0, 1), read(0, 2)],
    [read(1, 0), read(1, 1), read(1, 2)],
  ]
}

function readFilters(value: unknown, property: string, at: string): ImageFilters {
  const filters = readObject(value, property, at)
  onlyKeys(
    filters,
    ['exposure', 'contrast', 'saturation', 'temperature', 'tint', 'highlights', 'shadows'],
    property,
    at,
  )
  for (const [key, amount] of Object.entries(filters)) readNumber(amount, property, `${at}.${key}`)
  return { ...filters }
}

function readNumber(value: unknown, property: string, at: string): number {
  if (typeof value !== 'number' || Number.isNaN(value)) {
    fail(property, `Expected number, received ${typeOf(value)}`, at)
  }
  return Math.fround(value)
}

function readUnit(value: unknown, property: string, at: string): number {
  const number = readNumber(value, property, at)
  if (number < 0) fail(property, 'Number must be greater than or equal to 0', at)
  if (number > 1) fail(property, 'Number must be less than or equal to 1', at)
  return number
}

function readObject(value: unknown, property: string, at: string): Fields {
  if (value === undefined) fail(property, 'Required value missing', at)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    fail(property, `Expected object, received ${typeOf(value)}`, at)
  }
  return value as Fields
}

function onlyKeys(value: Fields, allowed: readonly string[], property: string, at: string): void {
  const strangers = Object.keys(value).filter((key) => !allowed.includes(key))
  if (strangers.length === 0) return
  const list = strangers.map((key) => `'${key}'`).join(', ')
  fail(property, `Unrecognized key(s) in object: ${list}`, at)
}

function typeOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return Number.isNaN(value) ? 'nan' : typeof value
}

function fail(property: string, problem: string, at: string): never {
  const where = at === '' ? '' : ` at ${at}`
  throw new Refusal(`Property "${property}" failed validation: ${problem}${where}`)
}

/** Paints as they look now: a color that is bound to a variable is the variable's. */
export function resolvePaints(document: FigmaDocument, paints: readonly Paint[]): readonly Paint[] {
  return paints.some(isBound) ? paints.map((paint) => resolvePaint(document, paint)) : paints
}

function isBound(paint: Paint): boolean {
  if ('gradientStops' in paint)
    return paint.gradientStops.some((stop) => stop.boundVariables?.color)
  return paint.type === 'SOLID' && paint.boundVariables?.color !== undefined
}

function resolvePaint(document: FigmaDocument, paint: Paint): Paint {
  const valueOf = (alias?: VariableAlias): RGBA | null =>
    alias === undefined ? null : colorOfVariable(document, alias.id)
  if ('gradientStops' in paint) {
    const gradientStops = paint.gradientStops.map((stop) => ({
      ...stop,
      color: valueOf(stop.boundVariables?.color) ?? stop.color,
    }))
    return { ...paint, gradientStops }
  }
  const value = paint.type === 'SOLID' ? valueOf(paint.boundVariables?.color) : null
  if (paint.type !== 'SOLID' || value === null) return paint
  const opacity = Math.fround((paint.opacity ?? 1) * value.a)
  return { ...paint, opacity, color: { r: value.r, g: value.g, b: value.b } }
}

/** The variable's color in its collection's first mode, through aliases; null where there is none. */
export function colorOfVariable(document: FigmaDocument, id: string, depth = 0): RGBA | null {
  const variable = document.variables.get(id)
  if (variable === undefined || depth > 10) return null
  const mode = document.collections.get(variable.collectionId)?.modes[0]
  const value = mode === undefined ? undefined : fromText(variable.valuesByMode)[mode.modeId]
  if (typeof value !== 'object') return null
  if ('color' in value) return colorOfComposed(document, value, depth)
  if ('r' in value) return { a: 1, ...value }
  if (!('type' in value) || value.type !== 'VARIABLE_ALIAS') return null
  return 'id' in value ? colorOfVariable(document, value.id, depth + 1) : null
}

function colorOfComposed(
  document: FigmaDocument,
  { color, opacity }: VariableComposedColor,
  depth: number,
): RGBA | null {
  const shown = 'id' in color ? colorOfVariable(document, color.id, depth + 1) : { a: 1, ...color }
  if (shown === null) return null
  return typeof opacity === 'number' ? { ...shown, a: opacity } : shown
}

export function paintSnapshot(paint: Paint): PaintSnapshot {
  return {
    type: paint.type,
    visible: paint.visible ?? true,
    opacity: paint.opacity ?? 1,
    color: paint.type === 'SOLID' ? paint.color : null,
    gradientStops:
      'gradientStops' in paint
        ? paint.gradientStops.map(({ position, color }) => ({ position, color }))
        : [],
    imageHash: paint.type === 'IMAGE' ? paint.imageHash : null,
    videoHash: paint.type === 'VIDEO' ? paint.videoHash : null,
    scaleMode: paint.type === 'IMAGE' || paint.type === 'VIDEO' ? paint.scaleMode : null,
  }
}

export function solid(r: number, g: number, b: number, opacity = 1): readonly Paint[] {
  return readPaints([{ type: 'SOLID', color: { r, g, b }, opacity }], 'fills')
}
