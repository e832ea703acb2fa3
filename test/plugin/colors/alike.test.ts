import { describe, expect, it } from 'vitest'
import { Alike } from '../../../plugin/colors/alike.ts'
import { linkText, type Link } from '../../../plugin/colors/link.ts'
import { GREEN, KIT, RED } from './samples.ts'

const link: Link = {
  kitId: KIT.id,
  color: 'id:1',
  name: 'Acme/Red',
  wanted: 'Acme/Red',
  value: RED,
}

describe('what is alike', () => {
  it('is held once, also where storing it rounded a value', () => {
    const alike = new Alike()
    const red = { ...RED }
    expect(alike.value(red)).toBe(red)
    expect(alike.value({ ...RED, g: 0.000009 })).toBe(red)
    expect(alike.link(linkText(link))?.value).toBe(red)
    expect(alike.link(linkText(link))).toBe(alike.link(linkText(link)))
  })

  it('stays apart where it is not the same, whether a person could tell or not', () => {
    const alike = new Alike()
    expect(alike.value(RED)).toBe(RED)
    for (const channel of [{ a: 0.5 }, { a: 0.9999 }, { g: 1 / 255 }, { g: 0.001 }, { r: 1.2 }]) {
      const other = { ...RED, ...channel }
      expect(alike.value(other)).toBe(other)
    }
    expect(alike.value(GREEN)).toBe(GREEN)
    expect(alike.link(linkText({ ...link, name: 'Acme/Rot' }))).toEqual({
      ...link,
      name: 'Acme/Rot',
    })
    expect(alike.link(linkText(link))).toEqual(link)
  })

  it('is null for a link that is not there, or damaged', () => {
    expect(['', '{', '{}'].map((text) => new Alike().link(text))).toEqual([null, null, null])
  })
})
