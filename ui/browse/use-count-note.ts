import { useEffect, useRef } from 'preact/hooks'

/** Longer than the pause between two keys. */
const AFTER_MS = 800

/**
 * Says what a search or a filter has left, once a person has come to rest and all is there to be
 * counted; `text` is null where there is nothing to tell. Returns how to leave it unsaid.
 */
export function useCountNote(
  text: string | null,
  question: string,
  announce: (message: string) => void,
): () => void {
  const timerRef = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const toldRef = useRef(question)
  useEffect(() => {
    if (text === null || toldRef.current === question) return
    timerRef.current = setTimeout(() => {
      toldRef.current = question
      announce(text)
    }, AFTER_MS)
    return () => clearTimeout(timerRef.current)
  }, [text, question, announce])
  return () => {
    clearTimeout(timerRef.current)
    toldRef.current = question
  }
}
