import { openWindowEnd, type WindowEnd } from '../../shared/channel.ts'
import { fromJson, toJson } from '../../shared/json.ts'
import type { BrandColor } from '../../shared/brand.ts'
import type { PluginEvents, PluginRequests, UiEvents } from '../../shared/protocol.ts'
import type { SyncOptions } from '../../shared/sync.ts'
import type { Host } from '../figma/host-api.ts'
import { createQuickJsHost, type QuickJsHostOptions } from '../figma/quickjs-host.ts'
import { KIT } from './brand.ts'

/**
 * Stretches of work in QuickJS without giving way. Milliseconds of the processor, so that other work on
 * this machine does not count; or of the clock where that says less, as then other threads of this
 * process worked too.
 */
export interface Stretches {
  readonly total: number
  readonly count: number
  readonly longest: number
}

type Channel = WindowEnd<PluginRequests, PluginEvents, UiEvents>

export interface WatchedPlugin {
  readonly host: Host
  readonly channel: Channel
  watch(work: () => Promise<unknown>): Promise<Stretches>
}

/** A file with the built plugin running in it. */
export async function openWatched(
  options: QuickJsHostOptions,
  code: string,
): Promise<WatchedPlugin> {
  let stretches: number[] = []
  let begun = { at: performance.now(), used: process.cpuUsage() }
  const host = await createQuickJsHost({
    ...options,
    onStretch(edge) {
      if (edge === 'begins') begun = { at: performance.now(), used: process.cpuUsage() }
      else {
        const { user, system } = process.cpuUsage(begun.used)
        stretches.push(Math.min((user + system) / 1000, performance.now() - begun.at))
      }
    },
  })
  const channel: Channel = openWindowEnd({
    send: (message) => host.messageFromUi(message),
    listen: (receive) =>
      host.onEvent((event) => {
        if (event.type === 'message-to-ui') receive(event.message)
      }),
  })
  host.run({ command: 'open', html: '', code })
  return {
    host,
    channel,
    async watch(work) {
      stretches = []
      await work()
      return {
        total: stretches.reduce((sum, each) => sum + each, 0),
        count: stretches.length,
        longest: Math.max(...stretches),
      }
    },
  }
}

/** Plans and applies all; throws where one color failed. */
export async function sync(
  channel: Channel,
  colors: readonly BrandColor[],
  options: SyncOptions,
): Promise<void> {
  const request = { kit: KIT, colors, options }
  await channel.request('colors:plan', toJson(request))
  const decisions = { take: [], remove: [], leaveOut: [], merge: [] }
  const reply = await channel.request('colors:apply', toJson({ ...request, decisions }))
  const failed = fromJson(reply).rows.find(({ result }) => result === 'failed')
  if (failed !== undefined) throw new Error(`${failed.name}: ${failed.reason?.kind ?? ''}`)
}
