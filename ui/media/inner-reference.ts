/** Whether a reference stays inside the file: an element of it, or data that is written into it. */
export function isInnerReference(reference: string): boolean {
  return /^\s*(?:#|data:(?:image\/(?:png|jpe?g|gif|webp)|font\/[\w+-]+|application\/(?:x-)?font[\w-]*)[;,])/i.test(
    reference,
  )
}
