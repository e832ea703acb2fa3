import { ROUTES, type Resource } from '../../shared/cliquify/routes.ts'
import { SOLE_KIT_ID } from './decode/kits.ts'

/** What each resource is called in a sentence. */
export const NAMES: Readonly<Record<Resource, string>> = {
  kits: 'brand kits',
  colors: 'brand colors',
  logos: 'logos',
  assets: 'assets',
  templates: 'templates',
  folders: 'folders',
  assetTags: 'asset tags',
  templateTags: 'template tags',
}

/** The candidates of a resource, the one that answered before first. */
export interface Routes {
  candidates(resource: Resource): readonly string[]
  remember(resource: Resource, route: string): void
}

/** What outlives the window: the route of each resource that answered last. */
export interface RouteMemory {
  recall(resource: Resource): string | null
  keep(resource: Resource, route: string): void
}

export function openRoutes(memory: RouteMemory | null): Routes {
  const answered = new Map<Resource, string>()
  return {
    candidates(resource) {
      const recalled = answered.get(resource) ?? memory?.recall(resource)
      const known = ROUTES[resource].find((route) => route === recalled)
      const others = ROUTES[resource].filter((route) => route !== known)
      return known === undefined ? others : [known, ...others]
    },
    remember(resource, route) {
      if (answered.get(resource) === route) return
      answered.set(resource, route)
      memory?.keep(resource, route)
    },
  }
}

/** The path of a route; null where it needs a kit's id and there is none. */
export function pathOf(route: string, kitId: string | null): string | null {
  if (!route.includes('{id}')) return route
  if (kitId === null || kitId === SOLE_KIT_ID) return null
  return route.replace('{id}', encodeURIComponent(kitId))
}
