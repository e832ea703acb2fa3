import { describe, expect, it } from 'vitest'
import { readCredentials } from '../../../ui/connect/read-credentials.ts'

const read = (...parts: BlobPart[]) => readCredentials(new Blob(parts))
const PAIR = { clientId: 'a1b2c3', clientSecret: 's3cr3t' }

describe('a credentials file', () => {
  it.each<[string, unknown]>([
    [
      'nested, as Clarify’s',
      {
        apiUrl: 'https://api.clarify.io/v1/',
        integration: 'i',
        credentials: { type: 'client-credentials', ...PAIR },
      },
    ],
    ['nested, with underscores', { credentials: { client_id: 'a1b2c3', client_secret: 's3cr3t' } }],
    ['flat', PAIR],
    ['flat, with underscores', { client_id: 'a1b2c3', client_secret: 's3cr3t' }],
    ['of mixed spelling', { client_id: ' a1b2c3 ', clientSecret: 's3cr3t\n' }],
    [
      'with addresses of its own',
      { ...PAIR, apiUrl: 'https://evil.example/', token_uri: 'https://evil.example/token' },
    ],
  ])('gives its ID and secret, and nothing else, where it is %s', async (_, content) => {
    expect(await read(JSON.stringify(content))).toEqual(PAIR)
  })

  it('may begin with a byte order mark, and have a number for an ID', async () => {
    expect(await read('\ufeff{"client_id":12,"client_secret":"s3cr3t"}')).toEqual({
      clientId: '12',
      clientSecret: 's3cr3t',
    })
  })

  const basic = { type: 'basic', username: 'me', password: 'pw' }
  it.each<[string, BlobPart, RegExp]>([
    ['of Basic credentials', JSON.stringify({ credentials: basic }), /user name and password/],
    ['of Basic credentials, flat', '{"username":"me","password":"pw"}', /user name and password/],
    ['cut off', '{"credentials":{"type":"client-cred', /only a part/],
    ['empty', '', /only a part/],
    ['of other JSON', '{"name":"figma","version":"1.0.0"}', /no client ID and secret/],
    ['a list', '[1,2]', /no client ID and secret/],
    ['without a secret', '{"client_id":"a"}', /no client ID and secret/],
    [
      'of what no secret is',
      '{"client_id":"a","client_secret":{"b":1}}',
      /no client ID and secret/,
    ],
    ['of a secret with a line break', '{"client_id":"a","client_secret":"b\\nc"}', /no client ID/],
    ['of inherited names', '{"__proto__":{"client_id":"a","client_secret":"b"}}', /no client ID/],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe]), /not JSON/],
    ['too large', ' '.repeat(64 * 1024 + 1), /too large/],
  ])('is refused in plain words where it is %s', async (_, content, sentence) => {
    const reading = read(content)
    await expect(reading).rejects.toMatchObject({
      kind: 'unusable-file',
      message: expect.stringMatching(sentence) as string,
    })
  })

  it('that can no longer be read is told like one that is no text', async () => {
    const gone = { size: 10, text: () => Promise.reject(new Error('gone')) }
    await expect(readCredentials(gone)).rejects.toMatchObject({ kind: 'unusable-file' })
  })
})
