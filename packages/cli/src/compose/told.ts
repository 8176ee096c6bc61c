/** What the bot said of a step, as the pages for developers show it. */
import type { Told } from "@znatoki/admin-http/pages/played-steps"
import { plainText } from "@znatoki/chat/plain-text"
import type { GameEvent } from "@znatoki/engine"
import { speak, type Via } from "@znatoki/host/speak"

/** How an event came is not in the log, but it shows: buttons of a step carry their moment. */
const viaOf = (event: GameEvent): Via => {
  if ("seen" in event && event.seen !== null) return "press"
  if (event._tag === "TextSaid") return "talk"
  return "by" in event ? "words" : "clock"
}

export const told: Told = (state, effects, event) => {
  if (effects.length === 0) return []
  const { notice, outgoing } = speak(state, effects, viaOf(event))
  return [...outgoing.map(({ text }) => plainText(text)), ...(notice === null ? [] : [`(только нажавшему) ${notice}`])]
}
