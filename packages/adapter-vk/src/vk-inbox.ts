/** Where the game's events come from: VK's Long Poll, decoded, with names, and safe across restarts. */
import { CursorStore } from "@znatoki/runtime/ports/cursor-store"
import { type Envelope, Inbox, InboxRefused } from "@znatoki/runtime/ports/inbox"
import { Clock, Effect, Layer, Queue, Schedule } from "effect"
import { makeAnswerPress } from "./answer-press.ts"
import { checkAccess } from "./check-access.ts"
import { makeCursorKeeper } from "./cursor-keeper.ts"
import { type Decoded, decodeUpdate, type Heard, type Us, withNames, wordsOf } from "./decode-update.ts"
import { makeLongPoll } from "./long-poll.ts"
import { makeMemberNames } from "./member-names.ts"
import { spokenTo } from "./spoken-to-us.ts"
import { VkApi } from "./vk-api.ts"
import { VkConfig } from "./vk-config.ts"
import { sayError, type VkForbidden, type VkRefused } from "./vk-error.ts"
import { wholeWords } from "./whole-words.ts"

/** Enough to keep polling while pages are handled; few enough to hold in memory. */
const PAGES_UNDONE_MAX = 256
const TYPES_TOLD_MAX = 100

const patiently = Schedule.min([Schedule.exponential("1 second"), Schedule.spaced("30 seconds")]).pipe(
  Schedule.jittered
)

const cursorName = (groupId: number): string => `vk-long-poll:${groupId}`

/** What VK says of any odd parameter; of this call it says so where Long Poll is off. */
const LONG_POLL_OFF = 100

const refusal = (error: VkForbidden | VkRefused): InboxRefused => {
  if (error._tag === "VkForbidden") return new InboxRefused({ advice: `${sayError(error)}. ${error.advice}` })
  const advice =
    (error.code === LONG_POLL_OFF ? undefined : error.advice) ??
    "Check the community settings, API usage: Long Poll API must be enabled, and the token must have the " +
      'rights "messages" and "community management".'
  return new InboxRefused({ advice: `${sayError(error)}. ${advice}` })
}

const whoNeedsName = ({ input }: Heard): ReadonlyArray<number> => ("by" in input ? [input.by] : [])

/** Contents stay out of the log: they are people's words. A type nobody handles is worth one line, not one an event. */
const tellStrange =
  (typesTold: Set<string>) =>
  (decoded: Decoded): Effect.Effect<void> => {
    if (decoded._tag !== "Strange") return Effect.void
    const line = `passed over an update: ${decoded.why}, type ${decoded.type}, event ${decoded.eventId}`
    if (decoded.why === "malformed") return Effect.logWarning(line)
    if (typesTold.has(decoded.type) || typesTold.size >= TYPES_TOLD_MAX) return Effect.logDebug(line)
    typesTold.add(decoded.type)
    return Effect.logInfo(line)
  }

export const layer = Layer.effect(
  Inbox,
  Effect.gen(function* () {
    const vk = yield* VkApi
    const settings = yield* VkConfig
    const cursors = yield* CursorStore
    const scope = yield* Effect.scope
    const names = makeMemberNames(vk)
    const answerPress = yield* makeAnswerPress(vk)
    const tell = tellStrange(new Set())
    const heardNow = yield* Queue.make<Envelope, InboxRefused>()

    /** What cannot be had whole is not judged as if it were: then nothing was said. */
    const asWritten = Effect.fnUntraced(function* (event: Heard, us: Us) {
      const { conversation, cropped, input } = event
      if (cropped !== true || input._tag !== "Wrote") return event
      const whole = yield* wholeWords(vk, conversation, input.order)
      return { ...event, input: { ...input, text: whole === null ? "" : (wordsOf(whole, us) ?? "") } }
    })

    /** A page is read on only when every event of it has its place in the queue. */
    const readPage = (us: Us, keeper: Effect.Success<ReturnType<typeof makeCursorKeeper>>) =>
      Effect.fnUntraced(function* (ts: string, updates: ReadonlyArray<unknown>) {
        const atMs = yield* Clock.currentTimeMillis
        const decoded = updates.map((update) => decodeUpdate(update, us))
        yield* Effect.forEach(decoded, tell, { discard: true })
        for (const one of decoded) {
          if (one._tag === "ForgedPress") yield* Effect.forkIn(answerPress(one.press, null), scope)
        }
        const heard = yield* Effect.forEach(
          decoded.filter((one) => one._tag === "Heard"),
          (event) => asWritten(event, us),
          { concurrency: 5 }
        )
        const known = yield* names.of(heard.flatMap(whoNeedsName))
        yield* keeper.room
        const dones = yield* keeper.open(ts, heard.length)
        yield* Queue.offerAll(
          heardNow,
          heard.map((event, place) => ({
            incoming: withNames(event, known, atMs),
            done: dones[place] ?? Effect.void
          }))
        )
      })

    const listen = Effect.gen(function* () {
      const community = yield* checkAccess(vk, settings).pipe(
        Effect.tapErrorTag("VkUnavailable", (error) => Effect.logWarning(`VK is not there yet: ${sayError(error)}`)),
        Effect.retry(($) => $(patiently).pipe(Schedule.while(({ input }) => input._tag === "VkUnavailable"))),
        Effect.catchTag("VkUnavailable", Effect.die)
      )
      const name = cursorName(community.id)
      const from = yield* cursors.load(name).pipe(
        Effect.tapError((error) => Effect.logWarning("the kept cursor could not be read, trying again", error)),
        Effect.retry(patiently),
        Effect.orDie
      )
      const keeper = yield* makeCursorKeeper(PAGES_UNDONE_MAX, (cursor) => cursors.save(name, cursor))
      const us = { groupId: community.id, spokenTo: spokenTo(community) }
      return yield* makeLongPoll(vk, community.id).run(from, readPage(us, keeper))
    })

    yield* listen.pipe(
      Effect.catchTag(["VkForbidden", "VkRefused"], (error) => Queue.fail(heardNow, refusal(error))),
      Effect.catchCause((cause) => Queue.failCause(heardNow, cause)),
      Effect.forkScoped
    )
    return Inbox.of({ take: Queue.takeAll(heardNow) })
  })
)
