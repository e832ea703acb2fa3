import type { Storage } from '../storage.ts'
import { withStyles } from '../../shared/published-styles.ts'
import type { StyleNotes } from './published-styles.ts'

/** On the device. */
export function openStyleNotes(storage: Pick<Storage, 'get' | 'set'>): StyleNotes {
  const all = async (): ReturnType<typeof storage.get<'libraries'>> => storage.get('libraries')
  return {
    async read(kitId) {
      return (await all())?.[kitId] ?? []
    },
    async add(kitId, styles) {
      const known = (await all()) ?? {}
      await storage.set('libraries', { ...known, [kitId]: withStyles(known[kitId] ?? [], styles) })
    },
  }
}
