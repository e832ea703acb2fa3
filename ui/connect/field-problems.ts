/** What a person has typed, for either way in. */
export interface Typed {
  readonly clientId: string
  readonly clientSecret: string
  readonly accessToken: string
}

/** What is wrong with each field before anything is sent; null where nothing is. */
export type FieldProblems = { readonly [K in keyof Typed]: string | null }

export function fieldProblems({ clientId, clientSecret, accessToken }: Typed): FieldProblems {
  return {
    clientId: clientId.trim() === '' ? 'Enter the client ID.' : null,
    clientSecret: clientSecret.trim() === '' ? 'Enter the client secret.' : null,
    accessToken: accessToken.trim() === '' ? 'Paste the access token.' : null,
  }
}
