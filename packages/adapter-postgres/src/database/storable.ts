/** Text as Postgres can keep it: it has no zero character. */
export const storable = (text: string): string => text.replaceAll("\u0000", "\uFFFD")
