/** Takes secrets and tokens out of a text. */
export type Redact = (text: string) => string

/** Knows the secrets of the moment, and takes them, bearer tokens and signatures out of a text. */
export function redactor(secrets: () => readonly (string | null)[]): Redact {
  return (text) => {
    let redacted = text
    for (const secret of secrets()) {
      if (secret === null || secret.length < 4) continue
      for (const form of [
        secret,
        encodeURIComponent(secret),
        new URLSearchParams({ secret }).toString().slice('secret='.length),
        JSON.stringify(secret).slice(1, -1),
        // PHP escapes slashes in JSON.
        JSON.stringify(secret).slice(1, -1).replaceAll('/', '\\/'),
      ]) {
        redacted = redacted.split(form).join('[redacted]')
      }
    }
    return redacted
      .replace(/Bearer\s+[^\s"',}]+/gi, 'Bearer [redacted]')
      .replace(/eyJ[\w-]{8,}(?:\.[\w-]*)*/g, '[redacted]')
      .replace(
        /((?:token|secret|signature|password|api_?key)"?\s*[=:]\s*"?)[^\s"&,}]{8,}/gi,
        '$1[redacted]',
      )
  }
}
