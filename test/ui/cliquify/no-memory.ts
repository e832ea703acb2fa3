import { openReplies } from '../../../ui/cliquify/replies.ts'
import { openRouteMemory } from '../../../ui/cliquify/routes.ts'
import type { ClientOptions } from '../../../ui/cliquify/client.ts'

/** For a client that remembers for as long as it is there, and that nobody listens to. */
export function noMemory(): Pick<ClientOptions, 'routes' | 'replies' | 'onAssets'> {
  return {
    routes: openRouteMemory(new Map(), () => undefined),
    replies: openReplies(new Map(), () => undefined),
    onAssets: () => undefined,
  }
}
