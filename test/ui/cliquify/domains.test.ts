import { describe, expect, it } from 'vitest'
import manifest from '../../../manifest.json' with { type: 'json' }
import { isWithin } from '../../../ui/cliquify/domains.ts'

describe('the domains of a manifest', () => {
  const { allowedDomains, devAllowedDomains } = manifest.networkAccess
  it.each([...allowedDomains, ...devAllowedDomains])('“%s” is an origin', (domain) => {
    expect(new URL(domain).origin).toBe(domain)
  })

  it.each([
    ['https://cdn.example', 'https://cdn.example/a/b.png?c=d'],
    ['https://cdn.example', 'https://CDN.example/a.png'],
    ['http://localhost:4180', 'http://localhost:4180/media/a.png'],
  ])('“%s” let the window reach %s', (domain, address) => {
    expect(isWithin(['https://other.example', domain], address)).toBe(true)
  })

  it.each([
    ['https://cdn.example', 'https://cdn.example.evil.example/a.png'],
    ['https://cdn.example', 'https://sub.cdn.example/a.png'],
    ['https://cdn.example', 'http://cdn.example/a.png'],
    ['https://cdn.example', 'https://cdn.example:8443/a.png'],
    ['http://localhost:4180', 'http://localhost:4181/'],
    ['https://cdn.example', 'data:image/png;base64,AAAA'],
    ['https://cdn.example', 'no address'],
  ])('“%s” do not let it reach %s', (domain, address) => {
    expect(isWithin([domain], address)).toBe(false)
  })
})
