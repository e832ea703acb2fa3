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
        JSON.stringify(secret).slice(1, -1),
      ]) {
        redacted = redacted.split(form).join('[redacted]')
      }
    }
    return redacted
      .replace(/Bearer\s+[^\s"',}]+/gi, 'Bearer [redacted]')
      .replace(/eyJ[\w-]{8,}(?:\.[\w-]*)*/g, '[redacted]')
      .replace(
        /((?:access_token|client_secret|signature)"?\s*[=:]\s*"?)[^\s"&,}]+/gi,
        '$1[redacted]',
      )
  }
}
