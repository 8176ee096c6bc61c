/** What somebody wrote, as a messenger's adapter hands it over: words, and people and others who are called in them. */
import type { Call, ChatInput } from "@znatoki/chat/chat-input"
import type { Player } from "@znatoki/engine"

/** A call of a community, or of everybody. */
export interface Crowd {
  readonly all: string
}

export type Words = string | ReadonlyArray<string | Player | Crowd>

export const wrote = (by: Player, words: Words): Extract<ChatInput, { readonly _tag: "Wrote" }> => {
  const calls: Array<Call> = []
  let text = ""
  for (const piece of typeof words === "string" ? [words] : words) {
    const said = typeof piece === "string" ? piece : "all" in piece ? piece.all : piece.name
    if (typeof piece !== "string") {
      calls.push({ from: text.length, to: text.length + said.length, player: "id" in piece ? piece.id : null })
    }
    text += said
  }
  return { _tag: "Wrote", by, text, action: null, order: 1, ...(calls.length > 0 ? { calls } : {}) }
}
