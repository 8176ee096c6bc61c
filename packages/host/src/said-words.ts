/** What somebody wrote, made fit for comparing: without a call to the bot, case, ё and punctuation. */

/** `[club1|Имя]`, `@club1 (Имя)`, `*club1`: how a conversation calls a community. */
const callOfBot = /^\s*(?:\[(?:club|public|event)\d+\|[^\]]*\]|[@*](?:club|public|event)\d+(?:\s*\([^)]*\))?)[\s,:]*/i

export const withoutCall = (said: string): string => said.replace(callOfBot, "").trim()

const personCalled = /\[id(\d{1,10})\|([^\]]*)\]|[@*]id(\d{1,10})(?:\s*\(([^)]*)\))?/i

/** The id of the first person called by mention, if there is one. */
export const calledPerson = (said: string): string | null => {
  const found = personCalled.exec(said)
  return found?.[1] ?? found?.[3] ?? null
}

/** Mentions as they are read: `[id1|Аня]` is «Аня». */
export const readable = (said: string): string => said.replace(/\[(?:id|club|public)\d+\|([^\]]*)\]/gi, "$1")

/** Lower-case words with one space between them; of the signs only «+» stays. */
export const plainWords = (said: string): string =>
  said
    .normalize("NFC")
    .toLowerCase()
    .replaceAll("ё", "е")
    .replace(/[^\p{L}\p{N}+]+/gu, " ")
    .trim()
