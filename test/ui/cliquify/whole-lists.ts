import type { BrandAsset, BrandKit } from '../../../shared/brand.ts'
import { hexOf } from '../../../shared/color.ts'
import type { Client, Next, Page } from '../../../ui/cliquify/client.ts'
import { parseCssColor } from '../../../ui/cliquify/decode/css-color.ts'
import type { Cliquify } from '../../cliquify/server.ts'
import { patience } from './connected.ts'

export async function firstKit(client: Client): Promise<BrandKit> {
  const [kit] = (await client.brandKits(patience())).items
  if (kit === undefined) throw new Error('no kit')
  return kit
}

/** The ids on every page of assets, followed to the end. */
export async function allAssetIds(client: Client): Promise<readonly string[]> {
  const ids: string[] = []
  let from: Next | null = null
  do {
    const page: Page<BrandAsset> = await client.assets(from, patience())
    ids.push(...page.items.map(({ id }) => id))
    from = page.next
  } while (from !== null)
  return ids
}

/** What the colors of the sample's first kit must come out as, whatever the shape. */
export function expectedHexes({ brand }: Cliquify): readonly string[] {
  const colors = brand.kits[0]?.palettes.flatMap((palette) => palette.colors) ?? []
  return colors.flatMap(({ value }) => {
    const color = parseCssColor(value)
    return color === null ? [] : [hexOf(color)]
  })
}

/** The paths of lists that were asked for, oldest first. */
export function pathsAsked({ requests }: Cliquify): readonly string[] {
  return requests.filter(({ method }) => method === 'GET').map(({ path }) => path)
}
