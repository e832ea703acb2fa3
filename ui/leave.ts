import type { Client } from './cliquify/client.ts'
import { troubleOf } from './kit/trouble.ts'

/** Disconnects, and gives one sentence on how that went. */
export async function leave(client: Pick<Client, 'session' | 'disconnect'>): Promise<string> {
  if (client.session === null) return 'Cliquify was not connected.'
  try {
    await client.disconnect()
    return 'Disconnected from Cliquify.'
  } catch (thrown) {
    // What is still on this device must not be said to be gone.
    return troubleOf(thrown).message
  }
}
