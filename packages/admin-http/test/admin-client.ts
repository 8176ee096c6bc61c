/** The app over stores in memory, and short words to talk to it. */
import { ConversationId, SourceId } from "@znatoki/chat/chat-input"
import type { CardPainter } from "@znatoki/ports/card-painter"
import type { GameArchive } from "@znatoki/ports/game-archive"
import { GameStore, type LoggedEvent, type StoredGame } from "@znatoki/ports/game-store"
import type { PictureCleaner } from "@znatoki/ports/picture-cleaner"
import { type Failure, Parking } from "@znatoki/ports/parking"
import { QuestionBank } from "@znatoki/ports/question-bank"
import { type QuestionCatalog } from "@znatoki/ports/question-catalog"
import { wholeSlice } from "@znatoki/ports/slice"
import type { Readiness } from "@znatoki/ports/readiness"
import { ReadinessChecks } from "@znatoki/ports/readiness-checks"
import * as AdminOrdersMemory from "@znatoki/test-contracts/memory/admin-orders"
import * as AdminStoresMemory from "@znatoki/test-contracts/memory/admin-stores"
import * as ConversationSettingsMemory from "@znatoki/test-contracts/memory/conversation-settings"
import * as QuestionShelvesMemory from "@znatoki/test-contracts/memory/question-shelves"
import * as ConversationsMemory from "@znatoki/test-contracts/memory/conversations"
import * as DeadLettersMemory from "@znatoki/test-contracts/memory/dead-letters"
import * as GameArchiveMemory from "@znatoki/test-contracts/memory/game-archive"
import * as GameStoreMemory from "@znatoki/test-contracts/memory/game-store"
import { MemoryDatabase } from "@znatoki/test-contracts/memory/memory-database"
import * as PackImportsMemory from "@znatoki/test-contracts/memory/pack-imports"
import * as PacksMemory from "@znatoki/test-contracts/memory/packs"
import * as PicturesMemory from "@znatoki/test-contracts/memory/pictures"
import * as ParkingMemory from "@znatoki/test-contracts/memory/parking"
import * as JobsMemory from "@znatoki/test-contracts/memory/jobs"
import * as OutboxMemory from "@znatoki/test-contracts/memory/outbox"
import * as QuestionBankMemory from "@znatoki/test-contracts/memory/question-bank"
import * as QuestionCatalogMemory from "@znatoki/test-contracts/memory/question-catalog"
import * as ProposalsMemory from "@znatoki/test-contracts/memory/proposals"
import * as QuestionVotesMemory from "@znatoki/test-contracts/memory/question-votes"
import * as VariantProposalsMemory from "@znatoki/test-contracts/memory/variant-proposals"
import * as RemindersMemory from "@znatoki/test-contracts/memory/reminders"
import * as StatisticsMemory from "@znatoki/test-contracts/memory/statistics"
import { Effect, Layer, Logger, ManagedRuntime, Redacted } from "effect"
import { type AdminOptions, makeApp } from "../src/app.ts"
import { expectToFit } from "./fits-document.ts"
import { readerOfPictures } from "./picture-files.ts"
import { plain } from "./plain-options.ts"

export const token = "correct-horse-battery-staple"

const always = { everyMs: 0, burst: 1 }
const unlimited = { address: always, who: always, signInAddress: always, signInName: always }

export interface Setup {
  readonly checks?: ReadonlyArray<Readiness>
  /** Instead of the catalog in memory. */
  readonly catalog?: Layer.Layer<QuestionCatalog>
  /** Instead of whatever else is in memory. */
  readonly instead?: Layer.Layer<GameArchive>
  /** Instead of none. */
  readonly cache?: Layer.Layer<never>
  /** Instead of none. */
  readonly painter?: Layer.Layer<CardPainter> | Layer.Layer<never>
  /** Instead of one that takes a PNG as it is. */
  readonly cleaner?: Layer.Layer<PictureCleaner>
  readonly options?: Partial<AdminOptions>
}

