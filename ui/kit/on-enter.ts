/**
 * In a field, Enter does what the button of its fields does. They are no form: in a frame where none
 * may be submitted, as in some editors, nothing would hear of it.
 */
export function onEnter(act: () => void): (event: KeyboardEvent) => void {
  return ({ key, isComposing, target }) => {
    if (key === 'Enter' && !isComposing && target instanceof HTMLInputElement) act()
  }
}
