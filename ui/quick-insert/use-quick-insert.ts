import { useEffect, useState } from 'preact/hooks'
import type { WayIn } from '../way-in.ts'
import { quickInsert, type QuickInsertOptions } from './quick-insert.ts'

export interface QuickRunOptions extends Omit<QuickInsertOptions, 'asset'> {
  /** What was chosen; null where the run began in another way, `gone` where it is not known any more. */
  readonly chosen: QuickInsertOptions['asset'] | 'gone' | null
  /** Whether there is a connection to place it with. */
  readonly connected: boolean
  /** What to do where there is none. */
  readonly again: WayIn['again']
  /** Saves what should outlive the run. */
  readonly onEnd: () => Promise<void>
}

/**
 * Places what was chosen in the quick-actions bar, without the window where nobody is needed. Says
 * whether the window is still out of sight, so that there is nothing to draw.
 */
export function useQuickInsert(options: QuickRunOptions): boolean {
  const { chosen, connected, again, plugin, placer, status, onEnd } = options
  const [hidden, setHidden] = useState(chosen !== null)
  const [waiting, setWaiting] = useState(chosen !== null && chosen !== 'gone')

  useEffect(() => {
    if (chosen === null) return
    const show = (): void => {
      plugin.emit('window:show', null)
      setHidden(false)
    }
    const tell = (message: string): void => plugin.emit('notify', { message, error: true })
    if (chosen === 'gone') {
      tell('This asset is no longer known. Choose it in the library.')
      show()
    } else if (!connected) {
      if (!hidden) return
      tell(`${again} to place “${chosen.name}”.`)
      show()
    } else if (waiting) {
      setWaiting(false)
      void quickInsert({ asset: chosen, placer, status, plugin }).then(async (message) => {
        await onEnd()
        if (message === null) show()
        // Once somebody has connected in the window, they go on with it.
        else if (hidden) plugin.emit('window:close', { message })
      })
    }
    // It begins anew only with the connection.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [connected])

  return hidden
}
