import type { BrandColor, BrandKit, Decoded } from '../../shared/brand.ts'
import type { Client } from '../cliquify/client.ts'

/** The kit's colors as they are now: those that came inside the kit are as old as the list of kits. */
export async function freshColors(
  client: Client,
  kit: BrandKit,
  signal: AbortSignal,
): Promise<Decoded<BrandColor>> {
  if (kit.colors === null) return client.colors(kit, signal)
  const kits = await client.brandKits(signal)
  return client.colors(kits.items.find(({ id }) => id === kit.id) ?? kit, signal)
}
