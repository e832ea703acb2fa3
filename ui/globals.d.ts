/** Styles are imported for esbuild, which puts them all into one. */
declare module '*.css'

/** The API's origin, without a trailing slash; set by build.mjs. */
declare const __API_ORIGIN__: string
/** The version in package.json; set by build.mjs. */
declare const __VERSION__: string
/** The page that helps people on, from package.json; set by build.mjs. */
declare const __HOMEPAGE__: string
/** Whether that origin is a team's relay, where people sign in; set by build.mjs. */
declare const __RELAY__: boolean
/** The domains of the manifest that this build may reach; set by build.mjs. */
declare const __DOMAINS__: readonly string[]
