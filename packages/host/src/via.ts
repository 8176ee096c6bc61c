/** How an event came, which decides how it is answered: a press gets a notice, talk gets no refusal. */

export type Via = "press" | "words" | "talk" | "clock"
