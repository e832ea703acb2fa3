/** What became of a download; `unreadable` where there was no reply, or none that may be read. */
type Downloaded = Blob | 'refused' | 'unreadable'

/** Runs in the Worker, too, so that it uses nothing from outside itself. */
async function download(source: string): Promise<Downloaded> {
  try {
    const response = await fetch(source, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      priority: 'low',
    })
    return response.ok ? await response.blob() : 'refused'
  } catch {
    return 'unreadable'
  }
}

const SOURCE = `const download = ${download.toString()}
onmessage = async ({ data }) => postMessage({ source: data, result: await download(data) })`

/**
 * Downloads small files, each address once at a time, in a Worker that starts with the first: a
 * request costs the window's own thread the more the longer the window's address is, and a `data:`
 * address is as long as all of its code. Rejects with a TypeError where nothing could be read.
 */
export function createDownload(): (source: string) => Promise<Blob> {
  let worker: Worker | 'none' | null = null
  const waiting = new Map<string, (result: Downloaded) => void>()

  function settle(source: string, result: Downloaded): void {
    waiting.get(source)?.(result)
    waiting.delete(source)
  }

  /** None where no Worker is allowed. */
  function startWorker(): Worker | 'none' {
    const url = URL.createObjectURL(new Blob([SOURCE], { type: 'text/javascript' }))
    try {
      const started = new Worker(url)
      started.onmessage = ({
        data: { source, result },
      }: MessageEvent<{ readonly source: string; readonly result: Downloaded }>) => {
        settle(source, result)
      }
      // A content security policy that forbids Workers tells so only here.
      started.onerror = () => {
        worker = 'none'
        for (const source of waiting.keys()) {
          void download(source).then((result) => settle(source, result))
        }
      }
      return started
    } catch {
      return 'none'
    }
  }

  return async (source) => {
    // A Worker was seen not to be told that the network is gone.
    if (!navigator.onLine) throw unreadable()
    worker ??= startWorker()
    const running = worker
    const result =
      running === 'none'
        ? await download(source)
        : await new Promise<Downloaded>((resolve) => {
            waiting.set(source, resolve)
            running.postMessage(source)
          })
    if (result === 'unreadable') throw unreadable()
    if (result === 'refused') throw new Error('The picture was refused.')
    return result
  }
}

function unreadable(): TypeError {
  return new TypeError('The picture cannot be read.')
}
