/** The namespace of all shared plugin data that this plugin writes. */
export const NAMESPACE = 'cliquify'
