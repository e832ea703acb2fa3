/** What keeps a designer connected; stored in clientStorage and nowhere else. */
export interface Session {
  /** Null where a token was pasted and Cliquify did not tell whose it is. */
  readonly clientId: string | null
  /** Present only when the user asked to remember it on this device. */
  readonly clientSecret: string | null
  /** Null once the token has been refused: the next window then asks to connect again. */
  readonly accessToken: string | null
  /** Milliseconds since the epoch by this device's clock, or null where the reply gave no lifetime. */
  readonly expiresAt: number | null
  /** What the token may be used for, where Cliquify told it; only to be shown. */
  readonly scopes: readonly string[] | null
}

/** A sign-in with the team's relay that waits for a person in the browser. */
export interface PendingSignIn {
  /** What the relay gives the token for, once; a secret. */
  readonly readKey: string
  /** The page where the person signs in. */
  readonly url: string
  /** Milliseconds since the epoch, by this device's clock. */
  readonly until: number
}
