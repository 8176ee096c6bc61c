/** Who votes, in words. */
import type { Settings } from "@znatoki/engine"

/** «стол» or «беседа», who «голосует» or «решает». */
export const votersWords = ({ voters }: Settings): string => (voters === "table" ? "стол" : "беседа")

/** «Голосует вся беседа, кроме автора ответа». */
export const voteCall = ({ authorVotes, voters }: Settings, isAlone: boolean): string => {
  const all = voters === "table" ? "весь стол" : "вся беседа"
  return `Голосует ${all}${authorVotes || isAlone ? "" : ", кроме автора ответа"}`
}
