/** What may stand in a line: nothing here is a token, a secret or the value of a query. */
export type LogFields = Readonly<Record<string, string | number | boolean | null>>

/** One line of JSON for each thing that happened. */
export interface Log {
  info(event: string, fields?: LogFields): void
  /** `message`: one sentence for the administrator. */
  problem(event: string, message: string, fields?: LogFields): void
}

export function openLog(write: (line: string) => void, now: () => number): Log {
  const line = (level: string, event: string, fields: LogFields): void =>
    write(JSON.stringify({ time: new Date(now()).toISOString(), level, event, ...fields }))
  return {
    info: (event, fields = {}) => line('info', event, fields),
    problem: (event, message, fields = {}) => line('error', event, { message, ...fields }),
  }
}
