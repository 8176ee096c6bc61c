/** What is to be seen with a message, and the words that stand for it where it is not. */
import type { Media } from "@znatoki/chat/message"

const isAddress = (source: string): boolean => /^https?:\/\//.test(source)

/** `unseen`: of what has no address that people could open. Null: nothing is to be seen. */
export const mediaAt = (source: string, unseen: string): Media | null =>
  source === "" ? null : { source, instead: isAddress(source) ? `🖼 ${source}` : unseen }
