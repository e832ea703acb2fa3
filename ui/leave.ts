import { troubleOf } from '../shared/trouble.ts'
import type { Client } from './cliquify/client.ts'

/** Disconnects, and gives one sentence on how that went. */
export async function leave(client: Pick<Client, 'session' | 'disconnect'>): Promise<string> {
  if (client.session === null) return 'Cliquify was not connected.'
  try {
    return (await client.disconnect())
      ? 'Disconnected from Cliquify.'
      : 'Disconnected on this device. The server did not confirm it; the token ends by itself.'
  } catch (thrown) {
    // What is still on this device must not be said to be gone.
    return troubleOf(thrown).message
  }
}
