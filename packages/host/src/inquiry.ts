/** What has to be looked up of the games played before an event is spoken of: nothing, for all but a few. */
import type { EventOf, Player } from "@znatoki/engine"
import { seasonOf } from "@znatoki/chat/season"
import type { Inquiry } from "@znatoki/chat/statistics"

export const inquiryIn = (event: EventOf<"InfoRequested">, by: Player | null | undefined): Inquiry | null => {
  const season = seasonOf(event.atMs)
  switch (event.topic) {
    case "session":
    case "help":
    case "rules":
    case "welcome":
    case "settings":
    case "questions":
      return null
    case "rating":
      return { _tag: "Rating", season }
    case "player":
      return { _tag: "Player", player: by?.id ?? event.by, season }
    case "history":
      return { _tag: "History" }
    case "seasons":
      return { _tag: "Seasons" }
    case "licences":
      return { _tag: "Licences" }
  }
}
