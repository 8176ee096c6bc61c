/** A text as somebody reads it: a mention is the name. */
import type { Text } from "./message.ts"

export const plainText = (text: Text): string =>
  text.map((span) => (typeof span === "string" ? span : span.mention.name)).join("")
