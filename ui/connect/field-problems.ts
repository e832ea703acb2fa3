import type { Credentials } from '../cliquify/client.ts'

/** What is wrong with each field before anything is sent; null where nothing is. */
export interface FieldProblems {
  readonly clientId: string | null
  readonly clientSecret: string | null
}

export function fieldProblems({ clientId, clientSecret }: Credentials): FieldProblems {
  return {
    clientId: clientId.trim() === '' ? 'Enter the client ID.' : null,
    clientSecret: clientSecret.trim() === '' ? 'Enter the client secret.' : null,
  }
}
