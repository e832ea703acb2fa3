import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import Provider, { errors } from 'oidc-provider'
import { freePort } from './free-port.ts'

export const CLARIFY_CLIENT = { clientId: 'the-integration', clientSecret: 'secret-of-clarify' }

/** Clarify’s API root over real HTTP: its token endpoint, and what answers calls of JSON-RPC. */
export interface ClarifyServer {
  /** With a slash at its end. */
  readonly apiUrl: string
  /** The fields of each request for a token. */
  readonly tokenRequests: readonly Readonly<Record<string, string>>[]
  readonly calls: readonly { readonly body: unknown; readonly version: string | undefined }[]
  /** Every token that was given out. */
  readonly tokens: readonly string[]
  /** No token that was given out is in force any more. */
  expireTokens(): void
  /** No token is good for a call from now on, whether or not it was just given out. */
  refuseTokens(): void
  /** The next call gets this answer. */
  answerNext(status: number, headers: Readonly<Record<string, string>>): void
  close(): Promise<void>
}

/** A token for the fields of a request; null where there is none. */
interface TokenEndpoint {
  answer(request: IncomingMessage, response: ServerResponse, body: string): void
  /** Whether a token that this one gave is for the API. */
  isFor(token: string, audience: string): Promise<boolean>
}

/** `documented`: answers as Clarify’s documentation says; `oidc-provider`: an independent server. */
export type TokensBy = 'documented' | 'oidc-provider'

export async function openClarifyServer(tokensBy: TokensBy): Promise<ClarifyServer> {
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const apiUrl = `${origin}/v1/`
  const endpoint = tokensBy === 'documented' ? documented() : independent(origin, apiUrl)
  const tokenRequests: Record<string, string>[] = []
  const calls: { body: unknown; version: string | undefined }[] = []
  const tokens: string[] = []
  const expired = new Set<string>()
  let refusesTokens = false
  let next: { status: number; headers: Readonly<Record<string, string>> } | null = null

  function json(response: ServerResponse, status: number, body: unknown, headers = {}): void {
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers })
    response.end(JSON.stringify(body))
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request)
    if (request.url === '/v1/oauth/token') {
      tokenRequests.push(Object.fromEntries(new URLSearchParams(body)))
      const end = response.end.bind(response)
      response.end = (chunk?: unknown) => {
        const given = /"access_token":"([^"]+)"/.exec(String(chunk))?.[1]
        if (given !== undefined) tokens.push(given)
        return end(chunk)
      }
      endpoint.answer(request, response, body)
      return
    }
    const [, token = ''] = /^Bearer (.+)$/.exec(request.headers.authorization ?? '') ?? []
    if (refusesTokens || expired.has(token) || !(await endpoint.isFor(token, apiUrl))) {
      json(response, 401, { error: 'unauthorized' })
      return
    }
    if (next !== null) {
      const { status, headers } = next
      next = null
      json(response, status, {}, headers)
      return
    }
    const version = request.headers['x-api-version']
    calls.push({ body: JSON.parse(body), version: Array.isArray(version) ? version[0] : version })
    json(response, 200, { jsonrpc: '2.0', id: 1, result: { data: [] }, error: null })
  }

  const server = createServer((request, response) => void serve(request, response)).listen(port)
  await once(server, 'listening')
  return {
    apiUrl,
    tokenRequests,
    calls,
    tokens,
    expireTokens() {
      for (const token of tokens) expired.add(token)
    },
    refuseTokens() {
      refusesTokens = true
    },
    answerNext(status, headers) {
      next = { status, headers }
    },
    async close() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

function documented(): TokenEndpoint {
  const given = new Map<string, string>()
  return {
    answer(_, response, body) {
      const fields = new URLSearchParams(body)
      const isKnown =
        fields.get('grant_type') === 'client_credentials' &&
        fields.get('client_id') === CLARIFY_CLIENT.clientId &&
        fields.get('client_secret') === CLARIFY_CLIENT.clientSecret
      const token = `eyJ.clarify.${given.size}`
      if (isKnown) given.set(token, fields.get('audience') ?? '')
      response.writeHead(isKnown ? 200 : 401, { 'Content-Type': 'application/json' })
      response.end(
        JSON.stringify(
          isKnown
            ? {
                access_token: token,
                scope: 'invoke:integration,read:items',
                expires_in: 86_400,
                token_type: 'Bearer',
              }
            : { error: 'invalid_client' },
        ),
      )
    },
    isFor: async (token, audience) => given.get(token) === audience,
  }
}

/** Clarify names the API in `audience`, where RFC 8707 has `resource`. */
function independent(origin: string, apiUrl: string): TokenEndpoint {
  const provider: Provider = new Provider(origin, {
    clients: [
      {
        client_id: CLARIFY_CLIENT.clientId,
        client_secret: CLARIFY_CLIENT.clientSecret,
        grant_types: ['client_credentials'],
        token_endpoint_auth_method: 'client_secret_post',
        response_types: [],
        redirect_uris: [],
      },
    ],
    routes: { token: '/v1/oauth/token' },
    ttl: { ClientCredentials: 86_400 },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: (ctx) => String(ctx.oidc.body?.['audience']),
        getResourceServerInfo(_, resource) {
          if (resource !== apiUrl) throw new errors.InvalidTarget()
          return { audience: resource, scope: 'read:items', accessTokenTTL: 86_400 }
        },
      },
    },
  })
  const answer = provider.callback()
  return {
    answer(request, response, body) {
      // As other servers do that have read the body already, which it takes.
      void answer(Object.assign(request, { body }), response)
    },
    async isFor(token, audience) {
      const found = await provider.ClientCredentials.find(token)
      return found?.aud === audience
    },
  }
}
