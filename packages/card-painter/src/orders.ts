/** What is said between those who want a card and the process that draws it. */
import type { ResultCard } from "@znatoki/chat/result-card"
import type { CardScheme } from "@znatoki/ports/card-painter"

export interface Order {
  readonly number: number
  readonly card: ResultCard
  readonly scheme: CardScheme
}

export type Drawn =
  | { readonly number: number; readonly png: Uint8Array }
  | { readonly number: number; readonly problem: string }
