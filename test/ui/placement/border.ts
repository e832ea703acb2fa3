import {
  openSandboxEnd,
  openWindowEnd,
  type SandboxEnd,
  type Transport,
} from '../../../shared/channel.ts'
import type { PluginEvents, PluginRequests, UiEvents } from '../../../shared/protocol.ts'
import type { Files } from '../../../ui/brand/brand.ts'
import { openRenewal } from '../../../ui/brand/renewal.ts'
import type { Client, KnownLists } from '../../../ui/cliquify/client.ts'
import type { Plugin } from '../../../ui/plugin.ts'

/** The sandbox's end of the channel. */
export type Sandbox = SandboxEnd<PluginRequests, UiEvents, PluginEvents>

/** Both ends of a channel that carries messages as Figma does: later, and as copies. */
export function connectedEnds(): { plugin: Plugin; sandbox: Sandbox } {
  const [here, there] = transports()
  return { plugin: openWindowEnd(here), sandbox: openSandboxEnd(there) }
}

function transports(): [Transport, Transport] {
  const receivers: ((message: unknown) => void)[] = []
  const end = (own: number, other: number): Transport => ({
    send(message) {
      const copy: unknown = structuredClone(message)
      queueMicrotask(() => receivers[other]?.(copy))
    },
    listen(receive) {
      receivers[own] = receive
    },
  })
  return [end(0, 1), end(1, 0)]
}

const NOTHING_KNOWN: KnownLists = {
  brandKits: () => null,
  colors: () => null,
  logos: () => null,
  assets: () => null,
  templates: () => null,
  folders: () => null,
  assetTags: () => null,
  templateTags: () => null,
}

/** A Cliquify that answers only what the test gives; anything else fails the test. */
export function clientOf(given: Partial<Client>): Client {
  const unexpected = (): never => {
    throw new Error('The test gave no answer for this.')
  }
  return {
    session: null,
    lasts: 'on-device',
    connect: unexpected,
    connectWithToken: unexpected,
    checkConnection: unexpected,
    lookUpConnection: unexpected,
    forgetSecret: unexpected,
    disconnect: unexpected,
    brandKits: unexpected,
    colors: unexpected,
    logos: unexpected,
    assets: unexpected,
    templates: unexpected,
    folders: unexpected,
    assetTags: unexpected,
    templateTags: unexpected,
    media: unexpected,
    known: NOTHING_KNOWN,
    onWait: unexpected,
    ...given,
  }
}

/** Where that Cliquify's files come from. */
export function filesOf(client: Client): Files {
  return { media: client.media, renew: openRenewal(client).renew }
}

/** A PNG of this size without a picture in it: whole as far as can be told without decoding it. */
export function pngBytes(width: number, height: number): Uint8Array {
  const bytes = new Uint8Array(45)
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52])
  bytes.set([0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44], 33)
  const view = new DataView(bytes.buffer)
  view.setUint32(16, width)
  view.setUint32(20, height)
  return bytes
}
