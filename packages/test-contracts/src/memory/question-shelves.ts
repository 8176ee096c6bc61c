/** QuestionShelves in memory: over the same questions that the bank in memory draws from. */
import type { ConversationId } from "@znatoki/chat/chat-input"
import type { ShelvedTheme, Shelves } from "@znatoki/chat/question-choice"
import { QuestionShelves } from "@znatoki/ports/question-shelves"
import { Effect, Layer } from "effect"
import { MemoryDatabase, type RecordedPack, type RecordedQuestion } from "./memory-database.ts"

export const layer: Layer.Layer<QuestionShelves, never, MemoryDatabase> = Layer.effect(
  QuestionShelves,
  Effect.gen(function* () {
    const database = yield* MemoryDatabase
    const mayAsk = askedOf(database)
    return {
      of: (conversations) =>
        Effect.sync(() =>
          conversations.map((conversation) =>
            shelvesOf([...database.questions.values()].filter(mayAsk(conversation)), database.packs)
          )
        )
    }
  })
)

/** Whether a conversation may be asked it: it is everybody's, or of a pack of its own. Null: whether everybody may. */
export const askedOf =
  ({ packs, resting }: Pick<MemoryDatabase["Service"], "packs" | "resting">) =>
  (conversation: ConversationId | null) =>
  ({ seen }: RecordedQuestion): boolean => {
    if (seen.state !== "published" || resting.has(seen.id)) return false
    const owner = seen.pack === null ? null : packs.get(seen.pack)?.owner
    return owner === null || (owner !== undefined && owner === conversation)
  }

/** `asked`: all that the conversation may be asked. */
const shelvesOf = (asked: ReadonlyArray<RecordedQuestion>, packs: ReadonlyMap<string, RecordedPack>): Shelves => {
  const themes = new Map<string, number>()
  const sizes = new Map<string, number>()
  const ownerOf = (key: string | null): string | null => (key === null ? null : (packs.get(key)?.owner ?? null))
  for (const { seen } of asked) {
    if (ownerOf(seen.pack) === null) for (const theme of new Set(seen.themes)) count(themes, theme)
    if (seen.pack !== null) count(sizes, seen.pack)
  }
  const shelved = [...sizes].map(([key, questions]) => ({
    key,
    title: packs.get(key)?.title ?? key,
    questions,
    own: ownerOf(key) !== null
  }))
  return {
    themes: [...themes].map(([name, questions]) => ({ name, questions })).toSorted(byQuestions),
    packs: shelved
      .toSorted((one, other) => byQuestions({ ...one, name: one.title }, { ...other, name: other.title }))
      .toSorted((one, other) => Number(other.own) - Number(one.own))
  }
}

const count = (sizes: Map<string, number>, name: string): void => void sizes.set(name, (sizes.get(name) ?? 0) + 1)

const byQuestions = (one: ShelvedTheme, other: ShelvedTheme): number =>
  other.questions - one.questions || (one.name < other.name ? -1 : 1)
