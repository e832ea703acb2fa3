import { describe, expect, it } from 'vitest'
import type { Node, Parser } from 'web-tree-sitter'
import { NOTATIONS } from '../../../shared/notation/notations.ts'
import { STYLES, tokensFor } from './awkward-tokens.ts'
import { openParser } from './grammars.ts'
import { expectSame, type ReadColor } from './same-colors.ts'

const [swift, kotlin] = [await openParser('swift'), await openParser('kotlin')]

/** The value of each property by its name; fails where the grammar found anything wrong. */
function propertiesIn(parser: Parser, text: string): ReadonlyMap<string, Node> {
  const root = parser.parse(text)?.rootNode
  if (root === undefined) throw new Error('The parser gave up')
  const broken = root.descendantsOfType('ERROR')[0]
  expect(root.hasError, broken?.text).toBe(false)
  const found = new Map<string, Node>()
  for (const property of root.descendantsOfType('property_declaration')) {
    const name = property?.descendantsOfType('simple_identifier')[0]?.text.replace(/`/g, '')
    const value = property?.lastNamedChild
    if (name === undefined || value == null) throw new Error(`No name: ${property?.text}`)
    expect(found.has(name), name).toBe(false)
    found.set(name, value)
  }
  return found
}

/** The arguments of a call, as their texts. */
function argumentsOf(call: Node | undefined): readonly string[] {
  const list = call?.descendantsOfType('value_arguments')[0]
  return list?.namedChildren.map((each) => each?.text ?? '') ?? []
}

function rgbaOf(numbers: readonly string[]): ReadColor['rgba'] {
  const [r = NaN, g = NaN, b = NaN, a = NaN] = numbers.map(Number.parseFloat)
  return { r, g, b, a }
}

function readSwift(call: Node | undefined): ReadColor {
  const [space, ...channels] = argumentsOf(call)
  const rgba = rgbaOf(channels.map((each) => each.split(': ')[1] ?? ''))
  return { space: space === '.displayP3' ? 'display-p3' : 'srgb', rgba }
}

function readKotlin(call: Node | undefined): ReadColor {
  const given = argumentsOf(call)
  if (given.length > 1) return { space: 'display-p3', rgba: rgbaOf(given) }
  const [, a, r, g, b] = /^0x(..)(..)(..)(..)$/.exec(given[0] ?? '') ?? []
  const part = (digits = ''): number => Number.parseInt(digits, 16) / 255
  return { space: 'srgb', rgba: { r: part(r), g: part(g), b: part(b), a: part(a) } }
}

describe.each(STYLES)('300 awkward colors in %s', (style) => {
  const naming = { style, prefix: true, palette: true }

  it('are Swift that its grammar takes', () => {
    const tokens = tokensFor(NOTATIONS.swift, naming)
    const { files, leftOut } = NOTATIONS.swift.write(tokens, 'Acme')
    const read = propertiesIn(swift, files[0]?.text ?? '')
    expect(read.size).toBe(300)
    for (const token of tokens) {
      const value = read.get(token.name)
      if (token.gradient === undefined) expectSame(readSwift(value), token)
      else expect(value?.text).toMatch(/^Gradient\(stops: \[/)
    }
    expect(leftOut).toHaveLength(tokens.filter(({ gradient }) => gradient !== undefined).length)
  })

  it('are Kotlin that its grammar takes', () => {
    const tokens = tokensFor(NOTATIONS.kotlin, naming)
    const { files, leftOut } = NOTATIONS.kotlin.write(tokens, 'Acme')
    const read = propertiesIn(kotlin, files[0]?.text ?? '')
    expect(read.size).toBe(300)
    for (const token of tokens) {
      const value = read.get(token.name)
      if (token.gradient === undefined) expectSame(readKotlin(value), token)
      else expect(value?.text).toMatch(/^Brush\.(?:linear|radial|sweep)Gradient\(0f to /)
    }
    expect(leftOut).toHaveLength(tokens.filter(({ gradient }) => gradient !== undefined).length)
  })
})
