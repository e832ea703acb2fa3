import { describe, expect, it } from 'vitest'
import { styleFolders } from './page/style-folders.ts'

const style = (name: string) => ({
  id: name,
  key: name,
  remote: false,
  name,
  description: '',
  paints: [],
  sharedPluginData: {},
})

describe('styleFolders', () => {
  it('groups styles by their folder and keeps the order', () => {
    const folders = styleFolders(['Kit/Core/Blue', 'Ink', 'Kit/Core/Red', 'Kit/Sky'].map(style))
    expect(folders.map(({ name, styles }) => [name, styles.map((s) => s.shortName)])).toEqual([
      ['Kit / Core', ['Blue', 'Red']],
      ['', ['Ink']],
      ['Kit', ['Sky']],
    ])
  })
})
