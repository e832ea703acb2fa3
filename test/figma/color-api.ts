import type { Members } from './members.ts'
import { readPaints, readRgba } from './paints.ts'
import { expectType, NotEmulated, Refusal } from './refusal.ts'

type Given = Parameters<UtilAPI['rgb']>[0]

/** `figma.util`: colors from hexadecimal notation or objects; other notations are not emulated. */
export const utilMembers: Members<UtilAPI, void> = {
  rgb(_self, color) {
    const { r, g, b } = readColor(color)
    return { r, g, b }
  },
  rgba(_self, color, alphaOverride) {
    const rgba = readColor(color)
    return { ...rgba, a: alphaOverride ?? rgba.a }
  },
  solidPaint(_self, color, overrides = {}) {
    const { r, g, b, a } = readColor(color)
    const paint = { type: 'SOLID', color: { r, g, b }, opacity: a, ...overrides }
    const [read] = readPaints([paint], 'color')
    if (read?.type !== 'SOLID') throw new Refusal('Invalid paint')
    return { ...paint, type: 'SOLID' }
  },
  normalizeMarkdown() {
    throw new NotEmulated('figma.util.normalizeMarkdown')
  },
}

function readColor(color: Given): RGBA {
  if (typeof color === 'object') return { ...readRgba(color, 'color') }
  const text = expectType(color, 'color', 'string').trim()
  const digits = /^#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i.exec(text)?.[1]
  if (digits === undefined) {
    if (/^#|^$/.test(text)) throw new Refusal(`Invalid color: ${text}`)
    throw new NotEmulated(`the color notation ${text}`)
  }
  const long = digits.length <= 4 ? digits.replace(/./g, '$&$&') : digits
  const channel = (index: number): number =>
    parseInt(long.slice(index, index + 2) || 'ff', 16) / 255
  return { r: channel(0), g: channel(2), b: channel(4), a: channel(6) }
}
