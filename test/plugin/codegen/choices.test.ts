import { describe, expect, it } from 'vitest'
import type { ExportChoices } from '../../../shared/export.ts'
import { openChoices } from '../../../plugin/codegen/choices.ts'
import { openFile } from '../../figma/file.ts'

const CHOICES: ExportChoices = {
  notation: 'swift',
  naming: { style: 'camel', prefix: false, palette: true },
  themes: 'files',
}

describe('what was chosen for the export of a kit', () => {
  it('is kept beside what was chosen for others', async () => {
    const { clientStorage } = openFile().figma
    const choices = openChoices(clientStorage)
    await choices.keep('1', CHOICES)
    await choices.keep('2', { ...CHOICES, notation: 'css' })
    expect(await openChoices(clientStorage).read()).toEqual({
      1: CHOICES,
      2: { ...CHOICES, notation: 'css' },
    })
  })

  it('counts as nothing where it is damaged, and the others stay', async () => {
    const { clientStorage } = openFile().figma
    const damaged = { ...CHOICES, notation: 'fortran' }
    await clientStorage.setAsync('export', { 1: CHOICES, 2: damaged, 3: null })
    expect(await openChoices(clientStorage).read()).toEqual({ 1: CHOICES })
    await clientStorage.setAsync('export', 'nothing of ours')
    expect(await openChoices(clientStorage).read()).toEqual({})
  })
})
