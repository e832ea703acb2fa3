/** Takes secrets and tokens out of a text. */
export type Redact = (text: string) => string

/** Knows the secrets of the moment, and takes them, bearer tokens and signatures out of a text. */
export function redactor(secrets: () => readonly (string | null)[]): Redact {
  return (text) => {
    let redacted = text
    for (const secret of secrets()) {
      if (secret === null || secret.length < 4) continue
      const inUrl = encodeURIComponent(secret)
      const inForm = new URLSearchParams({ secret }).toString().slice('secret='.length)
      const inJson = JSON.stringify(secret).slice(1, -1)
      // PHP escapes slashes in JSON.
      for (const form of [secret, inUrl, inForm, inJson, inJson.replaceAll('/', '\\/')]) {
        redacted = redacted.replaceAll(form, '[redacted]')
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
