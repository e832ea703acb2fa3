import { useEffect, useMemo, useState } from 'preact/hooks'
import type { BrandAsset } from '../../../shared/brand.ts'
import { keepOrder } from './keep-order.ts'

export interface HeldOrder {
  readonly shown: readonly BrandAsset[]
  /** Told when the pointer or the focus comes to the list, and when it leaves. */
  readonly hold: (by: Holder, isThere: boolean) => void
}

export type Holder = 'pointer' | 'focus'

/**
 * While somebody is at the list, what arrives comes after what is there, so that nothing moves under
 * the pointer; another question is answered in the best order at once.
 */
export function useHeldOrder(next: readonly BrandAsset[], question: string): HeldOrder {
  const [holders, setHolders] = useState<readonly Holder[]>([])
  const isHeld = holders.length > 0
  const [held, setOrder] = useState({ question, assets: next })
  const isAsked = isHeld && held.question === question
  const shown = useMemo(
    () => (isAsked ? keepOrder(held.assets, next) : next),
    [isAsked, held.assets, next],
  )
  useEffect(() => {
    if (isHeld) setOrder({ question, assets: shown })
  }, [isHeld, question, shown])
  const isEmpty = shown.length === 0
  useEffect(() => {
    // A list that goes from under the pointer, or with the focus, does not tell that they have left.
    if (isEmpty) setHolders([])
  }, [isEmpty])
  return {
    shown,
    hold(by, isThere) {
      if (isThere && !isHeld) setOrder({ question, assets: shown })
      setHolders((before) => {
        const others = before.filter((each) => each !== by)
        return isThere ? [...others, by] : others
      })
    },
  }
}
