/** Foreign text as every store takes it: PostgreSQL knows neither the character zero nor half of a surrogate pair. */

const INSTEAD = "\uFFFD"

/** Equal texts stay equal, so an id is the same id whenever it comes. */
export const storable = (text: string): string => text.replaceAll("\0", INSTEAD).toWellFormed()
