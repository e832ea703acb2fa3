import { describe, expect, it } from 'vitest'
import { choiceOf, type Ticks } from '../../../ui/update/choice.ts'
import type { Outdated } from '../../../ui/update/outdated.ts'
import { brandAsset, placedFrom } from '../placement/brand-asset.ts'

const outdated = (nodeId: string): Outdated => ({
  asset: brandAsset(),
  layer: placedFrom(brandAsset(), nodeId),
})
const layers = ['1', '2', 'edited'].map(outdated)
const shown = new Map([['edited', { url: null, edited: true }]])

const choice = (ticks: Ticks = new Map(), among = layers) =>
  choiceOf(among, ticks, new Map(), shown)
const chosen = (ticks: Ticks) => choice(ticks).layers.map(({ layer }) => layer.nodeId)

describe('the layers to be updated', () => {
  it('are all but those that somebody has edited by hand', () => {
    expect(chosen(new Map())).toEqual(['1', '2'])
  })

  it('are what is ticked; an edited one is overwritten only where it is', () => {
    const ticks = new Map([
      ['1', false],
      ['edited', true],
    ])
    expect(chosen(ticks)).toEqual(['2', 'edited'])
    expect([...choice(ticks).overwrite]).toEqual(['edited'])
  })
})

describe('the box for all', () => {
  it('is ticked where only an edited layer is left out, so that it can be unticked', () => {
    expect(choice().all).toBe('every')
  })

  it('is half ticked where some are chosen, be they edited or not', () => {
    expect(choice(new Map([['1', false]])).all).toBe('some')
    const onlyEdited = layers.map(({ layer }) => [layer.nodeId, layer.nodeId === 'edited'] as const)
    expect(choice(new Map(onlyEdited)).all).toBe('some')
  })

  it('is empty where none is chosen', () => {
    expect(choice(new Map(layers.map(({ layer }) => [layer.nodeId, false]))).all).toBe('none')
  })

  it('stays ticked once all is updated', () => {
    const states = new Map(
      layers.map(({ layer }) => [layer.nodeId, { status: 'updated', note: null }] as const),
    )
    expect(choiceOf(layers, new Map(), states, shown).all).toBe('every')
  })

  it('has nothing to tick where all that is left was edited', () => {
    expect(choice(new Map(), [outdated('edited')]).all).toBeNull()
  })
})
