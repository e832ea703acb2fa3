import { describe, expect, it } from 'vitest'
import { hexOf } from '../../../../shared/color.ts'
import { readColor, whyUnread } from '../../../../ui/cliquify/decode/color-value.ts'

function hex(source: unknown): string | null {
  const color = readColor(source)
  return color && hexOf(color.value)
}

describe('a color as people write it', () => {
  it.each([
    ['# FF 66 00', '#FF6600'],
    ['#FF6600;', '#FF6600'],
    ['\u200b#FF6600', '#FF6600'],
    ['#FF66\u200b00\u2060', '#FF6600'],
    ['\u202argb(255,\u200e 102, 0)\u202c', '#FF6600'],
    ['##FF6600', '#FF6600'],
    ['# #FF 66 00', '#FF6600'],
    ['HEX: ##FF6600', '#FF6600'],
    ['#FF6600,', '#FF6600'],
    ['#FF6600, ;', '#FF6600'],
    ['#FF6600, #00F', null],
    ['#FF#6600', null],
    ['#', null],
    ['HEX: #FF6600', '#FF6600'],
    ['Hex code FF6600', null],
    ['hex = ff6600', '#FF6600'],
    ['Color: #F60', '#FF6600'],
    ['background-color: #FF6600 !important;', '#FF6600'],
    ['"#FF6600"', '#FF6600'],
    ['0xFF6600', '#FF6600'],
    ['0x80FF6600', '#FF660080'],
    ['(255, 102, 0)', '#FF6600'],
    ['[255,102,0]', '#FF6600'],
    ['255 102 0', '#FF6600'],
    ['255/102/0', '#FF6600'],
    ['R255 G102 B0', '#FF6600'],
    ['R: 255, G: 102, B: 0', '#FF6600'],
    ['r=255;g=102;b=0', '#FF6600'],
    ['RGB 255 102 0', '#FF6600'],
    ['RGB: 255, 102, 0', '#FF6600'],
    ['rgb(255, 102, 0);', '#FF6600'],
    ['100%, 40%, 0%', '#FF6600'],
    ['255, 102, 0, 0.5', '#FF660080'],
    ['1, 0.4, 0', '#FF6600'],
    ['HSL 24 100 50', '#FF6600'],
    ['H24 S100 L50', '#FF6600'],
    ['hsl: 24°, 100%, 50%', '#FF6600'],
    ['HSB: 24, 100, 100', '#FF6600'],
    ['Lab 50 20 30', '#A16945'],
    ['300, 0, 0', null],
    ['255, 102', null],
    ['call 555 123 4567', null],
  ])('is read: “%s”', (text, expected) => {
    expect(hex(text)).toBe(expected)
  })
})

