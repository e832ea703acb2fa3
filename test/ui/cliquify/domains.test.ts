import { describe, expect, it } from 'vitest'
import { isWithin } from '../../../ui/cliquify/domains.ts'

describe('the domains of a manifest', () => {
  it.each([
    ['https://cdn.example', 'https://cdn.example/a/b.png?c=d'],
    ['https://cdn.example', 'https://CDN.example/a.png'],
    ['https://*.example', 'https://cdn.example/a.png'],
    ['https://*.example', 'https://a.b.example/a.png'],
    ['https://cdn.example/brand/', 'https://cdn.example/brand/a.png'],
    ['https://cdn.example/a.png', 'https://cdn.example/a.png?version=2'],
    ['http://localhost:4180', 'http://localhost:4180/media/a.png'],
    ['*', 'https://anywhere.example/'],
  ])('“%s” let the window reach %s', (domain, address) => {
    expect(isWithin(['https://other.example', domain], address)).toBe(true)
  })

  it.each([
    ['https://cdn.example', 'https://cdn.example.evil.example/a.png'],
    ['https://cdn.example', 'https://sub.cdn.example/a.png'],
    ['https://cdn.example', 'http://cdn.example/a.png'],
    ['https://cdn.example', 'https://cdn.example:8443/a.png'],
    ['https://*.example', 'https://example/a.png'],
    ['https://*.example', 'https://notexample/a.png'],
    ['https://cdn.example/brand/', 'https://cdn.example/other/a.png'],
    ['https://cdn.example/a.png', 'https://cdn.example/a.png/b'],
    ['http://localhost:4180', 'http://localhost:4181/'],
    ['none', 'https://cdn.example/'],
    ['https://cdn.example', 'data:image/png;base64,AAAA'],
    ['https://cdn.example', 'no address'],
  ])('“%s” do not let it reach %s', (domain, address) => {
    expect(isWithin([domain], address)).toBe(false)
  })
})
