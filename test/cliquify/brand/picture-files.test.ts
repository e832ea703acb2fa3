import { existsSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isMadeOnce, pictureFile, picturesFolder } from './picture-files.ts'
import { sampleBrand } from './sample-brand.ts'

describe('the pictures that are files', () => {
  it('are there for every asset and logo that needs one, in a library of any size', () => {
    const { kits, assets } = sampleBrand(10_000)
    const logos = kits.flatMap((kit) => kit.logos)
    const files = [...assets, ...logos, ...logos.map((logo) => ({ ...logo, version: 2 }))]
    const missing = files
      .filter(isMadeOnce)
      .map(pictureFile)
      .filter((path) => !existsSync(path))
    expect(missing).toEqual([])
  })

  it('stay small', async () => {
    const folder = picturesFolder()
    const sizes = await Promise.all(
      (await readdir(folder)).map(async (name) => (await stat(join(folder, name))).size),
    )
    expect(Math.max(...sizes)).toBeLessThanOrEqual(20_000)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(400_000)
  })
})
