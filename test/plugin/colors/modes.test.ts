import { describe, expect, it } from 'vitest'
import { KEEP, openColors } from './open-colors.ts'
import { BLUE, brandColor, GREEN, RED, red } from './samples.ts'

const navy = brandColor({ id: '2', name: 'Navy', value: BLUE })
const UMBRELLA = { id: 'kit-2', name: 'Umbrella' }

async function collectionOf(o: ReturnType<typeof openColors>): Promise<VariableCollection> {
  const [collection] = await o.file.figma.variables.getLocalVariableCollectionsAsync()
  if (collection === undefined) throw new Error('no collection')
  return collection
}

describe('a mode that a person added to a kit’s collection', () => {
  it.each([1, 3])('shows a new color from the start: %i modes more', async (count) => {
    const o = openColors({ target: 'variables' })
    await o.apply([red])
    const collection = await collectionOf(o)
    for (let i = 0; i < count; i++) collection.addMode(`Mode ${String(i)}`)
    await o.apply([red, navy])
    const values = Object.values((await o.variable('Acme/Navy')).valuesByMode)
    expect(values).toEqual(Array.from({ length: count + 1 }, () => BLUE))
  })

  it('keeps what a person gave it, whatever the brand’s color becomes', async () => {
    const o = openColors({ target: 'variables' })
    await o.apply([red])
    const collection = await collectionOf(o)
    const dark = collection.addMode('Dark')
    await o.apply([{ ...red, value: GREEN }])
    const variable = await o.variable('Acme/Red')
    expect(variable.valuesByMode[dark]).toEqual(RED)
    expect(variable.valuesByMode[collection.defaultModeId]).toEqual(GREEN)
  })
})

describe('a color that only one of the kits has that share a collection', () => {
  async function shared() {
    const o = openColors({ target: 'variables', collection: 'shared' })
    await o.apply([red])
    await o.apply([brandColor({ id: '7', value: GREEN })], {}, KEEP, UMBRELLA)
    const { modes } = await collectionOf(o)
    const [acme = '', umbrella = ''] = modes.map(({ modeId }) => modeId)
    return { ...o, acme, umbrella }
  }

  it('shows in the modes of the others too, which the review tells', async () => {
    const o = await shared()
    expect((await o.plan([red, navy])).rows[1]).toMatchObject({
      outcome: 'create',
      reason: { kind: 'seen-by-others' },
    })
    await o.apply([red, navy])
    const { acme, umbrella, variable } = o
    expect((await variable('Navy')).valuesByMode).toEqual({ [acme]: BLUE, [umbrella]: BLUE })
  })

  it('changes there with its own kit, until that kit has the color or a person another value', async () => {
    const o = await shared()
    const { acme, umbrella, variable } = o
    await o.apply([red, navy])
    await o.apply([red, { ...navy, value: RED }])
    const known = await variable('Navy')
    expect(known.valuesByMode).toEqual({ [acme]: RED, [umbrella]: RED })
    known.setValueForMode(umbrella, GREEN)
    await o.apply([red, navy])
    expect(known.valuesByMode).toEqual({ [acme]: BLUE, [umbrella]: GREEN })
    expect((await variable('Red')).valuesByMode).toEqual({ [acme]: RED, [umbrella]: GREEN })
  })

  it('is not told where no other kit shares the collection', async () => {
    const o = openColors({ target: 'variables', collection: 'shared' })
    await o.apply([red])
    expect((await o.plan([red, navy])).rows[1]).toMatchObject({ outcome: 'create', reason: null })
  })

  it('is as it was in all modes where a later write fails', async () => {
    for (const k of [1, 2, 3, 4]) {
      const o = await shared()
      await o.apply([red, navy])
      const before = o.variables()
      o.file.failWrite(k)
      await o.apply([red, { ...navy, value: RED }])
      expect(o.variables()).toEqual(before)
    }
  })
})
