import { once } from 'node:events'
import { createServer, type Server, type ServerResponse } from 'node:http'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { openFetchFile, type Address } from '../../relay/node/fetch-file.ts'
import { isPublicAddress } from '../../relay/node/public-addresses.ts'
import { isPublicName } from '../../relay/workers/public-names.ts'
import { openKeyring } from '../../relay/keys.ts'
import { openLog } from '../../relay/log.ts'
import { openMedia, type FileRequest, type MediaReply } from '../../relay/media.ts'
import { openMediaLinks, type MediaLinks } from '../../relay/media-links.ts'
import { mediaRoutes } from '../../relay/media-routes.ts'
import { some } from '../deep.ts'
import { openRelay, RUNTIMES, type OpenRelay } from './open-relay.ts'

/** A public address that is given to nobody (IANA has not allocated 2000::/16). */
const NOWHERE: Address = { address: '2000::1', family: 6 }
const HERE: Address = { address: '127.0.0.1', family: 4 }

describe.each(some(RUNTIMES, 1))('on %s', (runtime) => {
  let relay: OpenRelay
  let token: string
  beforeAll(async () => {
    relay = await openRelay(runtime)
    token = await relay.signIn('Ada')
  })
  afterAll(() => relay.close())

  async function firstLogo(): Promise<string> {
    const reply = await relay.get('/api/brand-kits/11/logos', token)
    const { data } = (await reply.json()) as { data: { url: string }[] }
    return data[0]?.url ?? ''
  }

  describe('the addresses of files', () => {
    it('lead to the relay, with the name of the file, and to no path of Cliquify’s', async () => {
      const text = await (await relay.get('/api/assets', token)).text()
      const reply = JSON.parse(text) as { data: { url: string }[]; links: { next: string } }
      for (const { url } of reply.data) {
        expect(url).toMatch(new RegExp(`^${relay.origin}/media/[\\w-]+\\.[\\w-]{43}/[^/]+\\.\\w+$`))
      }
      expect(text).not.toContain(`${relay.cliquify.origin}/media`)
      expect(reply.links.next).toContain('/api/assets?page=2')
    })

    it('do for relative ones, too', async () => {
      relay.cliquify.configure({ fields: { urls: 'relative' } })
      const anew = await relay.get('/api/templates', token)
      const { data } = (await anew.json()) as { data: { url: string; thumbnail_url: string }[] }
      expect(data[0]?.url).toMatch(`${relay.origin}/media/`)
      expect((await fetch(data[0]?.thumbnail_url ?? '')).headers.get('content-type')).toBe(
        'image/png',
      )
      relay.cliquify.configure({ fields: { urls: 'absolute' } })
    })

    it('give the file as it is, readable from any page, and harmless by itself', async () => {
      const url = await firstLogo()
      const file = await fetch(url)
      const direct = await fetch(
        `${relay.cliquify.origin}${new URL(await addressIn(url)).pathname}`,
      )
      expect(await file.text()).toBe(await direct.text())
      expect(file.headers.get('content-type')).toBe(direct.headers.get('content-type'))
      expect(file.headers.get('access-control-allow-origin')).toBe('*')
      expect(file.headers.get('content-security-policy')).toContain('sandbox')
      const etag = file.headers.get('etag') ?? ''
      expect((await fetch(url, { headers: { 'If-None-Match': etag } })).status).toBe(304)
      const head = await fetch(url, { method: 'HEAD' })
      expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, etag, ''])
    })

    it('lead nowhere else, wherever Cliquify sends on', async () => {
      const url = await firstLogo()
      const { pathname: path } = new URL(await addressIn(url))
      for (const to of [
        'http://169.254.169.254/',
        'https://evil.example/',
        'file:///etc/passwd',
        `//user@localhost:${new URL(relay.cliquify.origin).port}/media/logo.png`,
        `http://localhost:1${path}`,
        path,
      ]) {
        relay.cliquify.addFault({ path, effect: { type: 'redirect', to } })
        const refused = await fetch(url)
        expect([to, refused.status]).toEqual([to, 403])
        expect(await refused.json()).toMatchObject({
          message: 'The relay does not fetch files from there.',
        })
        relay.cliquify.clearFaults()
      }
      relay.cliquify.addFault({ path, times: 1, effect: { type: 'redirect', to: `${path}?v=2` } })
      expect((await fetch(url)).status).toBe(200)
    })

    it('cannot be made up or changed', async () => {
      const url = await firstLogo()
      const [, , id = ''] = new URL(url).pathname.split('/')
      const [address = '', signature = ''] = id.split('.')
      const other = Buffer.from(`${relay.cliquify.origin}/api/assets`).toString('base64url')
      for (const forged of [
        `${other}.${signature}`,
        `${address}.${signature.slice(0, -2)}AA`,
        `${address}.`,
        address,
        '%00.%00',
        encodeURIComponent('http://169.254.169.254/'),
      ]) {
        expect((await fetch(`${relay.origin}/media/${forged}/x.svg`)).status, forged).toBe(404)
      }
    })
  })
})

