import type { Rgba } from '../brand.ts'
import type { Notation } from './notation.ts'
import { channel, channels } from './numbers.ts'
import { swift } from './swift.ts'
import type { Token } from './token.ts'

/** A folder a color for Xcode’s asset catalog, `Assets.xcassets`. */
export const assetCatalog: Notation = {
  ...swift,
  refer: (name, is) => (is === 'color' ? `Color("${name}")` : swift.refer(name, is)),
  write(tokens) {
    const colors = tokens.filter(({ gradient }) => gradient === undefined)
    const gradients = tokens.filter(({ gradient }) => gradient !== undefined)
    return {
      files: [
        { path: 'Contents.json', text: jsonText({ info: INFO }) },
        ...colors.map((token) => ({
          path: `${token.name}.colorset/Contents.json`,
          text: jsonText(colorSet(token)),
        })),
      ],
      leftOut: gradients.map(({ label }) => ({
        label,
        reason: 'An asset catalog has no gradients.',
      })),
    }
  },
}

const INFO = { author: 'xcode', version: 1 }

/** See developer.apple.com, "Asset Catalog Format Reference", "Named Color Type". */
function colorSet({ value, wide }: Token): object {
  const shown: Rgba = wide ?? value
  const [red, green, blue] = channels(shown).map(decimal)
  return {
    colors: [
      {
        color: {
          'color-space': wide === undefined ? 'srgb' : 'display-p3',
          components: { red, green, blue, alpha: decimal(channel(shown.a)) },
        },
        idiom: 'universal',
      },
    ],
    info: INFO,
  }
}

function decimal(number: number): string {
  return number.toFixed(5)
}

function jsonText(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
