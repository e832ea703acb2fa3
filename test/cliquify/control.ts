import type { Hono } from 'hono'
import type { StandInEnv } from './disturbance.ts'
import * as v from 'valibot'
import { applyEdit, editSchema } from './edits.ts'
import { faultSchema } from './faults.ts'
import { settingsChangeSchema } from './settings.ts'
import type { World } from './world.ts'

const commandSchema = v.variant('do', [
  v.strictObject({ do: v.literal('configure'), change: settingsChangeSchema }),
  v.strictObject({ do: v.literal('add-fault'), fault: faultSchema }),
  v.strictObject({ do: v.literal('clear-faults') }),
  v.strictObject({ do: v.literal('set-offline'), offline: v.boolean() }),
  v.strictObject({ do: v.literal('expire-tokens') }),
  v.strictObject({ do: v.literal('advance-clock'), ms: v.number() }),
  v.strictObject({ do: v.literal('edit'), edit: editSchema }),
  v.strictObject({ do: v.literal('forget-requests') }),
  v.strictObject({ do: v.literal('reset') }),
])

/** What can be done to the stand-in, by code and over HTTP alike. */
export type Command = v.InferInput<typeof commandSchema>

/** Throws where the command is none, or asks for something that is not there. */
export function runCommand(world: World, input: Command): void {
  const command = v.parse(commandSchema, input)
  switch (command.do) {
    case 'configure': {
      world.configure(command.change)
      return
    }
    case 'add-fault': {
      world.faults.add(command.fault)
      return
    }
    case 'clear-faults': {
      world.faults.clear()
      return
    }
    case 'set-offline':
      world.offline = command.offline
      return
    case 'expire-tokens': {
      world.tokens.expireAll()
      return
    }
    case 'advance-clock': {
      world.advanceClock(command.ms)
      return
    }
    case 'edit':
      world.brand = applyEdit(world.brand, command.edit, world.now())
      return
    case 'forget-requests': {
      world.requests.clear()
      return
    }
    case 'reset': {
      world.reset()
      return
    }
  }
}

/** Adds GET and POST /__control; a POST takes one command or an array of them. */
export function addControl(app: Hono<StandInEnv>, world: World): void {
  app.get('/__control', (c) => c.json(state(world)))
  app.post('/__control', async (c) => {
    try {
      const body: unknown = await c.req.json()
      const commands = v.parse(v.array(commandSchema), Array.isArray(body) ? body : [body])
      for (const command of commands) runCommand(world, command)
      return c.json(state(world))
    } catch (error) {
      return c.json({ message: error instanceof Error ? error.message : String(error) }, 422)
    }
  })
}

function state(world: World): object {
  return {
    settings: world.settings,
    faults: world.faults.list(),
    offline: world.offline,
    now: new Date(world.now()).toISOString(),
    kits: world.brand.kits,
    requests: world.requests.entries,
  }
}