describe('what the relay may be made to fetch', () => {
  it.each([
    'http://169.254.169.254/latest/meta-data/',
    'http://127.0.0.1:80/logo.png',
    'http://localhost:6379/logo.png',
    'http://[::1]/logo.png',
    'http://[::ffff:169.254.169.254]/logo.png',
    'http://0/logo.png',
    'http://2130706433/logo.png',
    'http://10.0.0.5/logo.png',
    'https://cdn.thecliquify.co.evil.example/logo.png',
    'https://cdn.thecliquify.co@evil.example/logo.png',
    'https://user:pass@cdn.thecliquify.co/logo.png',
    'http://cdn.thecliquify.co/logo.png',
    'https://cdn.thecliquify.co:8443/logo.png',
    'file:///etc/passwd',
    'gopher://127.0.0.1/',
    'data:text/html,x',
  ])('is never %s, whatever a reply says, or its own signature', async (address) => {
    const keyring = await openKeyring('the-secret-of-the-relay-in-tests')
    const links = openMediaLinks({
      cliquifyOrigin: 'https://oauth.cliquify.me',
      relayOrigin: 'https://relay.example.com',
      keyring,
    })
    const body = { url: address, image: [address], name: 'x' }
    expect(JSON.parse(await links.rewrite(JSON.stringify(body), body))).toEqual(body)
    const signature = await keyring.sign('media', address)
    const id = `${Buffer.from(address).toString('base64url')}.${signature}`
    expect(await links.addressOf(id)).toBeNull()
  })

  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '192.0.0.8',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:10.0.0.1',
    '::10.0.0.1',
    'fc00::1',
    'fd12:3456::1',
    'fe80::1',
    'ff02::1',
    '64:ff9b::a00:1',
    '2002:a00:1::',
    '2001:db8::1',
    '2001::1',
    'localhost',
    '',
  ])('is not in the network of the relay: %s', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })

  it.each([
    '127.0.0.1',
    '169.254.169.254',
    '1.1.1.1',
    '[::1]',
    '[2606:4700::1111]',
    'localhost',
    'metadata.google.internal',
    'printer.local',
    'router.home.arpa',
    'intranet',
  ])('has no public name, which is what Workers can tell: %s', (hostname) => {
    expect(isPublicName(hostname, 'oauth.cliquify.me')).toBe(false)
    expect(isPublicName(hostname, hostname)).toBe(true)
    expect(isPublicName('cdn.thecliquify.co', 'oauth.cliquify.me')).toBe(true)
  })

  it('is in the public internet', () => {
    for (const address of ['1.1.1.1', '172.32.0.1', '2606:4700::1111', '2a00:1450::1']) {
      expect(isPublicAddress(address)).toBe(true)
    }
  })
})

