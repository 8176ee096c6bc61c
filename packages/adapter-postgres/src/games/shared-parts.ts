/** One object for what games have in common, so that one read from the store holds little more than what is its own. */
import type { GameState, Question, Settings } from "@znatoki/engine"
import { RecentMap } from "@znatoki/ports/recent-map"
import type { KnownQuestions } from "../questions/known-questions.ts"

/** Most games are played with a preset. */
const settingsMax = 1_000

export class SharedParts {
  readonly #settings = new RecentMap<string, Settings>(settingsMax)
  readonly #questions: KnownQuestions["Service"]

  constructor(questions: KnownQuestions["Service"]) {
    this.#questions = questions
  }

  /** The same state, of parts that others have too. */
  in(state: GameState): GameState {
    if (state._tag !== "Paused") {
      const own = this.#settingsIn(state)
      return "question" in own ? this.#questionIn(own) : own
    }
    const held = this.#settingsIn(state.held)
    return { ...this.#settingsIn(state), held: "question" in held ? this.#questionIn(held) : held }
  }

  #settingsIn<S extends { readonly settings: Settings }>(state: S): S {
    const text = JSON.stringify(state.settings)
    const known = this.#settings.get(text)
    if (known !== undefined) return { ...state, settings: known }
    this.#settings.set(text, state.settings)
    return state
  }

  #questionIn<S extends { readonly question: Question }>(state: S): S {
    return { ...state, question: this.#questions.same(state.question) }
  }
}
