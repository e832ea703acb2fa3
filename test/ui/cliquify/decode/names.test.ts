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
    ['translated names', [{ id: 3, name: { en: 'Summer', de: 'Sommer' } }], ['Summer']],
    ['partly translated ones', [{ id: 3, title: { en: null, 'pt-BR': 'Verão' } }], ['Verão']],
    ['names that are numbers', [{ id: 9, name: '3' }], ['3']],
    ['names that are records', [{ id: 9, label: { id: 3, name: 'Red' }, tag: 'hero' }], ['hero']],
    ['names without a translation', [{ id: 9, name: {}, tag: 'hero' }], ['hero']],
    ['bare names', ['winter', 'hero'], ['winter', 'hero']],
    ['names by id', { 1: 'winter', 2: 'hero' }, ['winter', 'hero']],
    ['one record', { id: 1, name: 'winter' }, ['winter']],
    ['something else', [null, { id: 3 }, [], 'hero'], ['hero']],
    ['nothing', null, []],
  ])('are read from %s', (_, content, names) => {
    expect(decodeTags(content).map(({ name }) => name)).toEqual(names)
  })
})
