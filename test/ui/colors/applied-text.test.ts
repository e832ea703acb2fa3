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
      'Night Sky applied as fill to 2 layers.',
    )
    expect(appliedText('Night Sky', 'stroke', { ...NONE, layers: 1 })).toBe(
      'Night Sky applied as stroke to 1 layer.',
    )
  })

  it('names the library that it is from, and says where that is not up to date', () => {
    const linked = { library: 'Brand library', lags: false }
    expect(appliedText('Red', 'fill', { ...NONE, layers: 1, linked })).toBe(
      'Red applied as fill to 1 layer, from Brand library.',
    )
    const lagging = { ...linked, lags: true }
    expect(appliedText('Red', 'fill', { ...NONE, layers: 1, linked: lagging })).toBe(
      'Red applied as fill to 1 layer, from Brand library. It is older than Cliquify’s: update the library.',
    )
  })

  it('tells where no library could be asked', () => {
    expect(appliedText('Red', 'fill', { ...NONE, layers: 1, unreachable: true })).toBe(
      'Red applied as fill to 1 layer. The library could not be reached.',
    )
  })

  it('says which layers were left as they are', () => {
    expect(appliedText('Snow', 'fill', { ...NONE, layers: 2, locked: 1, unable: 2 })).toBe(
      'Snow applied as fill to 2 layers. 1 locked layer left unchanged. 2 layers cannot take a fill.',
    )
  })

  it('says what to do where nothing could take it', () => {
    expect(appliedText('Snow', 'fill', NONE)).toBe(
      'Nothing is selected. Select a layer, then click Snow again.',
    )
    expect(appliedText('Snow', 'fill', { ...NONE, locked: 2, unable: 1 })).toBe(
      'What is selected is locked. Unlock it, then click Snow again.',
    )
    expect(appliedText('Snow', 'fill', { ...NONE, pictures: 1 })).toBe('1 picture left unchanged.')
    expect(appliedText('Snow', 'fill', { ...NONE, manyColored: 1 })).toBe(
      'What is selected has several colors. Select a shape in it, then click Snow again.',
    )
    expect(appliedText('Snow', 'stroke', { ...NONE, unable: 1 })).toBe(
      'What is selected cannot take a stroke. Select a shape, frame or text, then click Snow again.',
    )
  })
})
