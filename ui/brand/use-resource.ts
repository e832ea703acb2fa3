import { useEffect, useLayoutEffect } from 'preact/hooks'
import { useStaleness } from '../kit/recovery.ts'
import { useBackOnline } from '../kit/use-back-online.ts'
import type { ListState, Resource } from './resource.ts'

/**
 * The list for as long as the component is on screen: loaded where it is not there yet, tried again
 * when the device is back online, and told of where it is shown as it was before.
 */
export function useResource<T>(resource: Resource<T>): ListState<T> {
  const staleness = useStaleness()
  const state = resource.state.value
  const { isKnown, asOf, trouble } = state
  useEffect(() => resource.use(), [resource])
  useBackOnline(trouble, resource.retry)
  useLayoutEffect(() => {
    if (!isKnown || asOf === null || trouble === null) return
    return staleness?.tell({ asOf, trouble, retry: resource.retry })
  }, [staleness, isKnown, asOf, trouble, resource])
  return state
}
