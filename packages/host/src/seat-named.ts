/** Which player somebody means by a name, a beginning of one or «я». */
import type { Player, PlayerId } from "@znatoki/engine"
import { seatLabels } from "./keyboards.ts"
import { plainWords, type Said } from "./said-words.ts"

const self = new Set(["я", "сам", "сама", "я сам", "я сама", "me"])

const only = <A>(found: ReadonlyArray<A>): A | null => (found.length === 1 ? (found[0] ?? null) : null)

/** As two of one name are told apart: «Аня 2». */
const byLabel = (words: string, players: ReadonlyArray<Player>): Player | null => {
  const labels = seatLabels(players)
  return only(players.filter((_, i) => plainWords(labels[i] ?? "") === words))
}

/** Whole names before words of names before beginnings: «Аня» is Аня, though Анянова is there too. */
const byName = (name: string, players: ReadonlyArray<Player>): Player | null => {
  const labelled = byLabel(name, players)
  if (labelled !== null) return labelled
  const ways: ReadonlyArray<(full: string) => boolean> = [
    (full) => full === name,
    (full) => full.split(" ").includes(name),
    (full) => ` ${full}`.includes(` ${name}`)
  ]
  for (const way of ways) {
    const found = players.filter((player) => way(plainWords(player.name)))
    if (found.length > 0) return only(found)
  }
  return null
}

/** Whether the words are nothing but a way to name one player: enough of an answer to «кто отвечает?». */
export const isOnlyName = ({ called, own, text }: Said, players: ReadonlyArray<Player>): boolean => {
  const words = plainWords(text)
  return (
    self.has(words) ||
    (called.length === 1 && /^[\s.!]*$/.test(own)) ||
    byLabel(words, players) !== null ||
    players.some(({ name }) => plainWords(name) === words || plainWords(name).split(" ").includes(words))
  )
}

export const seatNamed = (named: string, by: Player, players: ReadonlyArray<Player>): PlayerId | null => {
  const name = plainWords(named)
  if (name === "") return null
  if (self.has(name)) return by.id
  return byName(name, players)?.id ?? null
}
