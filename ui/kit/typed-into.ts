/** The field that takes what is typed at an event's target, or null: a checkbox or a slider has no text. */
export function typedInto(
  target: EventTarget | null,
): HTMLInputElement | HTMLTextAreaElement | null {
  const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
  return isField && target.selectionStart !== null ? target : null
}
