import type { ComponentChildren, VNode } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import './more-on-scroll.css'

export interface MoreOnScrollProps {
  /** Called once when this comes near to what is in view. */
  readonly onMore: () => void
  /** A way to ask for more without scrolling. */
  readonly children: ComponentChildren
}

/** The end of a list that goes on. */
export function MoreOnScroll({ onMore, children }: MoreOnScrollProps): VNode {
  const ahead = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const element = ahead.current
    if (element === null) return
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) onMore()
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [onMore])
  return (
    <div class="more-on-scroll">
      <span ref={ahead} class="more-on-scroll-ahead" aria-hidden="true" />
      {children}
    </div>
  )
}
