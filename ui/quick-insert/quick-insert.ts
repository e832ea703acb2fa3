import type { BrandAsset } from '../../shared/brand.ts'
import type { Placer } from '../placement/placer.ts'
import type { Plugin } from '../plugin.ts'
import type { Status } from '../status.ts'

/** Nobody should wonder for longer whether anything goes on. */
const TELL_AFTER_MS = 1_500

export interface QuickInsertOptions {
  readonly asset: BrandAsset
  readonly placer: Placer
  readonly status: Pick<Status, 'text'>
  readonly plugin: Pick<Plugin, 'emit'>
}

/**
 * Places what was chosen in the quick-actions bar, as a click in the library does. Gives what to
 * tell at the end, or null where it did not come onto the canvas; that has been told then.
 */
export async function quickInsert(options: QuickInsertOptions): Promise<string | null> {
  const { asset, placer, status, plugin } = options
  const telling = setTimeout(() => {
    plugin.emit('notify', { message: `Placing “${asset.name}”…`, error: false })
  }, TELL_AFTER_MS)
  const placed: BrandAsset[] = []
  const stopListening = placer.onPlaced((each) => placed.push(each))
  // What fails is told here.
  const stopWatching = placer.watchFailures()
  try {
    await placer.place([asset])
  } finally {
    clearTimeout(telling)
    stopListening()
    stopWatching()
  }
  const [failure] = placer.failures.value.slice(-1)
  const said = status.text.value
  if (placed.length > 0 && failure === undefined)
    return said === '' ? `“${asset.name}” placed.` : said
  const message = failure?.trouble.message ?? said
  plugin.emit('notify', {
    message: message === '' ? `“${asset.name}” could not be placed.` : message,
    error: true,
  })
  return null
}
