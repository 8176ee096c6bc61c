/** Which player somebody means by a name, a beginning of one, a mention or «я». */
import { type Player, PlayerId } from "@znatoki/engine"
import { calledPerson, plainWords } from "./said-words.ts"

const self = new Set(["я", "сам", "сама", "я сам", "я сама", "me"])

const only = <A>(found: ReadonlyArray<A>): A | null => (found.length === 1 ? (found[0] ?? null) : null)

/** Whole names before words of names before beginnings: «Аня» is Аня, though Анянова is there too. */
const byName = (name: string, players: ReadonlyArray<Player>): Player | null => {
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
export const isOnlyName = (said: string, players: ReadonlyArray<Player>): boolean => {
  const words = plainWords(said)
  return (
    self.has(words) ||
    /^\s*\[id\d{1,10}\|[^\]]*\][\s.!]*$/i.test(said) ||
    players.some(({ name }) => plainWords(name) === words || plainWords(name).split(" ").includes(words))
  )
}

/** A mention names anybody, at the table or not: the rules say which. A name is looked for at the table only. */
export const seatNamed = (named: string, by: Player, players: ReadonlyArray<Player>): PlayerId | null => {
  const called = calledPerson(named)
  if (called !== null) return PlayerId.make(called)
  const name = plainWords(named)
  if (name === "") return null
  if (self.has(name)) return by.id
  return byName(name, players)?.id ?? null
}
