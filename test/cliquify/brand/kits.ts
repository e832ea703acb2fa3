import type { SampleKit, SamplePalette } from './brand.ts'
import { logosOf } from './logos.ts'

const AURORA_UPDATED = Date.UTC(2026, 2, 3, 9, 30)
const NORTHWIND_UPDATED = Date.UTC(2026, 4, 18, 14, 5)

type Pair = readonly [name: string, value: string]

const AURORA: readonly (readonly [string, readonly Pair[]])[] = [
  [
    'Core',
    [
      ['Night Sky', '#0F1B3D'],
      ['Aurora Green', '#3DDC97'],
      ['Polar Violet', '#7c5cff'],
      ['Espresso', '#2b1a12'],
      ['Crema', '#F6E7D2'],
      ['Snow', '#fff'],
    ],
  ],
  [
    'Seasonal',
    [
      ['Midsummer', 'rgb(255, 183, 77)'],
      ['Cloudberry', 'hsl(24 92% 58%)'],
      ['Lingonberry', 'hsl(338, 72%, 46%)'],
      ['Moss', 'oklch(0.62 0.12 150)'],
      ['Frost', 'rgba(214, 236, 255, 0.6)'],
      ['Steam', '#ffffff80'],
    ],
  ],
  [
    'Digital',
    [
      ['Link', '0a84ff'],
      ['Focus / Ring', '#0A84FF66'],
      ['v2.0 Accent', '#FF6B4A'],
      ['Hot ☕️🔥', '#e63946'],
      ['Link', '#0066CC'],
      ['', '#8d99ae'],
      ['قهوة داكنة', '#3b2417'],
      [
        'Background for the very large promotional banners on the landing page of the winter campaign, second half',
        '#eef2ff',
      ],
      ['Seasonal gold foil', 'PANTONE 871 C'],
    ],
  ],
]

const NORTHWIND: readonly (readonly [string, readonly Pair[]])[] = [
  [
    'Primary',
    [
      ['Ink', '#16202B'],
      ['Signal', '#ff5a36'],
      ['Paper', '#FAF7F2'],
      ['Tide', '#1F7A8C'],
    ],
  ],
  [
    'Support',
    [
      ['Sea Glass', '#bfe3dd'],
      ['Brass', 'hsl(43 73% 56%)'],
      ['Fog', 'rgb(226 232 240 / 70%)'],
      ['Slate', '#475569'],
      ['Kelp', 'oklch(0.45 0.08 165)'],
    ],
  ],
]

function palettes(of: typeof AURORA, firstId: number): SamplePalette[] {
  let id = firstId
  return of.map(([name, colors]) => ({
    name,
    colors: colors.map(([color, value]) => ({ id: id++, name: color, value })),
  }))
}

export const AURORA_COFFEE: SampleKit = {
  id: 11,
  name: 'Aurora Coffee',
  palettes: palettes(AURORA, 1101),
  logos: logosOf('aurora', 'Aurora Coffee', 1151, AURORA_UPDATED),
  updatedAt: AURORA_UPDATED,
}

export const NORTHWIND_STUDIO: SampleKit = {
  id: 12,
  name: 'Northwind Studio',
  palettes: palettes(NORTHWIND, 1201),
  logos: logosOf('northwind', 'Northwind Studio', 1251, NORTHWIND_UPDATED),
  updatedAt: NORTHWIND_UPDATED,
}
