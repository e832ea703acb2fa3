import { generate } from 'selfsigned'

/** A throw-away certificate for the hosts that the built plugin calls. */
export async function makeCertificate(): Promise<{ key: string; cert: string }> {
  const { private: key, cert } = await generate(
    [{ name: 'commonName', value: 'oauth.cliquify.me' }],
    {
      keySize: 2048,
      extensions: [
        {
          name: 'subjectAltName',
          altNames: [
            { type: 2, value: 'oauth.cliquify.me' },
            { type: 2, value: 'cdn.thecliquify.co' },
          ],
        },
      ],
    },
  )
  return { key, cert }
}
