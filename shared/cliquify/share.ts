import { cancelled } from '../trouble.ts'
import { untilAborted } from './timing.ts'

/**
 * Lets callers who ask for the same thing at the same time share one request. It is aborted only
 * when all of them have given up.
 */
export function shareInFlight<T>(): (
  key: string,
  signal: AbortSignal,
  start: (signal: AbortSignal) => Promise<T>,
) => Promise<T> {
  interface Flight {
    readonly promise: Promise<T>
    readonly controller: AbortController
    callers: number
  }
  const flights = new Map<string, Flight>()

  function leave(key: string, flight: Flight): void {
    flight.callers--
    if (flight.callers > 0) return
    if (flights.get(key) === flight) flights.delete(key)
    flight.controller.abort()
  }

  return async (key, signal, start) => {
    if (signal.aborted) throw cancelled()
    let flight = flights.get(key)
    if (flight === undefined) {
      const controller = new AbortController()
      const promise = start(controller.signal)
      flight = { promise, controller, callers: 0 }
      flights.set(key, flight)
    }
    flight.callers++
    try {
      return await untilAborted(flight.promise, signal)
    } finally {
      leave(key, flight)
    }
  }
}
