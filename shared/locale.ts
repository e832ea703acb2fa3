/** Dates and times read the same wherever they stand; the texts around them are English. */
export const LOCALE = 'en-GB'
