import { describe, expect, it } from 'vitest'
import { decodeTags } from '../../../../ui/cliquify/decode/names.ts'

describe('the names of tags', () => {
  it.each([
    [
      'records',
      [
        { id: 1, name: 'winter' },
        { id: 2, title: 'hero' },
      ],
      ['winter', 'hero'],
    ],
    ['records with a field of that name', [{ id: 1, tag: 'winter' }], ['winter']],
    ['bare names', ['winter', 'hero'], ['winter', 'hero']],
    ['names by id', { 1: 'winter', 2: 'hero' }, ['winter', 'hero']],
    ['one record', { id: 1, name: 'winter' }, ['winter']],
    ['something else', [null, { id: 3 }, [], 'hero'], ['hero']],
    ['nothing', null, []],
  ])('are read from %s', (_, content, names) => {
    expect(decodeTags(content).map(({ name }) => name)).toEqual(names)
  })
})
