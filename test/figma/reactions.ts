import type { Members } from './members.ts'
import { fromText, toText } from './records.ts'
import { expectOneOf, expectType, Refusal } from './refusal.ts'
import type { Session } from './session.ts'

const ACTIONS = [
  'BACK',
  'CLOSE',
  'URL',
  'UPDATE_MEDIA_RUNTIME',
  'SET_VARIABLE',
  'SET_VARIABLE_MODE',
  'CONDITIONAL',
  'NODE',
] as const

/** What a prototype does, see "ReactionMixin" in plugin-api.d.ts. */
export function reactionMembers(session: Session): Members<ReactionMixin, string> {
  const { document } = session
  return {
    reactions: {
      get: (id) => fromText(document.node(id).reactions),
      set() {
        throw new Refusal(
          'Cannot call with documentAccess: dynamic-page. Use node.setReactionsAsync instead.',
        )
      },
    },
    async setReactionsAsync(id, value) {
      document.node(id)
      if (!Array.isArray(value)) {
        throw new Refusal(`Expected "reactions" to have type array but got ${typeof value} instead`)
      }
      for (const reaction of value) {
        expectType(reaction, 'reaction', 'object')
        for (const action of actionsOf(reaction.actions)) checkAction(session, action)
      }
      const reactions = toText<readonly Reaction[]>(value)
      await Promise.resolve()
      document.write('setReactionsAsync', id, value, () => document.patchNode(id, { reactions }))
    },
  }
}

function actionsOf(value: unknown): readonly Action[] {
  if (value === undefined) return []
  if (!Array.isArray(value)) throw new Refusal('Expected "actions" to have type array')
  return value as readonly Action[]
}

function checkAction(session: Session, action: Action): void {
  const { document } = session
  expectOneOf(action.type, 'type', ACTIONS)
  if (action.type === 'SET_VARIABLE' && action.variableId !== null) {
    document.variable(expectType(action.variableId, 'variableId', 'string'))
  }
  if (action.type === 'SET_VARIABLE_MODE' && action.variableCollectionId !== null) {
    document.collection(expectType(action.variableCollectionId, 'variableCollectionId', 'string'))
  }
  if (action.type !== 'CONDITIONAL') return
  for (const { actions } of action.conditionalBlocks) {
    for (const each of actionsOf(actions)) checkAction(session, each)
  }
}
