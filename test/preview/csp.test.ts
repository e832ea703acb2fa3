import { describe, expect, it } from 'vitest'
import { contentSecurityPolicy } from './csp.ts'

const access = {
  allowedDomains: ['https://oauth.cliquify.me', 'https://cdn.thecliquify.co/files/'],
  devAllowedDomains: ['http://localhost:4180'],
}

function sources(policy: string, directive: string): readonly string[] {
  const found = policy.split('; ').find((part) => part.startsWith(`${directive} `))
  return found?.split(' ').slice(1) ?? []
}

describe('contentSecurityPolicy', () => {
  it('lets the UI reach the manifest’s domains, blobs and data URLs, and nothing else', () => {
    const policy = contentSecurityPolicy(access, 'production')
    for (const kind of ['connect-src', 'img-src', 'media-src', 'font-src']) {
      expect(sources(policy, kind)).toEqual(['data:', 'blob:', ...access.allowedDomains])
    }
  })

  it('adds devAllowedDomains in development only', () => {
    const origin = 'http://localhost:4180'
    expect(sources(contentSecurityPolicy(access, 'development'), 'connect-src')).toContain(origin)
    expect(contentSecurityPolicy(access, 'production')).not.toContain('localhost')
  })

  it('reads "none" as no domain at all', () => {
    const policy = contentSecurityPolicy({ allowedDomains: ['none'] }, 'production')
    expect(sources(policy, 'connect-src')).toEqual(['data:', 'blob:'])
    expect(sources(policy, 'default-src')).toEqual(['data:', 'blob:'])
  })

  it('runs the inline script and style that Figma’s single HTML file needs', () => {
    const policy = contentSecurityPolicy(access, 'production')
    expect(sources(policy, 'script-src')).toContain("'unsafe-inline'")
    expect(sources(policy, 'style-src')).toContain("'unsafe-inline'")
  })

  it('lets the inner data: frame and blob workers load', () => {
    const policy = contentSecurityPolicy(access, 'production')
    expect(sources(policy, 'frame-src')).toContain('data:')
    expect(sources(policy, 'worker-src')).toContain('blob:')
  })
})
