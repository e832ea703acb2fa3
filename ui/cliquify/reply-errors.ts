import { isRecord, own } from './decode/value.ts'
import {
  ApiError,
  rateLimited,
  serverDown,
  type ApiErrorAction,
  type ApiErrorKind,
  type Call,
} from './errors.ts'
import type { Redact } from './redact.ts'
import {
  isTokenRefused,
  messageOf,
  saysFieldMissing,
  saysNoCompany,
  statusOf,
  textOf,
  type Reply,
} from './reply.ts'

/** One failure for a reply, told to people after the error table of Cliquify's documentation. */
export function errorOf(call: Call, reply: Reply, redact: Redact): ApiError {
  const status = statusOf(reply)
  // Redacted before it is cut: half a token is no longer recognised.
  const details = `${redact(call.line)}: ${reply.status} ${excerpt(redact(reply.text), 400)}`.trim()
  const error = (kind: ApiErrorKind, message: string, action: ApiErrorAction): ApiError =>
    new ApiError(kind, redact(message), action, details)

  if (status === 429) return rateLimited(null, details)
  if (call.type === 'media') return mediaError(call, status, error)
  if (status >= 500) return serverDown(details)
  if (status >= 200 && status < 300) {
    return reply.body === undefined
      ? error(
          'not-json',
          `Cliquify sent ${reply.text.trim() === '' ? 'an empty reply' : 'a web page'} instead of data. Try again in a moment; if it stays, ask your Cliquify administrator.`,
          'retry',
        )
      : error(
          'unexpected-reply',
          `Cliquify sent ${call.what} in a form that this plugin cannot read. Try again; if it stays, look for a newer version of the plugin.`,
          'retry',
        )
  }
  const told = call.type === 'token' ? tokenError(status, reply.body, error) : null
  return told ?? apiError(call, status, reply.body, error)
}

type MakeError = (kind: ApiErrorKind, message: string, action: ApiErrorAction) => ApiError

function tokenError(status: number, body: unknown, error: MakeError): ApiError | null {
  if (status === 401 || textOf(body).includes('invalid_client')) {
    return error(
      'wrong-credentials',
      'Cliquify does not know this client ID and secret. Check both, and enter them again.',
      'connect',
    )
  }
  if (status === 403) return inactiveAccount(error)
  if (status === 400) {
    return error(
      'connection-refused',
      'Cliquify did not open a connection with this client ID and secret. Check both and connect again; if that does not help, ask your Cliquify administrator.',
      'connect',
    )
  }
  if (status === 422 && saysFieldMissing(body)) {
    return error(
      'missing-credentials',
      'Enter both the client ID and the client secret.',
      'connect',
    )
  }
  return null
}

function apiError(call: Call, status: number, body: unknown, error: MakeError): ApiError {
  if (isTokenRefused(status, body)) {
    return error(
      'connection-expired',
      'The connection to Cliquify has expired. Connect again.',
      'connect',
    )
  }
  if (status === 403) {
    if (/inactive/i.test(messageOf(body))) return inactiveAccount(error)
    return error(
      'missing-scope',
      `This connection may not read ${call.what}. Connect again; if that does not help, ask your Cliquify administrator.`,
      'connect',
    )
  }
  if (status === 404 && saysNoCompany(body)) {
    return error(
      'no-company',
      'This client ID is not linked to an active company. Ask your Cliquify administrator to link it.',
      'settings',
    )
  }
  if (status === 404 || status === 405) {
    return error(
      'not-offered',
      `This Cliquify account does not offer ${call.what}. Ask your Cliquify administrator if it should.`,
      'retry',
    )
  }
  const field = fieldOf(body)
  return error(
    'invalid-request',
    field === null
      ? 'Cliquify did not accept the request. Try again; if it stays, ask your Cliquify administrator.'
      : call.type === 'token'
        ? `Cliquify did not accept the ${field}. Correct it and connect again.`
        : `Cliquify did not accept the request because of its “${field}”. Try again; if it stays, look for a newer version of the plugin.`,
    call.type === 'token' ? 'connect' : 'retry',
  )
}

function mediaError(call: Call, status: number, error: MakeError): ApiError {
  if (status === 401 || status === 403 || status === 404 || status === 410) {
    return error(
      'expired-link',
      'This file could not be downloaded: its link no longer works. Try again; if it stays, upload the file to Cliquify again.',
      'retry',
    )
  }
  return status >= 500
    ? error('server-down', 'The file server is not answering properly. Try again.', 'retry')
    : error('unexpected-reply', `The file server refused ${call.what}. Try again.`, 'retry')
}

function inactiveAccount(error: MakeError): ApiError {
  return error(
    'inactive-account',
    'This Cliquify account is not active. Ask your Cliquify administrator to activate it.',
    'retry',
  )
}

/** "client ID" out of `{ client_id: [message] }` or `{ errors: {…} }`: the field that is wrong. */
function fieldOf(body: unknown): string | null {
  if (!isRecord(body)) return null
  const nested = own(body, 'errors')
  const fields = isRecord(nested) ? nested : body
  for (const [field, messages] of Object.entries(fields)) {
    const first: unknown = Array.isArray(messages) ? messages[0] : undefined
    if (typeof first !== 'string' || !/^[a-z][\w.-]{0,39}$/i.test(field)) continue
    return field.replace(/[_.-]+/g, ' ').replace(/\bid\b/gi, 'ID')
  }
  return null
}

function excerpt(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > length ? `${line.slice(0, length)}…` : line
}
