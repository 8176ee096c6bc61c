/** Somebody's words inside «». */
import { cutAtWord } from "./fit-text.ts"

/** Everybody has just read it; this is only to say which answer is meant. */
export const quotedMax = 80

/** In one line, and with „“ inside, for «» stand outside. */
export const quoted = (given: string): string =>
  cutAtWord(given.replace(/\s+/gu, " ").trim(), quotedMax).replaceAll("«", "„").replaceAll("»", "“")