describe('a file server', () => {
  let server: Server
  let answer: (response: ServerResponse, headers: Record<string, unknown>) => void
  let origin: string
  let links: MediaLinks
  let asked = 0
  beforeAll(async () => {
    server = createServer((request, response) => {
      asked++
      answer(response, request.headers)
    }).listen(0)
    await once(server, 'listening')
    const address = server.address()
    origin = `http://localhost:${typeof address === 'object' ? address?.port : ''}`
    const keyring = await openKeyring('the-secret-of-the-relay-in-tests')
    links = openMediaLinks({ cliquifyOrigin: origin, relayOrigin: 'http://localhost:1', keyring })
  })
  afterAll(() => server.closeAllConnections())
  afterAll(() => server.close())

  /** The signed id of a file of the server. */
  async function signedId(): Promise<string> {
    const body = { url: `${origin}/files/logo.png` }
    const { url } = JSON.parse(await links.rewrite('', body)) as { url: string }
    return new URL(url).pathname.split('/')[2] ?? ''
  }

  async function fetched(
    headers: Record<string, string> = {},
    fetchFile = openFetchFile({ trusted: 'localhost' }),
  ): Promise<MediaReply> {
    const media = openMedia({ links, cliquifyOrigin: origin, fetchFile })
    const id = await signedId()
    const { signal } = new AbortController()
    return media({ id, headers: new Headers(headers), token: () => Promise.resolve(null), signal })
  }

  it('whose name leads into the relay’s own network is not asked', async () => {
    const refused = { is: 'refused', reason: 'address' }
    const before = asked
    expect(await fetched({}, openFetchFile({ trusted: 'oauth.cliquify.me' }))).toEqual(refused)
    const resolve = (): Promise<Address[]> => Promise.resolve([NOWHERE, HERE])
    expect(await fetched({}, openFetchFile({ trusted: '', resolve }))).toEqual(refused)
    expect(asked).toBe(before)
  })

  it('that is not asked is not waited for', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    expect(await fetched({}, () => Promise.resolve('not-public'))).toMatchObject({ is: 'refused' })
    expect(vi.getTimerCount()).toBe(0)
  })

  it('does not send a file of which only the headers are wanted', async () => {
    const closed = new Promise<void>((resolve) => {
      answer = (response) => {
        response.on('close', resolve)
        response.writeHead(200, { 'content-type': 'image/png', 'content-length': '9' }).write('fi')
      }
    })
    const app = mediaRoutes({
      links,
      cliquifyOrigin: origin,
      fetchFile: openFetchFile({ trusted: 'localhost' }),
      tokenFor: () => Promise.resolve(null),
      log: openLog(() => undefined, Date.now),
    })
    const reply = await app.request(`/${await signedId()}/logo.png`, { method: 'HEAD' })
    expect([reply.status, reply.body]).toEqual([200, null])
    expect(reply.headers.get('content-type')).toBe('image/png')
    expect(reply.headers.get('content-length')).toBe('9')
    await closed
  })

  it('is connected to where its name led when that was looked at, and nowhere else', async () => {
    const answers = [NOWHERE, HERE]
    let lookedUp = 0
    const resolve = (): Promise<Address[]> => {
      lookedUp++
      return Promise.resolve(answers.splice(0, 1))
    }
    const fetchFile = openFetchFile({ trusted: '', resolve })
    const before = asked
    const within = (ms: number): FileRequest => ({
      headers: new Headers(),
      signal: AbortSignal.timeout(ms),
    })
    await expect(fetchFile(new URL(origin), within(300))).rejects.toThrow()
    expect(lookedUp).toBe(1)
    expect(await fetchFile(new URL(origin), within(5000))).toBe('not-public')
    expect(asked).toBe(before)
  })

  it('that has no address, or is one, is told from a public one', async () => {
    const request = { headers: new Headers(), signal: AbortSignal.timeout(5000) }
    const fetchFile = openFetchFile({ trusted: 'oauth.cliquify.me' })
    const { port } = new URL(origin)
    for (const host of ['127.0.0.1', '[::1]', '[::ffff:127.0.0.1]']) {
      expect(await fetchFile(new URL(`http://${host}:${port}/`), request)).toBe('not-public')
    }
    await expect(fetchFile(new URL('http://no-such-host.invalid/'), request)).rejects.toThrow()
  })

  it('that packs a file gives it unpacked, and nothing where there is none', async () => {
    const text = 'file '.repeat(1000)
    const packed = [
      ['gzip', gzipSync(text)],
      ['br', brotliCompressSync(text)],
    ] as const
    for (const [encoding, bytes] of packed) {
      answer = (response) => response.writeHead(200, { 'content-encoding': encoding }).end(bytes)
      const reply = await fetched()
      if (reply.is !== 'file') throw new Error(reply.is)
      expect(reply.response.headers.get('content-length')).toBeNull()
      expect(await reply.response.text()).toBe(text)
    }
    answer = (response) => response.writeHead(304, { etag: '"a"' }).end()
    expect(await fetched()).toMatchObject({ is: 'file', response: { status: 304, body: null } })
  })

  it('that breaks off, or packs nonsense, breaks the file off', async () => {
    answer = (response) => {
      response.writeHead(200, { 'content-length': '9' }).write('fi', () => response.destroy())
    }
    const broken = await fetched()
    if (broken.is !== 'file') throw new Error(broken.is)
    await expect(broken.response.text()).rejects.toThrow()
    answer = (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('nonsense')
    const nonsense = await fetched()
    if (nonsense.is !== 'file') throw new Error(nonsense.is)
    await expect(nonsense.response.text()).rejects.toThrow()
  })

  it('is asked for ranges, and for nothing that the designer’s browser says of itself', async () => {
    let got: Record<string, unknown> = {}
    answer = (response, headers) => {
      got = headers
      response.writeHead(206, { 'content-range': 'bytes 0-1/9', 'set-cookie': 'a=b' }).end('fi')
    }
    const reply = await fetched({ Range: 'bytes=0-1', Cookie: 'c=d', Authorization: 'Bearer x' })
    if (reply.is !== 'file') throw new Error(reply.is)
    expect(reply.response.status).toBe(206)
    expect(reply.response.headers.get('content-range')).toBe('bytes 0-1/9')
    expect(reply.response.headers.get('set-cookie')).toBeNull()
    expect(await reply.response.text()).toBe('fi')
    expect(got).toMatchObject({ range: 'bytes=0-1' })
    expect(got).not.toHaveProperty('cookie')
    expect(got).not.toHaveProperty('authorization')
  })

  it('is given up where it does not go on for a while, before its answer or within it', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    const before = asked
    answer = () => undefined
    const silent = fetched()
    await vi.waitUntil(() => asked > before)
    await vi.advanceTimersByTimeAsync(20_000)
    expect(await silent).toEqual({ is: 'failed' })

    answer = (response) => response.writeHead(200).write('begun')
    const stalled = await fetched()
    if (stalled.is !== 'file') throw new Error(stalled.is)
    const reader = stalled.response.body?.getReader()
    expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('begun')
    const ended = expect(reader?.read()).rejects.toThrow()
    await vi.advanceTimersByTimeAsync(20_000)
    await ended
  })

  it('is read no faster than the file is taken, and broken off where it never ends', async () => {
    const chunk = Buffer.alloc(1024 * 1024)
    let sent = 0
    answer = (response) => {
      response.writeHead(200)
      const go = (): void => {
        while (!response.destroyed && ++sent > 0 && response.write(chunk));
      }
      response.on('drain', go)
      go()
    }
    const endless = await fetched()
    if (endless.is !== 'file') throw new Error(endless.is)
    const reader = endless.response.body?.getReader()
    await reader?.read()
    expect(sent).toBeLessThan(20)
    let taken = 0
    const takeAll = async (): Promise<void> => {
      for (;;) taken += (await reader?.read())?.value?.byteLength ?? 0
    }
    await expect(takeAll()).rejects.toThrow('too large')
    expect(taken).toBeLessThanOrEqual(100 * chunk.byteLength)
  })

  it('is given up where a file is larger than it may be', async () => {
    answer = (response) =>
      response.writeHead(200, { 'content-length': String(101 * 2 ** 20) }).flushHeaders()
    expect(await fetched()).toEqual({ is: 'refused', reason: 'too-large' })
  })
})

async function addressIn(url: string): Promise<string> {
  const [address = ''] = (new URL(url).pathname.split('/')[2] ?? '').split('.')
  return Promise.resolve(Buffer.from(address, 'base64url').toString())
}
