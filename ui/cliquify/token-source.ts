import type { OauthContext } from '../../shared/cliquify/ask-oauth.ts'
import { requestToken, type Credentials, type Token } from '../../shared/cliquify/token.ts'
import { cliquifyTokens } from '../../shared/cliquify/token-profiles.ts'

/** Gets a token for credentials; rejects with `Trouble`. */
export type TokenSource = (credentials: Credentials, context: OauthContext) => Promise<Token>

/** Asks Cliquify itself. */
export function tokensOf(origin: string): TokenSource {
  return (credentials, context) => requestToken(cliquifyTokens(origin), credentials, context)
}
