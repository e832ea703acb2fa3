import { describe, expect, it } from 'vitest'
import { readLastSync, writeLastSync } from '../../../plugin/colors/last-sync.ts'
import { DEFAULT_SYNC_OPTIONS, type SyncOptions } from '../../../shared/sync.ts'
import { openFile } from '../../figma/file.ts'

const VARIABLES: SyncOptions = {
  target: 'variables',
  naming: { prefix: { type: 'own', text: 'Acme' }, grouping: 'flat' },
  collection: 'shared',
}
const BOTH: SyncOptions = { ...DEFAULT_SYNC_OPTIONS, target: 'both' }

describe('a kit that was never synced into the file', () => {
  it('begins with the defaults where no other was', () => {
    const { root } = openFile().figma
    expect(readLastSync(root, 'a')).toEqual({ at: null, options: DEFAULT_SYNC_OPTIONS })
  })

  it('goes the way of the kit that was synced last, but for a prefix of that kit’s own', () => {
    const { root } = openFile().figma
    writeLastSync(root, { id: 'b', name: 'b' }, new Date(2000), BOTH)
    writeLastSync(root, { id: 'a', name: 'a' }, new Date(3000), VARIABLES)
    writeLastSync(root, { id: 'c', name: 'c' }, new Date(1000), DEFAULT_SYNC_OPTIONS)
    expect(readLastSync(root, 'd')).toEqual({
      at: null,
      options: { ...VARIABLES, naming: { prefix: { type: 'kit' }, grouping: 'flat' } },
    })
  })
})

it('a kit that was synced stays with its own options, whatever came later', () => {
  const { root } = openFile().figma
  writeLastSync(root, { id: 'a', name: 'a' }, new Date(1000), VARIABLES)
  writeLastSync(root, { id: 'b', name: 'b' }, new Date(2000), BOTH)
  expect(readLastSync(root, 'a')).toEqual({ at: '1970-01-01T00:00:01.000Z', options: VARIABLES })
})