describe('a field', () => {
  it.each([
    [{ hsl: [24, 100, 50] }, '#FF6600'],
    [{ hsl: { h: 24, s: 1, l: 0.5 } }, '#FF6600'],
    [{ hue: 24, saturation: 100, lightness: 50 }, '#FF6600'],
    [{ hsb: '24, 100, 100' }, '#FF6600'],
    [{ hsv: { h: 24, s: 100, v: 100 } }, '#FF6600'],
    [{ hwb: [24, 0, 0] }, '#FF6600'],
    [{ lab: { L: 50, a: 20, b: 30 } }, '#A16945'],
    [{ lch: '50 30 200' }, '#1D8487'],
    [{ oklch: [0.7, 0.1, 200] }, '#40B1B7'],
    [{ RGB: { R: 255, G: 102, B: 0 } }, '#FF6600'],
    [{ color: 16737792 }, '#FF6600'],
    [{ color: 0 }, '#000000'],
    [{ color: -39424 }, '#FF6600'],
    [{ value: 0x80ff6600 }, '#FF660080'],
    [{ value: 7 }, null],
    [{ hex: 1234 }, '#001234'],
    [{ code: '286' }, null],
    [{ code: 286 }, null],
    [{ color_code: '485C' }, null],
    [{ color_code: '333333' }, '#333333'],
    [{ code: 'fff' }, '#FFFFFF'],
    [{ code: 'F00' }, '#FF0000'],
    [{ cmyk: '0,60,100,0' }, null],
    [{ cmyk: [0, 60, 100, 0] }, null],
    [{ c: 0, m: 60, y: 100, k: 0 }, null],
    [{ value: '0, 60, 100, 0' }, null],
    [{ value: [0, 60, 100, 0] }, null],
    [{ value: 'cmyk(0%, 60%, 100%, 0%)' }, null],
    [{ pantone: '286 C' }, null],
    [{ hex: '#FF6600', cmyk: [0, 60, 100, 0], pantone: '1505 C' }, '#FF6600'],
    [{ hsl: [400, 120, 50] }, null],
  ])('is read as what it is: %j', (record, expected) => {
    expect(hex(record)).toBe(expected)
  })

  it('that is wider than sRGB keeps its numbers in Display P3', () => {
    const wide = readColor('color(display-p3 1 0.5 0)')?.wide
    expect([wide?.r, wide?.g, wide?.b, wide?.a].map((n) => n?.toFixed(6))).toEqual(
      [1, 0.5, 0, 1].map((n) => n.toFixed(6)),
    )
    expect(readColor({ value: 'oklch(0.7 0.35 150)', alpha: 0.5 })?.wide?.a).toBe(0.5)
    expect(readColor('color(display-p3 0.5 0.5 0.5)')?.wide).toBeUndefined()
    expect(readColor('lab(100 0 0)')?.wide).toBeUndefined()
  })

  it.each([
    ['linear-gradient(90deg, color(display-p3 1 0 0), #00f)', [[1, 0, 0, 1], null]],
    [
      'linear-gradient(#00f, color(display-p3 0 1 0 / 0.5) 40%, #fff)',
      [null, [0, 1, 0, 0.5], null],
    ],
    [
      'radial-gradient(color(display-p3 1 0 0), transparent)',
      [
        [1, 0, 0, 1],
        [1, 0, 0, 0],
      ],
    ],
    ['conic-gradient(#123, color(display-p3 1 0 1))', [null, [1, 0, 1, 1]]],
    ['linear-gradient(#00f, color(display-p3 0.5 0.5 0.5))', [null, null]],
  ])('keeps them in the stops of %s', (css, expected) => {
    const read = readColor(css)
    const stops = read?.gradient?.stops ?? []
    const wide = stops.map((stop) => {
      if (stop.wide === undefined) return null
      const { r, g, b, a } = stop.wide
      return [r, g, b, a].map((part) => Math.round(part * 1e4) / 1e4)
    })
    expect(wide).toEqual(expected)
    expect(read?.wide).toEqual(stops.find((stop) => stop.wide)?.wide)
    for (const { color } of stops) {
      for (const part of Object.values(color)) expect(part >= 0 && part <= 1).toBe(true)
    }
  })
})

describe('what is no color', () => {
  it.each([
    [{ cmyk: '0,60,100,0' }, 'about #FF6600'],
    [{ cmyk: { c: 0, m: 0.6, y: 1, k: 0 } }, 'about #FF6600'],
    [{ value: 'C0 M60 Y100 K0' }, 'about #FF6600'],
    [{ value: '0, 60, 100, 0' }, 'about #FF6600'],
    [{ code: '286' }, 'ink or a paint'],
    [{ value: 'RAL 5010' }, 'ink or a paint'],
    [{ value: 'PANTONE 286 C' }, 'ink or a paint'],
    [{ pms: '286' }, 'ink or a paint'],
    [{ value: 'var(--brand)' }, 'depends on other values'],
    [{ value: '{color.brand}' }, 'depends on other values'],
    [{ value: 'color-mix(in srgb, red, blue)' }, 'depends on other values'],
    [{ value: 'rgb(from red r g b)' }, 'depends on other values'],
    [{ hex: 'blurple' }, '“blurple” is not a color'],
    [{ hex: '' }, 'no color value'],
    [{}, 'no color value'],
  ])('is told with its reason: %j', (record, reason) => {
    expect(readColor(record)).toBeNull()
    expect(whyUnread(record)).toContain(reason)
  })
})
