import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import Provider from 'oidc-provider'
import { freePort } from './free-port.ts'

export const COMPANY_CLIENT = { id: 'the-relay', secret: 'secret-of-the-relay-at-its-company' }

/** A company's OpenID server, over real HTTP, with a page that asks for nothing but an address. */
export interface Company {
  readonly issuer: string
  /** What makes a relay sign people in here. */
  readonly environment: Readonly<Record<string, string>>
  /** Addresses that the company has not verified. */
  readonly unverified: Set<string>
  /** Requests by path, the query left out. */
  readonly paths: readonly string[]
  /** Breaks off every connection from now on, or no longer. */
  setDown(isDown: boolean): void
  close(): Promise<void>
}

export interface CompanyOptions {
  /** Where the relay is told who signed in. */
  readonly redirectUri: string
  /** Whether the ID token has the address; otherwise it must be asked for. */
  readonly tellsAtOnce?: boolean
}

export async function openCompany({
  redirectUri,
  tellsAtOnce = false,
}: CompanyOptions): Promise<Company> {
  const port = await freePort()
  const issuer = `http://localhost:${port}`
  const unverified = new Set<string>()
  const paths: string[] = []
  let isDown = false
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const provider: Provider = new Provider(issuer, {
    clients: [
      {
        client_id: COMPANY_CLIENT.id,
        client_secret: COMPANY_CLIENT.secret,
        redirect_uris: [redirectUri],
        id_token_signed_response_alg: 'ES256',
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kid: 'company' }] as never },
    cookies: { keys: ['company'] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: !tellsAtOnce,
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    // Seconds; said, so that it does not remark on them.
    ttl: {
      AccessToken: 600,
      ClientCredentials: 600,
      Grant: 600,
      IdToken: 600,
      Interaction: 600,
      Session: 600,
    },
    findAccount: (_, sub) => ({
      accountId: sub,
      claims: () => ({ sub, email: sub, email_verified: !unverified.has(sub) }),
    }),
    // What the relay asks for is granted without a question.
    async loadExistingGrant({ oidc }) {
      const grant = new provider.Grant({
        clientId: oidc.client?.clientId ?? '',
        accountId: oidc.session?.accountId ?? '',
      })
      grant.addOIDCScope('openid email')
      await grant.save()
      return grant
    },
  })
  const answer = provider.callback()

  async function ask(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === 'POST') {
      const fields = new URLSearchParams(await text(request))
      const email = fields.get('email')
      const result =
        email === null || fields.has('cancel')
          ? { error: 'access_denied' }
          : { login: { accountId: email } }
      await provider.interactionFinished(request, response, result)
      return
    }
    response.setHeader('Content-Type', 'text/html; charset=utf-8').end(PAGE)
  }

  const server: Server = createServer((request, response) => {
    const [path = ''] = (request.url ?? '').split('?')
    paths.push(path)
    if (isDown) request.socket.destroy()
    else if (path.startsWith('/interaction/')) void ask(request, response)
    else void answer(request, response)
  })
  server.listen(port)
  await once(server, 'listening')

  return {
    issuer,
    unverified,
    paths,
    environment: {
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: COMPANY_CLIENT.id,
      OIDC_CLIENT_SECRET: COMPANY_CLIENT.secret,
      OIDC_EMAIL_DOMAINS: 'example.com, kiosk.example',
    },
    setDown(down) {
      isDown = down
    },
    async close() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

const PAGE = `<!doctype html>
<html lang="en">
<title>The company</title>
<h1>The company</h1>
<form method="post">
<label>E-mail <input name="email"></label>
<button type="submit">Continue</button>
<button type="submit" name="cancel" value="yes">Cancel</button>
</form>
</html>`
