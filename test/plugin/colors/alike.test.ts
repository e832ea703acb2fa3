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
  it('is held once, also where rounding made another number of a value', () => {
    const alike = new Alike()
    const red = { ...RED }
    expect(alike.value(red)).toBe(red)
    expect(alike.value({ ...RED, g: 0.0004 })).toBe(red)
    expect(alike.link(linkText(link))?.value).toBe(red)
    expect(alike.link(linkText(link))).toBe(alike.link(linkText(link)))
  })

  it('stays apart where a person could tell', () => {
    const alike = new Alike()
    expect(alike.value(RED)).toBe(RED)
    for (const other of [GREEN, { ...RED, a: 0.5 }, { ...RED, g: 1 / 255 }, { ...RED, r: 1.2 }]) {
      expect(alike.value(other)).toBe(other)
    }
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
