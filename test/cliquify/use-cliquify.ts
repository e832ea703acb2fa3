import { afterAll, afterEach, beforeAll } from 'vitest'
import { startCliquify, type Cliquify, type CliquifyOptions } from './server.ts'

/** The stand-in of a file of tests, there while they run: each begins with it as at its start. */
export function useCliquify(options: CliquifyOptions = {}): Cliquify {
  let api: Cliquify
  beforeAll(async () => {
    api = await startCliquify(options)
  })
  afterEach(() => api.reset())
  afterAll(() => api.close())
  return {
    get origin() {
      return api.origin
    },
    get port() {
      return api.port
    },
    get settings() {
      return api.settings
    },
    get brand() {
      return api.brand
    },
    get faults() {
      return api.faults
    },
    get requests() {
      return api.requests
    },
    configure: (change) => api.configure(change),
    addFault: (fault) => api.addFault(fault),
    clearFaults: () => api.clearFaults(),
    setOffline: (offline) => api.setOffline(offline),
    issueToken: () => api.issueToken(),
    expireTokens: () => api.expireTokens(),
    advanceClock: (ms) => api.advanceClock(ms),
    edit: (edit) => api.edit(edit),
    forgetRequests: () => api.forgetRequests(),
    leaks: (text) => api.leaks(text),
    reset: () => api.reset(),
    close: () => api.close(),
  }
}
