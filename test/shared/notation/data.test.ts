import { defineConfig, parse } from '@terrazzo/parser'
import { parse as parseColor } from 'culori'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { describe, expect, it } from 'vitest'
import { cssValue } from '../../../shared/notation/css-value.ts'
import { NOTATIONS } from '../../../shared/notation/notations.ts'
import { STYLES, tokensFor } from './awkward-tokens.ts'
import { expectSame } from './same-colors.ts'

describe.each(STYLES)('300 awkward colors in %s', (style) => {
  const naming = { style, prefix: true, palette: true }

  it('are Design Tokens for a parser of the format, without an error', async () => {
    const tokens = tokensFor(NOTATIONS.dtcg, naming)
    const { files, leftOut } = NOTATIONS.dtcg.write(tokens, 'Acme')
    const filename = new URL('file:///colors.tokens.json')
    const lint = { rules: { 'core/consistent-naming': 'off' } } as const
    const config = defineConfig({ lint }, { cwd: new URL('file:///') })
    const read = await parse([{ filename, src: files[0]?.text ?? '' }], { config })
    expect(Object.keys(read.tokens)).toHaveLength(300)
    for (const { name, gradient, ...color } of tokens) {
      const token = read.tokens[name]
      expect(token?.$type, name).toBe(gradient === undefined ? 'color' : 'gradient')
      if (token?.$type === 'color') {
        const { colorSpace, components, alpha } = token.$value
        expect(['srgb', 'display-p3']).toContain(colorSpace)
        const [r, g, b] = components.map(Number)
        const rgba = { r: r ?? NaN, g: g ?? NaN, b: b ?? NaN, a: alpha }
        expectSame(
          { space: colorSpace === 'srgb' ? 'srgb' : 'display-p3', rgba },
          { name, ...color },
        )
      }
      if (token?.$type === 'gradient') {
        expect(token.$value.map(({ position }) => position)).toEqual([0, 0.5, 1])
      }
    }
    // Style Dictionary takes braces for references, wherever they are.
    const told = Object.values(read.tokens).map(({ $description = '' }) => $description)
    expect(told.filter((text) => /[{}]/.test(text))).toEqual([])
    expect(leftOut).toHaveLength(tokens.filter(({ gradient }) => gradient !== undefined).length)
  })

  it('are plain JSON with values of CSS', () => {
    const tokens = tokensFor(NOTATIONS.json, naming)
    const text = NOTATIONS.json.write(tokens, 'Acme').files[0]?.text ?? ''
    const read = new Map(Object.entries(JSON.parse(text) as Record<string, string>))
    expect(read.size).toBe(300)
    for (const token of tokens) expect(read.get(token.name)).toBe(cssValue(token, 'widest'))
  })

  it('are Android resources that are valid XML, but for gradients', () => {
    const tokens = tokensFor(NOTATIONS.android, naming)
    const { files, leftOut } = NOTATIONS.android.write(tokens, 'Acme')
    const text = files[0]?.text ?? ''
    expect(XMLValidator.validate(text)).toBe(true)
    const parser = new XMLParser({ ignoreAttributes: false, parseTagValue: false })
    const { resources } = parser.parse(text) as {
      resources: { color: readonly { '@_name': string; '#text': string }[] }
    }
    const read = new Map(resources.color.map((each) => [each['@_name'], each['#text']]))
    expect(read.size).toBe(resources.color.length)
    for (const token of tokens) {
      // A resource is a constant of Java.
      expect(token.name).toMatch(/^[a-z]\w*$/i)
      const digits = read.get(token.name)?.slice(1)
      if (token.gradient !== undefined) expect(digits).toBeUndefined()
      else {
        const hex = digits?.length === 8 ? digits.slice(2) + digits.slice(0, 2) : digits
        const color = parseColor(`#${hex}`)
        if (color?.mode !== 'rgb') throw new Error(`${token.name} is no color: ${digits}`)
        const { r, g, b, alpha: a = 1 } = color
        expectSame({ space: 'srgb', rgba: { r, g, b, a } }, token)
      }
    }
    const lossy = tokens.filter(
      ({ gradient, wide }) => gradient !== undefined || wide !== undefined,
    )
    expect(leftOut.map(({ label }) => label)).toEqual(lossy.map(({ label }) => label))
  })

  it.each(['android', 'asset-catalog'] as const)(
    'are told once where %s cannot say them, in however many schemes',
    (notation) => {
      const { write, writeSchemes } = NOTATIONS[notation]
      const tokens = tokensFor(NOTATIONS[notation], naming)
      const schemes = (['dark', 'light'] as const).map((scheme) => ({ scheme, tokens }))
      expect(writeSchemes?.(tokens, schemes).leftOut).toEqual(write(tokens, 'Acme').leftOut)
    },
  )

  it('are color sets of an asset catalog, but for gradients', () => {
    const tokens = tokensFor(NOTATIONS['asset-catalog'], naming)
    const { files, leftOut } = NOTATIONS['asset-catalog'].write(tokens, 'Acme')
    const read = new Map(files.map(({ path, text }) => [path, JSON.parse(text) as unknown]))
    expect(read.get('Contents.json')).toEqual({ info: { author: 'xcode', version: 1 } })
    const colors = tokens.filter(({ gradient }) => gradient === undefined)
    expect(files).toHaveLength(colors.length + 1)
    expect(leftOut).toHaveLength(tokens.length - colors.length)
    for (const token of colors) {
      const set = read.get(`${token.name}.colorset/Contents.json`) as {
        colors: readonly {
          color: {
            'color-space': 'srgb' | 'display-p3'
            components: Readonly<Record<'red' | 'green' | 'blue' | 'alpha', string>>
          }
        }[]
      }
      const { 'color-space': space, components } = set.colors[0]?.color ?? {}
      const [r, g, b, a] = (['red', 'green', 'blue', 'alpha'] as const).map((key) =>
        Number(components?.[key]),
      )
      const rgba = { r: r ?? NaN, g: g ?? NaN, b: b ?? NaN, a: a ?? NaN }
      expectSame(space === undefined ? undefined : { space, rgba }, token)
    }
  })
})
