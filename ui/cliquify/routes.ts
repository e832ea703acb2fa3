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

/** The route of each resource that answered last. */
export interface RouteMemory {
  recall(resource: Resource): string | undefined
  keep(resource: Resource, route: string): void
}

/** With those that are `kept` from before; `onKept` is called after each change. */
export function openRouteMemory(kept: Map<string, string>, onKept: () => void): RouteMemory {
  return {
    recall: (resource) => kept.get(resource),
    keep(resource, route) {
      if (kept.get(resource) === route) return
      kept.set(resource, route)
      onKept()
    },
  }
}

/** The routes of a resource, the one that answered before first. */
export function candidates(resource: Resource, recalled: string | undefined): readonly string[] {
  const isKnown = (route: string): boolean => route === recalled
  const routes = ROUTES[resource]
  return [...routes.filter(isKnown), ...routes.filter((route) => !isKnown(route))]
}

/** The path of a route; null where it needs a kit's id and there is none. */
export function pathOf(route: string, kitId: string | null): string | null {
  if (!route.includes('{id}')) return route
  if (kitId === null || kitId === SOLE_KIT_ID) return null
  return route.replace('{id}', encodeURIComponent(kitId))
}
