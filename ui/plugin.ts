import type { WindowEnd } from '../shared/channel.ts'
import type { PluginEvents, PluginRequests, UiEvents } from '../shared/protocol.ts'

/** This iframe's end of the channel to the sandbox. */
export type Plugin = WindowEnd<PluginRequests, PluginEvents, UiEvents>
