/** What somebody wrote, made fit for comparing: without case, ё and punctuation, and for judging: without calls of others. */

const personCalled = /\[id(\d{1,10})\|([^\]]*)\]|[@*]id(\d{1,10})(?:\s*\(([^)]*)\))?/i

/** The id of the first person called by mention, if there is one. */
export const calledPerson = (said: string): string | null => {
  const found = personCalled.exec(said)
  return found?.[1] ?? found?.[3] ?? null
}

/** `[id1|Аня]`, `@id1 (Аня)`, `*club1`, `@все`: whoever is called is no part of what is said. */
const call =
  /\[(?:id|club|public|event)\d+\|[^\]]*\]|(?<![\p{L}\p{N}_.])[@*](?:(?:id|club|public|event)\d+|all|everyone|here|online|все|онлайн)(?![\p{L}\p{N}_])(?:\s{0,9}\([^()]{0,200}\))?/giu

export const withoutCalls = (said: string): string => {
  const left = said.replace(call, " ")
  return left === said ? said.trim() : left.replace(/ {2,}/g, " ").replace(/^[\s,:]+|[\s,:]+$/g, "")
}

/** Without what nobody sees: soft hyphens that a keyboard or a web page put in, joiners, marks of direction. */
export const visible = (said: string): string => said.replace(/\p{Default_Ignorable_Code_Point}/gu, "")

/** Lower-case words with one space between them; of the signs only «+» stays. */
export const plainWords = (said: string): string =>
  visible(said)
    .normalize("NFC")
    .toLowerCase()
    .replaceAll("ё", "е")
    .replace(/[^\p{L}\p{N}+]+/gu, " ")
    .trim()
