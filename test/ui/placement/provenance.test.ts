import { describe, expect, it } from 'vitest'
import { provenanceOf, withoutSignature } from '../../../ui/placement/provenance.ts'
import { brandAsset } from './brand-asset.ts'

describe('withoutSignature', () => {
  it.each([
    'X-Amz-Signature=abc&X-Amz-Date=20260101',
    'Expires=1767225600&Signature=a&Key-Pair-Id=b',
    'X-Goog-Credential=a',
    'sv=2024&se=2026&sp=r&sig=a',
    'token=a&expires=1',
    'v=3&md5=a',
    'h=9f86d081884c7d659a2feaa0c55ad015',
    'anything=9f86d081884c7d65',
  ])('drops the query %s', (query) => {
    expect(withoutSignature(`https://cdn.thecliquify.co/a.png?${query}`)).toBe(
      'https://cdn.thecliquify.co/a.png',
    )
  })

  it('keeps a query that only names the file or its size', () => {
    const url = 'https://cdn.thecliquify.co/file?id=42&w=800&v=2026-01-01'
    expect(withoutSignature(url)).toBe(url)
  })

  it('drops user, password and fragment', () => {
    expect(withoutSignature('https://me:word@cdn.thecliquify.co/a.png#access_token=x')).toBe(
      'https://cdn.thecliquify.co/a.png',
    )
  })

  it('drops the query of what is no URL', () => {
    expect(withoutSignature('a.png?token=x')).toBe('a.png')
  })
})

describe('provenanceOf', () => {
  it('remembers the picture that is placed where there is no file', () => {
    const asset = brandAsset({ url: null, thumbnailUrl: 'https://cdn.thecliquify.co/t.png' })
    expect(provenanceOf(asset).url).toBe('https://cdn.thecliquify.co/t.png')
  })

  it('takes the date of the last update for the version', () => {
    expect(provenanceOf(brandAsset())).toEqual({
      kind: 'logo',
      assetId: '1',
      kitId: 'kit',
      version: '2026-03-03T10:00:00.000Z',
      url: 'https://cdn.thecliquify.co/logo.png',
      name: 'Logo',
    })
  })
})
