/** A page of updates as the game takes them: decoded, whole, with names; what is not for the game is done with here. */
import { Effect } from "effect"
import { AnswerPress } from "../presses/answer-press.ts"
import type { Written } from "./calls-in.ts"
import {
  chatsFrom,
  type Decoded,
  decodeUpdate,
  type HeardUpdate,
  type Us,
  withNames,
  wordsOf
} from "./decode-update.ts"
import { makeMemberNames } from "../api/member-names.ts"
import { makeAdministered } from "../api/administered.ts"
import type { VkApi } from "../api/vk-api.ts"
import { storableIn } from "../api/storable.ts"
import { makeNoteTitles } from "./note-titles.ts"
import { wholeWords } from "./whole-words.ts"

const typesToldMax = 100

/** Contents stay out of the log: they are people's words. A type nobody handles is worth one line, not one an event. */
const tellStrange =
  (typesTold: Set<string>) =>
  (decoded: Extract<Decoded, { readonly _tag: "Strange" }>): Effect.Effect<void> => {
    const line = `passed over an update: ${decoded.why}, type ${decoded.type}, event ${decoded.eventId}`
    if (decoded.why === "malformed") return Effect.logWarning(line)
    if (typesTold.has(decoded.type) || typesTold.size >= typesToldMax) return Effect.logDebug(line)
    typesTold.add(decoded.type)
    return Effect.logInfo(line)
  }

const noWords: Written = { text: "", calls: [] }

const isCropped = ({ input }: HeardUpdate): boolean => input._tag === "Wrote" && input.cropped === true

/** What cannot be had whole is not judged as if it were, and who wrote it may be told. */
const asWritten = Effect.fnUntraced(function* (
  vk: VkApi["Service"],
  event: HeardUpdate,
  us: Us
): Effect.fn.Return<HeardUpdate> {
  const { input, peerId } = event
  if (input._tag !== "Wrote" || input.cropped !== true) return event
  const { cropped, ...wrote } = input
  const whole = yield* wholeWords(vk, peerId, input.order)
  const read = whole === null ? { ...noWords, cropped } : (wordsOf(whole, us) ?? noWords)
  return { ...event, input: { ...wrote, ...read } }
})

/** At most once or twice a conversation: later it is remembered. */
const isFirst = ({ input }: HeardUpdate): boolean =>
  input._tag === "Invited" || ("action" in input && input.action?._tag === "Start")

const asksWhoRules = (event: HeardUpdate): boolean => event.hearsAll !== true && isFirst(event)

export const makeReadUpdates = Effect.fnUntraced(function* (vk: VkApi["Service"]) {
  const scope = yield* Effect.scope
  const names = makeMemberNames(vk)
  const administered = makeAdministered(vk)
  const { answer } = yield* AnswerPress
  const tell = tellStrange(new Set())
  const titles = yield* makeNoteTitles(vk)

  const noteTitle = (one: Extract<Decoded, { readonly _tag: "Titled" | "Heard" }>): Effect.Effect<void> => {
    if (one.title !== undefined) return titles.set(one.conversation, one.title)
    if (one._tag === "Titled" || !isFirst(one) || one.peerId < chatsFrom) return Effect.void
    return titles.learn(one.conversation, one.peerId)
  }

  /** Where we rule we are shown all that is said. */
  const withRulers = Effect.fnUntraced(function* (
    written: ReadonlyArray<HeardUpdate>,
    asking: ReadonlyArray<HeardUpdate>
  ): Effect.fn.Return<ReadonlyArray<HeardUpdate>> {
    const ours = yield* administered(asking.map(({ input, peerId }) => ({ peerId, anew: input._tag === "Invited" })))
    return written.map((event) =>
      asking.includes(event) && ours.has(event.peerId) ? { ...event, hearsAll: true } : event
    )
  })

  /** `atMs`: when the page came. */
  return Effect.fnUntraced(function* (us: Us, updates: ReadonlyArray<unknown>, atMs: number) {
    const came: Array<HeardUpdate> = []
    for (const update of updates) {
      const one = decodeUpdate(update, us)
      if (one._tag === "Strange") yield* tell(one)
      if (one._tag === "ForgedPress") yield* Effect.forkIn(answer(one.press, null), scope)
      if (one._tag === "Titled" || one._tag === "Heard") yield* noteTitle(one)
      if (one._tag === "Heard") came.push(one)
    }
    const written = came.some(isCropped)
      ? yield* Effect.forEach(came, (event) => asWritten(vk, event, us), { concurrency: 5 })
      : came
    const asking = written.filter(asksWhoRules)
    const heard = asking.length === 0 ? written : yield* withRulers(written, asking)
    const people = new Set<number>()
    for (const { input } of heard) if ("by" in input) people.add(input.by)
    const known = yield* names.of(people)
    return heard.map((event) => storableIn(withNames(event, known, atMs)))
  })
})