export const makeRuntime = ({
  cache = Layer.empty,
  checks = [],
  catalog,
  cleaner = readerOfPictures,
  instead,
  painter = Layer.empty
}: Setup = {}) => {
  const lines: Array<string> = []
  const logger = Logger.layer([
    Logger.map(Logger.formatJson, (line) => {
      lines.push(line)
    })
  ])
  const stores = Layer.mergeAll(
    AdminStoresMemory.layer,
    Layer.provideMerge(RemindersMemory.layer, AdminOrdersMemory.layer),
    ConversationsMemory.layer,
    ConversationSettingsMemory.layer,
    QuestionShelvesMemory.layer,
    DeadLettersMemory.layer,
    JobsMemory.layer,
    GameArchiveMemory.layer,
    OutboxMemory.layer,
    GameStoreMemory.layer,
    ParkingMemory.layer,
    QuestionBankMemory.layer,
    StatisticsMemory.layer,
    PackImportsMemory.layer,
    PacksMemory.layer,
    PicturesMemory.layer,
    cleaner,
    ProposalsMemory.layer,
    QuestionVotesMemory.layer,
    VariantProposalsMemory.layer,
    catalog ?? QuestionCatalogMemory.layer
  )
  const readiness = Layer.effectDiscard(Effect.flatMap(ReadinessChecks, ({ add }) => Effect.forEach(checks, add))).pipe(
    Layer.provideMerge(ReadinessChecks.layer)
  )
  const own = Layer.mergeAll(cache, painter, readiness, stores)
  const runtime = ManagedRuntime.make(
    (instead === undefined ? own : Layer.merge(own, instead)).pipe(
      Layer.provide(MemoryDatabase.layer()),
      Layer.provideMerge(logger)
    )
  )
  return { runtime, lines }
}

type Body = ConstructorParameters<typeof Response>[0]

/** What came back, with the body as JSON where it is JSON. */
export interface Reply {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly json: unknown
}

/** A stream does not end: it is enough that it began. */
const textOf = async (response: Response): Promise<string> => {
  if (response.headers.get("Content-Type") !== "text/event-stream") return response.text()
  await response.body?.cancel()
  return ""
}

const read = async (method: string, path: string, response: Response): Promise<Reply> => {
  const text = await textOf(response)
  expectToFit(method, path, response, text)
  const isJson = text !== "" && /json/.test(response.headers.get("Content-Type") ?? "")
  return { status: response.status, headers: response.headers, text, json: isJson ? JSON.parse(text) : undefined }
}

export const makeClient = (setup: Setup = {}) => {
  const { options = {} } = setup
  const { runtime, lines } = makeRuntime(setup)
  const pauses: Array<number> = []
  const pause = async (ms: number) => void pauses.push(ms)
  const app = makeApp(runtime, {
    token: Redacted.make(token),
    ...plain,
    pause,
    limits: unlimited,
    ...options
  })
  const bare = async (path: string, init: RequestInit = {}) =>
    read(init.method ?? "GET", path, await app.request(path, init))
  const send = (method: string, path: string, body?: Body, headers: Record<string, string> = {}) =>
    bare(path, { method, body: body ?? null, headers: { Authorization: `Bearer ${token}`, ...headers } })
  /** Whatever it is now: who looked before tells so. */
  const anyVersion = { "If-Match": "*" }
  const json =
    (method: string) =>
    (path: string, body: unknown, headers: Record<string, string> = {}) =>
      send(method, path, JSON.stringify(body), { "Content-Type": "application/json", ...anyVersion, ...headers })
  return {
    app,
    lines,
    /** How long answers to wrong tokens were put off. */
    pauses,
    /** Without a token. */
    bare,
    send,
    get: (path: string) => send("GET", path),
    post: json("POST"),
    patch: json("PATCH"),
    delete: (path: string, headers: Record<string, string> = {}) =>
      send("DELETE", path, null, { ...anyVersion, ...headers }),
    /** On the stores themselves. */
    run: runtime.runPromise,
    /** As the worker commits it. */
    commit: (next: StoredGame, log: ReadonlyArray<LoggedEvent>) =>
      runtime.runPromise(GameStore.use((store) => store.commit([{ next, log, outgoing: [], asked: [] }]))),
    /** As the worker parks it; `waiting` sources wait behind it. */
    park: (failure: Failure, waiting: ReadonlyArray<string> = []) =>
      runtime.runPromise(
        Parking.use((parking) =>
          Effect.andThen(
            parking.park([failure]),
            parking.append(
              waiting.map((source) => ({
                conversation: failure.conversation,
                source: SourceId.make(source),
                task: "{}"
              }))
            )
          )
        )
      ),
    /** What the bot finds at its next look. */
    released: () => runtime.runPromise(Parking.use((parking) => parking.released(wholeSlice, 100))),
    /** The texts that a hundred dice draw from the bank. */
    drawn: async () => {
      const draws = Array.from({ length: 100 }, (_, seed) => ({ conversation: ConversationId.make("c"), seed }))
      const drawn = await runtime.runPromise(QuestionBank.use((bank) => bank.draw(draws)))
      return new Set(drawn.map((one) => one?.question.text ?? null))
    }
  }
}

export type Client = ReturnType<typeof makeClient>
