import { PRIORITY, type Priority } from '../shared/cliquify/queue.ts'
import { ROUTES, type Resource } from '../shared/cliquify/routes.ts'

const LONGEST_QUERY = 2_000

/** What the plugin's client may ask for, and how soon its answer is waited for; null for all else. */
export function priorityOf(url: URL): Priority | null {
  if (url.search.length > LONGEST_QUERY) return null
  const segments = url.pathname.split('/')
  for (const resource of Object.keys(ROUTES) as Resource[]) {
    for (const route of ROUTES[resource]) {
      if (isSame(route.split('/'), segments)) return PRIORITIES[resource]
    }
  }
  return null
}

const PRIORITIES: Readonly<Record<Resource, Priority>> = {
  kits: PRIORITY.kit,
  colors: PRIORITY.kit,
  logos: PRIORITY.kit,
  assets: PRIORITY.page,
  templates: PRIORITY.page,
  folders: PRIORITY.page,
  assetTags: PRIORITY.page,
  templateTags: PRIORITY.page,
}

function isSame(route: readonly string[], segments: readonly string[]): boolean {
  return (
    route.length === segments.length &&
    route.every((part, at) => (part === '{id}' ? isId(segments[at]) : part === segments[at]))
  )
}

/** Not what a server might read as another path. */
function isId(segment: string | undefined): boolean {
  if (segment === undefined || segment.length > 300) return false
  try {
    const id = decodeURIComponent(segment)
    return id !== '' && !/[/\\%?#\p{Cc}]/u.test(id) && !/^\.+$/.test(id)
  } catch {
    return false
  }
}
