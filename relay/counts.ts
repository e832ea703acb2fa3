const HELP = {
  relay_upstream_requests_total: 'Requests to Cliquify and Clarify, by kind.',
  relay_cache_replies_total: 'Replies to designers, by where they came from.',
  relay_refusals_total: 'Requests that were refused or failed, by the status of the reply.',
  relay_sign_ins_total: 'Sign-ins that were completed.',
} as const

export type Counter = keyof typeof HELP

/** Counts since the start, in Prometheus' text format. */
export interface Counts {
  add(counter: Counter, kind: string): void
  text(): string
}

export function openCounts(): Counts {
  const counts = new Map<string, number>()
  return {
    add(counter, kind) {
      const name = `${counter}{kind="${kind}"}`
      counts.set(name, (counts.get(name) ?? 0) + 1)
    },
    text() {
      return Object.entries(HELP)
        .flatMap(([counter, help]) => [
          `# HELP ${counter} ${help}`,
          `# TYPE ${counter} counter`,
          ...[...counts]
            .filter(([name]) => name.startsWith(`${counter}{`))
            .map(([name, count]) => `${name} ${count}`),
        ])
        .join('\n')
        .concat('\n')
    },
  }
}
