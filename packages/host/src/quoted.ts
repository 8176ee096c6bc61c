/** Somebody's words inside «». */
import { cut } from "./fit-text.ts"

const quotedMax = 300

/** In one line, and with „“ inside, for «» stand outside. */
export const quoted = (given: string): string =>
  cut(given.replace(/\s+/gu, " ").trim(), quotedMax).replaceAll("«", "„").replaceAll("»", "“")
