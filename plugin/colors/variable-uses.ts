import { childrenOf } from '../children-of.ts'
import { memberOf } from '../member-of.ts'
import { loadAllPages } from '../layer.ts'
import { yieldIfDue } from '../yield-if-due.ts'
import { nameNow } from './name-now.ts'

/** What is looked through for what names a variable other than by a paint. */
export type UseReader = Pick<PluginAPI, 'root' | 'variables' | 'loadAllPagesAsync'>

/**
 * Which of these variables another one, an extended collection or a prototype names: once they are
 * deleted, that would no longer be what it was. What is bound to one keeps its look.
 */
export async function usedVariables(
  figma: UseReader,
  ids: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  if (ids.size === 0) return ids
  await loadAllPages(figma)
  const used = new Set(await namedByVariables(figma.variables, ids))
  for (const node of walk(figma.root.children)) {
    await yieldIfDue()
    if (node.removed) continue
    for (const id of namedIn(memberOf(node, 'reactions'), ids)) used.add(id)
  }
  return used
}

/**
 * Which of these ids values of other variables name, as aliases, in composed colors or in expressions,
 * and which extended collections override or extend.
 */
export async function namedByVariables(
  variables: VariablesAPI,
  ids: ReadonlySet<string>,
): Promise<readonly string[]> {
  const named: string[] = []
  for (const variable of await variables.getLocalVariablesAsync()) {
    await yieldIfDue()
    if (nameNow(variable) !== null) named.push(...namedIn(variable.valuesByMode, ids))
  }
  for (const collection of await variables.getLocalVariableCollectionsAsync()) {
    if (!isExtended(collection)) continue
    named.push(
      ...namedIn([collection.variableOverrides, collection.parentVariableCollectionId], ids),
    )
  }
  return named
}

/** Which of these ids are named in it, however deep. */
export function namedIn(value: unknown, ids: ReadonlySet<string>): readonly string[] {
  const named: string[] = []
  JSON.stringify(value, (key, member: unknown) => {
    for (const name of [key, member])
      if (typeof name === 'string' && ids.has(name)) named.push(name)
    return member
  })
  return named
}

/** Depth first; instances are left for `later` where it is given. */
export function* walk(
  nodes: readonly BaseNode[],
  later: InstanceNode[] | null = null,
): Generator<BaseNode> {
  for (const node of nodes) {
    if (node.type === 'INSTANCE' && later) {
      later.push(node)
      continue
    }
    yield node
    if (!node.removed) yield* walk(childrenOf(node), later)
  }
}

function isExtended(
  collection: VariableCollection | ExtendedVariableCollection,
): collection is ExtendedVariableCollection {
  return collection.isExtension
}
