/** What happened in the conversation, as an event of the game; and how it came, for that is how it is answered. */
import { type GameEvent, type GameState, nextSettingsOf, type Player, unpaused } from "@znatoki/engine"
import { actionEvent, type At } from "./action-event.ts"
import { isOfGame } from "@znatoki/chat/action"
import type { ChatInput } from "@znatoki/chat/chat-input"
import { commandOf } from "./command-words.ts"
import { seated } from "./game-words.ts"
import { type Said, saidIn } from "./said-words.ts"
import type { Via } from "./via.ts"

/** `event` is null when nothing happened that the game could care about. */
export interface Heard {
  readonly event: GameEvent | null
  readonly via: Exclude<Via, "clock">
}

const nothing: Heard = { event: null, via: "talk" }

/** "As before" is told in full, so that the log of a game holds its settings and can be replayed alone. */
const inFull = (heard: Heard, state: GameState): Heard =>
  heard.event?._tag === "StartRequested" && heard.event.settings === null
    ? { ...heard, event: { ...heard.event, settings: nextSettingsOf(state) } }
    : heard

export const hear = (input: ChatInput, at: At, state: GameState): Heard => inFull(heardIn(input, at, state), state)

const heardIn = (input: ChatInput, { atMs, seed }: At, state: GameState): Heard => {
  const at = { atMs, seed }
  switch (input._tag) {
    case "Pressed":
      return isOfGame(input.action) ? { event: actionEvent(input.action, input.by, at, state), via: "press" } : nothing
    case "Wrote":
      if (input.action === null) return wrote(input, at, state)
      return isOfGame(input.action) ? { event: actionEvent(input.action, input.by, at, state), via: "words" } : nothing
    case "Gone":
      return { event: { _tag: "PlayerGone", ...at, player: input.player }, via: "talk" }
    case "Removed":
      return { event: { _tag: "HostGone", ...at }, via: "talk" }
    case "Invited":
      return { event: invited(input.by, at, state), via: "words" }
  }
}

/** Whoever is in the middle of a game wants no welcome. */
const invited = (by: Player, at: At, state: GameState): GameEvent =>
  state._tag === "Paused" && state.why === "host gone"
    ? { _tag: "HostReturned", ...at }
    : { _tag: "InfoRequested", ...at, by: by.id, topic: "welcome" }

/** «/ответ Пушкин» is for conversations that let the bot hear only what begins with a slash. */
const slashAnswer = /^\/\s*(?:ответ|answer)(?![\p{L}\p{N}])[\s:,—-]*(.*)$/isu

/** Nothing at all, as of a sticker, is told to the game too; null: a command. */
const answerIn = ({ own, text }: Said): string | null =>
  text.startsWith("/") ? (slashAnswer.exec(own)?.[1] ?? null) : own

type Wrote = Extract<ChatInput, { readonly _tag: "Wrote" }>

/** The named player's words are the answer, whatever they are: it may well be «Старт». Only a slash makes a command. */
const wrote = (input: Wrote, at: At, state: GameState): Heard => {
  const { by, cropped } = input
  const said = saidIn(input)
  const isAnswerer = state._tag === "Answer" && state.answerer === by.id
  const answer = isAnswerer ? answerIn(said) : null
  if (answer !== null) {
    const part = cropped === true ? { cropped } : {}
    return { event: { _tag: "TextSaid", ...at, by: by.id, text: answer, ...part }, via: "talk" }
  }
  const action = commandOf(said, by, state, at.atMs)
  if (action !== null) return { event: actionEvent(action, by, at, state), via: "words" }
  if (isAnswerer || !breaksSilence(by, state)) return nothing
  return { event: { _tag: "TextSaid", ...at, by: by.id, text: "" }, via: "talk" }
}

/** Of talk the game hears no more than that somebody at a silent table is there; the words are nobody's business. */
const breaksSilence = (by: Player, state: GameState): boolean => {
  const table = unpaused(state)
  return "silentRounds" in table && table.silentRounds > 0 && seated(table, by.id) !== null
}
