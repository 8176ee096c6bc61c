/** A conversation in which an admin silenced the bot: nobody is heard there, and a game that runs is held. */
import type { Incoming } from "@znatoki/chat/chat-input"
import type { StoredGame } from "@znatoki/ports/game-store"

export const isMuted = ({ settled }: StoredGame): boolean => settled?.muted === true

/** Whoever leaves a table that is held has left it all the same. */
export const isAboutPresence = ({ incoming: { input } }: { readonly incoming: Incoming }): boolean =>
  input._tag === "Gone" || input._tag === "Removed"

/** A silent bot is to the game a bot that is gone. Null: the game goes by it already. */
export const silencedOrNot = (stored: StoredGame): "HostGone" | "HostReturned" | null => {
  const { state } = stored
  const isGone = state._tag === "Paused" && state.why === "host gone"
  if (isMuted(stored)) return isGone ? null : "HostGone"
  return isGone ? "HostReturned" : null
}
