import { describe, expect, it } from 'vitest'
import type { BrandAsset } from '../../../shared/brand.ts'
import { MOST_ICONS, openIcons, type Icons } from '../../../ui/brand/icons.ts'
import { suggestionOf } from '../../../ui/brand/suggestions.ts'
import { brandAsset } from '../placement/brand-asset.ts'

const HOST = 'https://cdn.thecliquify.co'
const PNG = Uint8Array.of(0x89, 0x50)

function logo(id: string, thumbnailUrl = `${HOST}/${id}.png`): BrandAsset {
  return brandAsset({ id, thumbnailUrl, url: null })
}

/** `before`: the icons of the last window, with the logos that were suggested then. */
function open(before?: { readonly icons: Icons; readonly logos: readonly BrandAsset[] }) {
  const told = { placedAt: new Map<string, number>(), kitNames: new Map<string, string>() }
  const asked: string[] = []
  const tally = { drawn: 0 }
  const icons = openIcons({
    saved: (before?.logos ?? []).map((each) =>
      suggestionOf(each, { ...told, assets: [], icons: before?.icons ?? icons }),
    ),
    domains: [HOST],
    onDrawn: () => (tally.drawn += 1),
  })
  const draw = (url: string): Promise<Uint8Array> => {
    asked.push(url.slice(HOST.length + 1))
    return url.includes('broken') ? Promise.reject(new Error('broken')) : Promise.resolve(PNG)
  }
  return {
    icons,
    asked,
    tally,
    drawFor: (logos: readonly BrandAsset[]) => icons.drawFor(logos, draw),
  }
}

describe('the icons of quick insert', () => {
  it('are drawn once for each logo, and told of so that they are saved', async () => {
    const { icons, asked, tally, drawFor } = open()
    const [one, other] = [logo('1'), logo('2')]
    expect(icons.of(one)).toEqual({ iconUrl: `${HOST}/1.png`, icon: null })
    await drawFor([one, one, other])
    await drawFor([one, other])
    expect(asked).toEqual(['1.png', '2.png'])
    expect(tally.drawn).toBe(2)
    expect(icons.of(one)).toEqual({ iconUrl: `${HOST}/1.png`, icon: PNG })
  })

  it('are tried once where a picture cannot be had, and not where there is none to show', async () => {
    const { icons, asked, tally, drawFor } = open()
    const foreign = logo('3', 'https://elsewhere.example/3.png')
    const film = brandAsset({ id: '4', format: 'video', url: `${HOST}/4.mp4` })
    const drawing = brandAsset({ id: '5', format: 'svg', url: `${HOST}/5.svg` })
    const logos = [logo('broken'), foreign, film, drawing]
    await drawFor(logos)
    await drawFor(logos)
    expect(asked).toEqual(['broken.png', '5.svg'])
    expect(logos.map((each) => icons.of(each).icon)).toEqual([null, null, null, PNG])
    expect([foreign, film].map((each) => icons.of(each).iconUrl)).toEqual([null, null])
    expect(tally.drawn).toBe(1)
  })

  it('are found again in the next window, also under an address that was signed anew', async () => {
    const signed = (signature: string): string =>
      `${HOST}/1.png?X-Amz-Signature=${signature.repeat(32)}`
    const first = open()
    const logos = [logo('1', signed('a')), logo('2')]
    await first.drawFor(logos)
    const second = open({ icons: first.icons, logos })
    await second.drawFor([logo('1', signed('b')), logo('2')])
    expect(second.asked).toEqual([])
    expect(second.icons.of(logo('1', signed('b'))).icon).toBe(PNG)
  })

  it('are drawn anew of another picture, and are no other logo’s', async () => {
    const first = open()
    const logos = [logo('1', `${HOST}/a.png?v=1`)]
    await first.drawFor(logos)
    const second = open({ icons: first.icons, logos })
    await second.drawFor([logo('1', `${HOST}/a.png?v=2`), logo('2', `${HOST}/a.png?v=1`)])
    expect(second.asked).toEqual(['a.png?v=2', 'a.png?v=1'])
  })

  it('are bounded, from one window to the next as well', async () => {
    const logos = Array.from({ length: MOST_ICONS + 5 }, (_, id) => logo(`${id}`))
    const first = open()
    await first.drawFor(logos)
    expect(first.asked.length).toBe(MOST_ICONS)
    const second = open({ icons: first.icons, logos })
    await second.drawFor(logos)
    expect(second.asked).toEqual([])
    const third = open({ icons: first.icons, logos: logos.slice(1) })
    await third.drawFor(logos.slice(1))
    expect(third.asked).toEqual([`${MOST_ICONS}.png`])
  })

  it('are drawn one after the other, however many lists arrive meanwhile', async () => {
    const { icons } = open()
    let running = 0
    let most = 0
    const draw = async (): Promise<Uint8Array> => {
      most = Math.max(most, ++running)
      await new Promise((resolve) => setImmediate(resolve))
      running -= 1
      return PNG
    }
    const [one, other, third] = [logo('1'), logo('2'), logo('3')]
    await Promise.all([
      icons.drawFor([one], draw),
      icons.drawFor([one, other], draw),
      icons.drawFor([one, other, third], draw),
    ])
    expect(most).toBe(1)
    expect([one, other, third].map((each) => icons.of(each).icon)).toEqual([PNG, PNG, PNG])
  })
})
