import { NO_WAY_IN } from './errors.ts'
import type { TokenProfile } from './token.ts'

/** Cliquify documents a form on one page and JSON on another, and shows lives of 30 days and a year. */
export function cliquifyTokens(origin: string): TokenProfile {
  const path = '/oauth/access-token'
  return {
    call: { type: 'token', what: 'the connection', line: `POST ${path}`, blocked: NO_WAY_IN },
    url: origin + path,
    fields: { grant_type: 'client_credentials' },
    renewBeforeS: 60,
  }
}

/** The roots of Clarify's API, each with its slash: no secret and no token of it goes elsewhere. */
export const CLARIFY_API_URLS: readonly string[] = ['https://api.clarify.io/v1/']

/** Clarify limits how often a token is asked for, and asks to keep one until it runs out. */
export function clarifyTokens(apiUrl: string): TokenProfile {
  const url = `${apiUrl}oauth/token`
  return {
    call: { type: 'token', what: 'the connection', line: `POST ${new URL(url).pathname}` },
    url,
    encodings: ['form'],
    fields: { grant_type: 'client_credentials', audience: apiUrl },
    scopeSeparator: /,\s*/,
    renewBeforeS: 10,
  }
}
