import type { Members } from './members.ts'
import { readPaints } from './paints.ts'
import { frozenCopy, type NodeRecord } from './records.ts'
import { expectKeys, expectType, NotEmulated } from './refusal.ts'
import type { Session } from './session.ts'

type Vector = Pick<VectorNode, 'vectorPaths' | 'vectorNetwork' | 'setVectorNetworkAsync'>

/** A network changes neither the paths nor the size here, and is known only once it was set. */
export function vectorMembers(session: Session): Members<Vector, string> {
  const { document } = session
  return {
    vectorPaths: { get: (id) => document.node(id).vectorPaths },
    vectorNetwork: {
      get(id) {
        const { vectorNetwork } = document.node(id)
        if (vectorNetwork === null) throw new NotEmulated('vectorNetwork of vectors from an SVG')
        return vectorNetwork
      },
    },
    async setVectorNetworkAsync(id, value) {
      document.node(id)
      const vectorNetwork = readNetwork(value)
      await Promise.resolve()
      document.write('setVectorNetworkAsync', id, vectorNetwork, () =>
        document.patchNode(id, { vectorNetwork }),
      )
    },
  }
}

/** Whether parts of a vector have fills of their own, so that it has no fills as a whole. */
export function hasMixedFills({ vectorNetwork }: NodeRecord): boolean {
  const fills = (vectorNetwork?.regions ?? []).map((region) => JSON.stringify(region.fills))
  return new Set(fills).size > 1
}

/** Fills that are set as a whole are those of all parts. */
export function withoutRegionFills({ vectorNetwork }: NodeRecord): Partial<NodeRecord> {
  if (vectorNetwork === null) return {}
  const regions = (vectorNetwork.regions ?? []).map(({ windingRule, loops }) => ({
    windingRule,
    loops,
  }))
  return { vectorNetwork: { ...vectorNetwork, regions } }
}

function readNetwork(value: unknown): VectorNetwork {
  const network = expectType(value, 'vectorNetwork', 'object') as VectorNetwork
  expectKeys(network, 'vectorNetwork', ['vertices', 'segments', 'regions'])
  const regions = (network.regions ?? []).map((region) => {
    expectKeys(region, 'vectorNetwork', ['windingRule', 'loops', 'fills', 'fillStyleId'])
    const { fills } = region
    if (fills === undefined) return region
    return { ...region, fills: readPaints(fills, 'vectorNetwork', 'asynchronous') }
  })
  return frozenCopy({ ...network, regions })
}
