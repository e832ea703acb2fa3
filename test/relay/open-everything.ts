import type { Client } from '../../ui/cliquify/client.ts'

/** Asks for all that a designer can look at; says how much there was. */
export async function openEverything(client: Client): Promise<number> {
  const { signal } = new AbortController()
  const kits = await client.brandKits(signal)
  const lists = await Promise.all([
    ...kits.items.flatMap((kit) => [client.colors(kit, signal), client.logos(kit, signal)]),
    client.folders(signal),
    client.assetTags(signal),
    client.templateTags(signal),
    client.templates(null, signal),
  ])
  let seen = lists.reduce((sum, { items }) => sum + items.length, kits.items.length)
  for (let page = await client.assets(null, signal); ;) {
    seen += page.items.length
    if (page.next === null) return seen
    page = await client.assets(page.next, signal)
  }
}
