import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { NOTATION_OPTIONS } from '../../../ui/export/export-options.tsx'

it('are called as in the code section of Dev Mode, in the same order', async () => {
  const url = new URL('../../../manifest.dev.json', import.meta.url)
  const { codegenLanguages } = JSON.parse(await readFile(url, 'utf8')) as Record<string, unknown>
  expect(NOTATION_OPTIONS).toEqual(codegenLanguages)
})
