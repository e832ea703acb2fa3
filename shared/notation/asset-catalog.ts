import type { Rgba } from '../brand.ts'
import type { Notation, Scheme } from './notation.ts'
import { channel, channels } from './numbers.ts'
import { swift } from './swift.ts'
import type { Token, Written } from './token.ts'

/** A folder a color for Xcode’s asset catalog, `Assets.xcassets`. */
export const assetCatalog: Notation = {
  ...swift,
  refer: (name, is) => (is === 'color' ? `Color("${name}")` : swift.refer(name, is)),
  write: (tokens) => catalog(tokens, []),
  writeSchemes: catalog,
}

function catalog(tokens: readonly Token[], schemes: readonly Scheme[]): Written {
  const own = new Set(tokens.map(({ name }) => name))
  const extra = schemes.flatMap((each) => each.tokens.filter(({ name }) => !own.has(name)))
  // What only a scheme has is the same in all.
  const all = [...new Map([...extra, ...tokens].map((token) => [token.name, token])).values()]
  const named = schemes.map(({ scheme, tokens: others }) => ({
    scheme,
    tokens: new Map(others.map((token) => [token.name, token])),
  }))
  const sets = all
    .filter(({ gradient }) => gradient === undefined)
    .map((token) => {
      const appearances = named.flatMap((each) => {
        const other = each.tokens.get(token.name)
        return other === undefined ? [] : [colorIn(other, each.scheme)]
      })
      const colors = [colorIn(token, null), ...appearances]
      return {
        path: `${token.name}.colorset/Contents.json`,
        text: jsonText({ colors, info: INFO }),
      }
    })
  return {
    files: [...sets, { path: 'Contents.json', text: jsonText({ info: INFO }) }],
    leftOut: all.flatMap(({ label, gradient }) =>
      gradient === undefined ? [] : [{ label, reason: 'An asset catalog has no gradients.' }],
    ),
  }
}

const INFO = { author: 'xcode', version: 1 }

/** See developer.apple.com, "Asset Catalog Format Reference", "Named Color Type". */
function colorIn({ value, wide }: Token, scheme: Scheme['scheme'] | null): object {
  const shown: Rgba = wide ?? value
  const [red, green, blue] = channels(shown).map(decimal)
  return {
    ...(scheme !== null && { appearances: [{ appearance: 'luminosity', value: scheme }] }),
    color: {
      'color-space': wide === undefined ? 'srgb' : 'display-p3',
      components: { red, green, blue, alpha: decimal(channel(shown.a)) },
    },
    idiom: 'universal',
  }
}

function decimal(number: number): string {
  return number.toFixed(5)
}

function jsonText(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
