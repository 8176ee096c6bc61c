/** What an effect is spoken of in: the state after the event, the effects beside it, and how the event came. */
import type { GameEffect, GameState, Player } from "@znatoki/engine"
import type { Told } from "@znatoki/chat/statistics"
import type { Shelves } from "@znatoki/chat/question-choice"
import type { ChoiceLeft } from "./questions/choice-left.ts"
import type { Via } from "./via.ts"

export interface Around {
  readonly state: GameState
  readonly effects: ReadonlyArray<GameEffect>
  readonly via: Via
  /** Whose words or press it was; null: nobody's. */
  readonly by: Player | null
  /** Whether the bot is known to hear what is not said to it. */
  readonly hearsAll: boolean
  /** What the statistics say, if they were asked; null: they could not be. */
  readonly told: Told | null
  /** Nobody is there but one person and the bot. */
  readonly alone: boolean
  /** Nothing is kept but this one game: no statistics, no questions to choose, no reminders. */
  readonly gameOnly: boolean
  /** Which questions there are; null: nobody wanted to know. */
  readonly shelves: Shelves | null
  /** What somebody wanted to be asked and there is none of; null: nothing. */
  readonly unknown: string | null
  /** What is left of the questions that were chosen; null: enough. */
  readonly choiceLeft: ChoiceLeft | null
}

/** Whom it is said to; what is left out is not known, and nothing then is cut short. */
export interface Audience {
  readonly by?: Player | null
  readonly hearsAll?: boolean
  readonly told?: Told | null
  readonly shelves?: Shelves | null
  readonly unknown?: string | null
  readonly choiceLeft?: ChoiceLeft | null
  /** Where in the conversation their words stand; null or absent: nowhere. */
  readonly order?: number | null
  readonly alone?: boolean
  readonly gameOnly?: boolean
  /** How long a text the messenger takes. */
  readonly textMax?: number
}
