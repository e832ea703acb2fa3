import { momentText } from '../moment.ts'
import { Trouble, type TroubleInit } from '../trouble.ts'
import { isRecord, own } from './value.ts'
import { deleted, DOWN, ENDED, notOffered, rateLimited, type Call } from './errors.ts'
import type { Redact } from './redact.ts'
import {
  goneRecord,
  isOfGateway,
  isTokenRefused,
  messageOf,
  pauseAskedBy,
  saysNoCompany,
  isSuccess,
  statusOf,
  textOf,
  type Reply,
} from './reply.ts'

/** Of a sentence that a team's relay tells, in characters. */
const LONGEST_SENTENCE = 300

/** What only some calls are refused for; null where it is what all are. */
export type TellRefusal = (status: number, body: unknown) => TroubleInit | null

/** One failure for a reply, told to people after the error table of Cliquify's documentation. */
export function errorOf(
  call: Call,
  reply: Reply,
  redact: Redact,
  tellRefusal: TellRefusal = () => null,
): Trouble {
  // Redacted before it is cut: half a token is no longer recognised.
  const details = `${redact(call.line)}: ${reply.status} ${excerpt(redact(reply.text), 400)}`.trim()
  const status = statusOf(reply)
  if (status === 429) return rateLimited(null, details)
  const told = tell(call, status, reply, tellRefusal)
  return new Trouble({ ...told, message: redact(told.message), details })
}

function tell(call: Call, status: number, reply: Reply, tellRefusal: TellRefusal): TroubleInit {
  if (call.type === 'media') return mediaRefused(call, status)
  if (isOfGateway(reply)) return BETWEEN
  const byRelay = isRecord(reply.body) ? own(reply.body, 'relay') : undefined
  if (status === 503 && typeof byRelay === 'string') {
    return { kind: 'server-down', message: byRelay.slice(0, LONGEST_SENTENCE) }
  }
  if (status === 503) return underMaintenance(pauseAskedBy(reply, Date.now()))
  if (status >= 500) return DOWN
  if (isSuccess(status)) return unreadable(call, reply)
  return tellRefusal(status, reply.body) ?? refused(call, status, reply)
}

function unreadable({ what }: Call, { body, text }: Reply): TroubleInit {
  if (body !== undefined) {
    return {
      kind: 'unexpected-reply',
      message: `Cliquify sent ${what} in a form that this plugin cannot read. Try again; if it stays, look for a newer version of the plugin.`,
    }
  }
  if (text.trim() !== '') return BETWEEN
  return {
    kind: 'not-json',
    message:
      'Cliquify sent an empty reply. Try again; if it stays, tell your Cliquify administrator.',
  }
}

/** A firewall's or a gateway's page: it is no verdict on anything that was sent. */
const BETWEEN: TroubleInit = {
  kind: 'not-json',
  message:
    'A server in between answered instead of Cliquify. Try again; if it stays, ask whoever looks after your network.',
}

function underMaintenance(waitMs: number | null): TroubleInit {
  if (waitMs === null) return DOWN
  return {
    kind: 'server-down',
    message: `Cliquify is closed for maintenance until ${momentText(Date.now() + waitMs, Date.now())}. Try again then.`,
  }
}

function refused({ what, line }: Call, status: number, reply: Reply): TroubleInit {
  const { body } = reply
  if (isTokenRefused(reply)) {
    return { kind: 'connection-expired', message: ENDED, action: 'connect' }
  }
  if (status === 403) {
    if (/inactive|not verified/i.test(messageOf(body))) return inactive(body)
    return {
      kind: 'missing-scope',
      message: `This connection may not read ${what}. Ask your Cliquify administrator if it should.`,
      action: 'connect',
    }
  }
  if (status === 404 && saysNoCompany(body)) {
    return {
      kind: 'no-company',
      message:
        'This connection is not linked to an active company. Ask your Cliquify administrator.',
      action: 'settings',
    }
  }
  const record = status === 404 ? goneRecord(body, line) : null
  if (record !== null) return deleted(record)
  if (status === 404) return notOffered(what)
  if (status === 405) {
    return {
      kind: 'not-offered',
      message: `Cliquify does not let this plugin read ${what}. Look for a newer version of the plugin.`,
    }
  }
  if (status === 402) {
    return {
      kind: 'inactive-account',
      message: `The plan of this Cliquify account does not cover ${what}. Ask your Cliquify administrator.`,
    }
  }
  return {
    kind: 'invalid-request',
    message: notAccepted(fieldOf(body)),
  }
}

function notAccepted(field: string | null): string {
  if (field === null) {
    return 'Cliquify did not accept the request. Try again; if it stays, tell your Cliquify administrator.'
  }
  return `Cliquify did not accept “${field}” in the request. Try again; if it stays, look for a newer version of the plugin.`
}

/** An address that is over, which servers say by any status: S3 by 403, or by 400. */
function mediaRefused({ what }: Call, status: number): TroubleInit {
  if (status >= 500) {
    return {
      kind: 'server-down',
      message: 'The file server is not answering properly. Wait a moment and try again.',
    }
  }
  const isOver = status === 401 || status === 403 || status === 404 || status === 410
  return {
    kind: 'expired-link',
    message: isOver
      ? 'This file’s link no longer works. Try again; if it stays, replace the file in Cliquify.'
      : `The file server refused ${what}. Try again.`,
  }
}

/** Of an account that may not be used: whoever has made the client has to mend it. */
export function inactive(body: unknown): TroubleInit {
  const lacks = /not verified/i.test(messageOf(body)) ? 'verified' : 'active'
  return {
    kind: 'inactive-account',
    message: `This Cliquify account is not ${lacks}. Ask your Cliquify administrator.`,
  }
}

/** "client ID" out of `{ client_id: [message] }` or `{ errors: {…} }`: the field that is wrong. */
export function fieldOf(body: unknown): string | null {
  if (!isRecord(body)) return null
  const nested = own(body, 'errors')
  const fields = isRecord(nested) ? nested : body
  for (const [field, messages] of Object.entries(fields)) {
    const first: unknown = Array.isArray(messages)
      ? messages[0]
      : isRecord(nested)
        ? messages
        : undefined
    if (typeof first !== 'string' || !/^[a-z][\w.-]{0,39}$/i.test(field)) continue
    return field.replace(/[_.-]+/g, ' ').replace(/\bid\b/gi, 'ID')
  }
  return null
}

/** Whether a server may refuse to be asked for pages of a certain size: unless it names another field. */
export function mayRefusePageSize(status: number, body: unknown): boolean {
  if (status !== 400 && status !== 422) return false
  return fieldOf(body) === null || /per[\s_-]?page|query|param/i.test(textOf(body))
}

function excerpt(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > length ? `${line.slice(0, length)}…` : line
}
