/** The games this process has in its hands: in memory as they are in the store, to the best of our knowledge. */
import { initialState } from "@znatoki/engine"
import type { ConversationId } from "@znatoki/chat/chat-input"
import { GameStore, type StoredGame } from "@znatoki/ports/game-store"
import { RecentMap } from "@znatoki/ports/recent-map"
import type { StoreError } from "@znatoki/ports/store-error"
import { ConversationSettings, type Settled, withSettledNext } from "@znatoki/ports/conversation-settings"
import { Context, Effect, Layer, Option } from "effect"
import { Deadlines } from "../deadlines/deadlines.ts"
import { HouseRules } from "./house-rules.ts"

export interface Loaded {
  /** Whoever is put into memory here may put another of them out, hence the map. */
  readonly games: ReadonlyMap<ConversationId, StoredGame>
  /** Those that had to be read: whoever played there before may not have said everything. */
  readonly read: ReadonlyArray<StoredGame>
}

class Memory {
  readonly #games: RecentMap<ConversationId, StoredGame>
  readonly #deadlines: Deadlines["Service"]
  readonly #store: GameStore["Service"]
  readonly #settings: ConversationSettings["Service"] | null
  readonly #unplayed: (conversation: ConversationId) => StoredGame

  constructor(
    max: number,
    around: {
      readonly deadlines: Deadlines["Service"]
      readonly store: GameStore["Service"]
      readonly house: HouseRules["Service"]
      readonly settings: ConversationSettings["Service"] | null
    }
  ) {
    this.#games = new RecentMap(max)
    this.#deadlines = around.deadlines
    this.#store = around.store
    this.#settings = around.settings
    this.#unplayed = (conversation) => ({
      conversation,
      version: 0,
      state: initialState(around.house.settings),
      lastOrder: 0,
      hearsAll: false,
      lastSeq: 0,
      updatedAtMs: 0
    })
  }

  get(conversation: ConversationId): StoredGame | undefined {
    return this.#games.get(conversation)
  }

  /** As it is in the store now: what it waits for is waited for. */
  put(stored: StoredGame): void {
    this.#games.set(stored.conversation, stored)
    // against: deadlines only read
    this.#deadlines.follow(stored)
  }

  /** Known better than it is stored, in what the next commit stores. */
  putUnstored(game: StoredGame): void {
    this.#games.set(game.conversation, game)
  }

  forget(conversation: ConversationId): void {
    this.#games.delete(conversation)
  }

  load(conversations: Iterable<ConversationId>): Effect.Effect<Loaded, StoreError> {
    const games = new Map<ConversationId, StoredGame>()
    const missing: Array<ConversationId> = []
    for (const conversation of conversations) {
      const resident = this.#games.get(conversation)
      if (resident === undefined) missing.push(conversation)
      else games.set(conversation, resident)
    }
    if (missing.length === 0) return Effect.succeed({ games, read: [] })
    const settled = this.#settings?.of(missing) ?? Effect.succeed(new Map<ConversationId, Settled>())
    return Effect.zipWith(this.#store.load(missing), settled, (found, settledOf) => {
      for (const conversation of missing) {
        const game = goingBy(found.get(conversation) ?? this.#unplayed(conversation), settledOf.get(conversation))
        games.set(conversation, game)
        this.put(game)
      }
      return { games, read: [...found.values()] }
    })
  }
}

/** What was settled may be another by now than when the game was stored. */
const goingBy = (stored: StoredGame, settled: Settled | undefined): StoredGame => {
  const { settled: before, ...game } = stored
  if (settled === undefined) return before === undefined ? stored : game
  return { ...game, settled, state: withSettledNext(game.state, settled) }
}

export class Residents extends Context.Service<Residents, Memory>()("@znatoki/kernel/Residents") {
  static readonly layerOf = (max: number) =>
    Layer.effect(
      Residents,
      Effect.gen(function* () {
        const settings = Option.getOrNull(yield* Effect.serviceOption(ConversationSettings))
        const around = { deadlines: yield* Deadlines, store: yield* GameStore, house: yield* HouseRules, settings }
        return new Memory(max, around)
      })
    )
}
