/** The mistakes of whoever commits that a store could only answer with nonsense of its own. */
import { type Commit, sourcesOf } from "./game-store.ts"

/** Why a batch is refused as a whole; null: nothing is wrong with it. */
export const mistakeIn = (batch: ReadonlyArray<Commit>): string | null => {
  const conversations = new Set<string>(batch.map(({ next }) => next.conversation))
  if (conversations.size < batch.length) return "a conversation is in the batch twice"
  const sources = batch.flatMap(sourcesOf)
  if (new Set(sources).size < sources.length) return "a source is in the batch twice"
  return [...conversations, ...sources].every(isStorable) ? null : "an id cannot be stored as it is"
}

/** PostgreSQL knows neither the character zero nor half of a surrogate pair; with another in its place two ids may be one. */
const isStorable = (id: string): boolean => id.isWellFormed() && !id.includes("\0")
