import { describe, expect, it } from 'vitest'
import { notWritten, reasonOf } from '../../../plugin/colors/write-error.ts'

describe('the reason why a color was not written', () => {
  it.each(['gone', 'changed', 'full', 'in-use'] as const)('is ours where it is “%s”', (why) => {
    expect(reasonOf(notWritten(why), 'Acme/Red')).toEqual({ kind: why })
  })

  it.each([
    ['duplicate variable name', 'name-taken'],
    ['invalid variable name', 'name-refused'],
  ])('tells the name that Figma refuses as “%s”', (text, kind) => {
    const error = new Error(`in createVariable: ${text}`)
    expect(reasonOf(error, 'Acme/v1.0')).toEqual({ kind, name: 'Acme/v1.0' })
  })

  it.each([new Error('in set_paints: layer gone'), 'changed', null])(
    'is that Figma refused it, whatever else %s says',
    (thrown) => {
      expect(reasonOf(thrown, 'Acme/Red')).toEqual({ kind: 'refused' })
    },
  )
})
