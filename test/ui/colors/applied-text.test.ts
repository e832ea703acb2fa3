import { describe, expect, it } from 'vitest'
import { appliedText } from '../../../ui/colors/applied-text.ts'

const NONE = {
  layers: 0,
  locked: 0,
  unable: 0,
  manyColored: 0,
  pictures: 0,
  linked: null,
  unreachable: false,
}

describe('what became of a click on a color', () => {
  it('is told with the number of layers', () => {
    expect(appliedText('Night Sky', 'fill', { ...NONE, layers: 2 })).toBe(
      'Filled 2 layers with Night Sky.',
    )
    expect(appliedText('Night Sky', 'stroke', { ...NONE, layers: 1 })).toBe(
      'Stroked 1 layer with Night Sky.',
    )
  })

  it('names the library that it is from, and says where that is not up to date', () => {
    const linked = { library: 'Brand library', lags: false }
    expect(appliedText('Red', 'fill', { ...NONE, layers: 1, linked })).toBe(
      'Filled 1 layer with Red, from Brand library.',
    )
    const lagging = { ...linked, lags: true }
    expect(appliedText('Red', 'fill', { ...NONE, layers: 1, linked: lagging })).toBe(
      'Filled 1 layer, older than Cliquify’s: update Brand library.',
    )
  })

  it('begins with what is to be known first: one line may have room for 45 characters', () => {
    const filled = { ...NONE, layers: 1 }
    const text = appliedText('Background for the very large promotion', 'fill', filled, true)
    expect(text).toBe('Filled 1 layer, not linked: not synced yet.')
  })

  it('tells where no library could be asked', () => {
    expect(appliedText('Red', 'fill', { ...NONE, layers: 1, unreachable: true })).toBe(
      'Filled 1 layer, the library was not reached.',
    )
  })

  it('says which layers were left as they are', () => {
    expect(appliedText('Snow', 'fill', { ...NONE, layers: 2, locked: 1, unable: 2 })).toBe(
      'Filled 2 layers, 1 locked left unchanged, 2 cannot take a fill.',
    )
  })

  it('says what to do where nothing could take it', () => {
    expect(appliedText('Snow', 'fill', NONE)).toBe('Select a layer first.')
    expect(appliedText('Snow', 'fill', { ...NONE, locked: 2, unable: 1 })).toBe(
      'What is selected is locked. Unlock it first.',
    )
    expect(appliedText('Snow', 'fill', { ...NONE, pictures: 1 })).toBe('1 picture left unchanged.')
    expect(appliedText('Snow', 'fill', { ...NONE, manyColored: 1 })).toBe(
      'It has several colors. Select a shape in it first.',
    )
    expect(appliedText('Snow', 'stroke', { ...NONE, unable: 1 })).toBe(
      'It cannot take a stroke. Select a shape, frame or text first.',
    )
  })
})
