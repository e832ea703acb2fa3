/** The colors of a picture. */
export interface SceneColors {
  readonly name: string
  /** From the top of the sky to the horizon. */
  readonly sky: readonly [string, string]
  /** From far to near. */
  readonly ground: readonly [string, string, string, string]
  readonly light: string
  readonly accent: string
  readonly dark: string
}

/** The first four belong to Aurora Coffee, the others to Northwind Studio. */
export const SCENE_COLORS: readonly [SceneColors, ...SceneColors[]] = [
  {
    name: 'polar night',
    sky: ['#0b1230', '#2e4a8f'],
    ground: ['#2c5a86', '#1f4a6e', '#163656', '#0f1b3d'],
    light: '#d6ecff',
    accent: '#3ddc97',
    dark: '#0a1026',
  },
  {
    name: 'crema',
    sky: ['#f9efe0', '#f2d3ab'],
    ground: ['#d9a877', '#b97f50', '#7f5036', '#4a2c1d'],
    light: '#fffaf2',
    accent: '#ff6b4a',
    dark: '#2b1a12',
  },
  {
    name: 'violet hour',
    sky: ['#3a2a7c', '#f2a9b8'],
    ground: ['#9d7bd8', '#7c5cff', '#5238b0', '#2a1d63'],
    light: '#ffe9dc',
    accent: '#ffb74d',
    dark: '#1c1343',
  },
  {
    name: 'lingonberry',
    sky: ['#fde8ea', '#f7b7bd'],
    ground: ['#e8798f', '#c8324f', '#8e1f44', '#4d1030'],
    light: '#fff6f2',
    accent: '#3f9b6d',
    dark: '#330a20',
  },
  {
    name: 'tide',
    sky: ['#dff3f1', '#9fd3d0'],
    ground: ['#6fb7ba', '#3c95a0', '#1f7a8c', '#14495a'],
    light: '#faf7f2',
    accent: '#ff5a36',
    dark: '#16202b',
  },
  {
    name: 'brass',
    sky: ['#fbf4e0', '#f0d48a'],
    ground: ['#e3b23c', '#b98a2b', '#6f6a4a', '#38453f'],
    light: '#fffdf5',
    accent: '#1f7a8c',
    dark: '#202a2b',
  },
  {
    name: 'kelp',
    sky: ['#eef4e6', '#bcd9b8'],
    ground: ['#8fbf93', '#5b9a78', '#2f6f5c', '#184438'],
    light: '#fbfdf4',
    accent: '#e3b23c',
    dark: '#0f2a24',
  },
  {
    name: 'slate dawn',
    sky: ['#f6e9e4', '#c6cfdc'],
    ground: ['#9aaabf', '#6f8199', '#475569', '#273243'],
    light: '#ffffff',
    accent: '#ff5a36',
    dark: '#16202b',
  },
]
