/** What games are played with where nothing else was settled. */
import type { Lexicon, Settings } from "@znatoki/engine"
import { Context } from "effect"

export class HouseRules extends Context.Service<
  HouseRules,
  {
    /** Settings of a conversation that never played. */
    readonly settings: Settings
    /** The words that answers are judged with; without them the judge goes by the letters alone. */
    readonly lexicon?: Lexicon
  }
>()("@znatoki/kernel/HouseRules") {}
