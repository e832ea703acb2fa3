import { Trouble, type TroubleInit } from '../trouble.ts'
import type { Redact } from './redact.ts'

/** Which call a reply answers. */
export interface Call {
  readonly type: 'token' | 'revoke' | 'api' | 'media'
  /** What was asked for, in the plural, for people: "templates". */
  readonly what: string
  /** For engineers: method and path. */
  readonly line: string
  /** What people read where the browser keeps the reply back; left out, that of the API. */
  readonly blocked?: string
  /** Where a person can open it by themselves. */
  readonly link?: string
}

/** What a person reads where the connection is over, wherever that is noticed. */
export const ENDED = 'The connection to Cliquify has ended.'

/** Where Cliquify gives no token for credentials, or lets no browser have it. */
export const NO_WAY_IN =
  'Cliquify does not let Figma plugins connect with a client ID and secret. Use an access token, or sign in with your team.'

export const DOWN: TroubleInit = {
  kind: 'server-down',
  message: 'Cliquify is not answering properly. Wait a moment and try again.',
}

/** `what`: in the plural, for people. */
export function notOffered(what: string): TroubleInit {
  return {
    kind: 'not-offered',
    message: `This Cliquify account does not offer ${what}. Ask your Cliquify administrator if it should.`,
  }
}

/** `record`: what is gone, for people. */
export function deleted(record: string): TroubleInit {
  return {
    kind: 'deleted',
    message: `This ${record} is no longer in Cliquify. Press Retry to see what is there now.`,
  }
}

/** `waitMs`: how long Cliquify asked to wait, where it said so. */
export function rateLimited(waitMs: number | null, details: string | null): Trouble {
  const wait = waitMs === null ? 'Wait a minute' : `Wait ${duration(waitMs)}`
  return new Trouble({
    kind: 'rate-limited',
    message: `Cliquify got too many requests. ${wait} and try again.`,
    details,
  })
}

/** A relay, or another cache on the way, has an older reply than it would give if it had the choice. */
export function notRenewed(): Trouble {
  return new Trouble({
    kind: 'server-down',
    message: 'Nothing newer came from Cliquify.',
  })
}

export function timedOut({ type, line }: Call, afterMs: number): Trouble {
  return new Trouble({
    kind: 'timeout',
    message:
      type === 'media'
        ? 'The file took too long to download. Check your connection and try again.'
        : 'Cliquify took too long to answer. Check your connection and try again.',
    details: `${line}: no reply within ${afterMs} ms`,
  })
}

/** A file that would not fit into Figma, nor well into the window's memory. */
export function tooLarge({ line }: Call): Trouble {
  return new Trouble({
    kind: 'invalid-request',
    message:
      'This file is larger than 100 MB, the most that Figma takes. Ask for a smaller one in Cliquify.',
    action: 'none',
    details: `${line}: larger than 100 MB`,
  })
}

/** `cause` is what `fetch` threw. */
export function noReply(call: Call, cause: unknown, redact: Redact): Trouble {
  const details = redact(`${call.line}: ${String(cause)}`)
  if (typeof navigator !== 'undefined' && 'onLine' in navigator && !navigator.onLine) {
    const message = 'You are offline. Connect to the internet and try again.'
    return new Trouble({ kind: 'offline', message, details })
  }
  return unreachable(call, details)
}

export function unreachable({ type }: Call, details: string | null): Trouble {
  return new Trouble({
    kind: 'unreachable',
    message:
      type === 'media'
        ? 'The file could not be downloaded. Check your connection and try again.'
        : 'Cliquify cannot be reached. Check your connection and firewall, and try again.',
    details,
  })
}

/**
 * The server is there, but the browser keeps its reply from the plugin. Nobody but who runs the server
 * can change that, so people are told the ways around it.
 */
export function blocked({ blocked: told, link }: Call, details: string): Trouble {
  return new Trouble({
    kind: 'blocked',
    message: told ?? BLOCKED,
    details: `${details} (blocked by CORS)`,
    link: link ?? null,
  })
}

const BLOCKED =
  'Cliquify does not let Figma plugins read your brand. Whoever installed this plugin can set up a relay for your team.'

/** What a person reads of a file that the plugin may not read, whoever keeps it back; details tell who does. */
export const NO_ACCESS =
  'This plugin has no access to this file’s server. Download the file in Cliquify and drag it into Figma.'

/** The window's own policy, made of the manifest's domains, keeps the request back. */
export function outOfReach({ type, link }: Call, told: string): Trouble {
  const details = `${told} (not among the domains of the manifest)`
  return type === 'media'
    ? new Trouble({
        kind: 'out-of-reach',
        message: NO_ACCESS,
        action: 'none',
        details,
        link: link ?? null,
      })
    : elsewhere(details)
}

/** A redirect of the API leads away from it: nobody but the API itself is listened to. */
export function sentOn({ line }: Call, redact: Redact): Trouble {
  return elsewhere(redact(`${line}: redirected to another server`))
}

function elsewhere(details: string): Trouble {
  return new Trouble({
    kind: 'out-of-reach',
    message:
      'Cliquify sent this plugin on to another server. Try again; if it stays, tell your Cliquify administrator.',
    details,
  })
}

/**
 * The server is there, and has let its replies be read before: its gateway's error page cannot be, or
 * the connection breaks off. The browser tells neither.
 */
export function brokenOff(call: Call, details: string | null): Trouble {
  return call.type === 'media' ? unreachable(call, details) : new Trouble({ ...DOWN, details })
}

function duration(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000)
  if (seconds < 90) return `${seconds} second${seconds === 1 ? '' : 's'}`
  return `${Math.ceil(seconds / 60)} minutes`
}
