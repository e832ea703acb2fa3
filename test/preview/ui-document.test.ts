import { describe, expect, it } from 'vitest'
import { uiDocument } from './page/ui-document.ts'

const additions = { agent: 'agent()', themeStyle: ':root{--a:1}', theme: 'dark' } as const

describe('uiDocument', () => {
  it('puts the theme and the agent before everything of the plugin', () => {
    const html = '<!doctype html><html><head><title>é, #</title></head><body></body></html>'
    expect(uiDocument(html, additions)).toBe(
      '<!doctype html><html><head>' +
        '<style>:root{--a:1}</style>' +
        "<script>document.documentElement.classList.add('figma-dark')</script>" +
        '<script>agent()</script>' +
        '<title>é, #</title></head><body></body></html>',
    )
  })

  it('leaves a page without a head in standards mode', () => {
    const document = uiDocument('<!doctype html><p>Hi', additions)
    expect(document).toMatch(/^<!doctype html><style>.*<p>Hi$/)
  })

  it('adds no theme where the plugin did not ask for one', () => {
    const document = uiDocument('<p>Hi', { ...additions, themeStyle: null })
    expect(document).toBe('<script>agent()</script><p>Hi')
  })
})
