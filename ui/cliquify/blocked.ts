import { sleep } from '../../shared/cliquify/timing.ts'

/** How long the browser may take to tell that its policy kept a request back. */
const TOLD_WITHIN_MS = 50

/** Notices whether the window's own policy keeps a request back: `fetch` itself does not say. */
export interface PolicyWatch {
  isViolated(signal: AbortSignal): Promise<boolean>
  stop(): void
}

/** To be called before the request is made. */
export function watchPolicy(url: string): PolicyWatch {
  let isViolated = false
  const onViolation = ({ effectiveDirective, blockedURI }: SecurityPolicyViolationEvent): void => {
    // Of a request that was redirected, only the origin that it was made to is told.
    if (effectiveDirective === 'connect-src' && blockedURI !== '' && url.startsWith(blockedURI))
      isViolated = true
  }
  // Tests run where there is no document.
  const page = typeof document === 'undefined' ? null : document
  page?.addEventListener('securitypolicyviolation', onViolation)
  return {
    async isViolated(signal) {
      if (!isViolated) await sleep(TOLD_WITHIN_MS, signal).catch(() => undefined)
      return isViolated
    },
    stop: () => page?.removeEventListener('securitypolicyviolation', onViolation),
  }
}

/**
 * Whether anybody answers at an address, though what they say may not be read. `fetch` fails alike
 * where nobody does and where the server keeps its reply from this window.
 */
export async function isAnswering(url: string, signal: AbortSignal): Promise<boolean> {
  try {
    await fetch(new URL('/', url), {
      method: 'HEAD',
      mode: 'no-cors',
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal,
    })
    return true
  } catch {
    return false
  }
}
