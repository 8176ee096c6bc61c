/** What the stores in memory keep, all of them together: plain maps, no clock, no dice. */
import type { EpochMs, GameState, PlayerId, Question, QuestionId } from "@znatoki/engine"
import type { ConversationId, SourceId } from "@znatoki/chat/chat-input"
import type { GameCount } from "@znatoki/ports/count-game"
import type { ProposedQuestion } from "@znatoki/chat/proposal"
import type { ProposalOutcome } from "@znatoki/ports/proposals"
import type { QuestionVote } from "@znatoki/ports/question-votes"
import type { DeadLetter } from "@znatoki/ports/dead-letters"
import type { LoggedEvent, StoredGame } from "@znatoki/ports/game-store"
import type { PendingMessage } from "@znatoki/ports/outbox"
import type { AsRead, Pack } from "@znatoki/ports/packs"
import type { Parked } from "@znatoki/ports/parking"
import type { Picture, PictureHash } from "@znatoki/ports/pictures"
import type { CatalogQuestion, QuestionState, StateChange } from "@znatoki/ports/question-catalog"
import type { VariantProposal } from "@znatoki/ports/variant-proposals"
import type { Outage } from "@znatoki/ports/heartbeat"
import { Context, Layer } from "effect"

/** A game with everything that ever happened in it. Only the newest of a conversation can still be running. */
export interface RecordedGame {
  readonly conversation: ConversationId
  readonly game: number
  readonly version: number
  readonly state: GameState
  readonly updatedAtMs: EpochMs
  readonly log: ReadonlyArray<LoggedEvent>
}

export interface RecordedQuestion {
  readonly seen: CatalogQuestion
  /** As it is played. */
  readonly question: Question
  readonly history: ReadonlyArray<StateChange>
  /** Of one that came from a file. */
  readonly file?: { readonly place: string; readonly asRead: AsRead }
}

/** As it is where no editor has touched it. */
export const recordOf = (question: Question, state: QuestionState, atMs: EpochMs): RecordedQuestion => ({
  question,
  seen: {
    ...question,
    moreAccepted: [],
    moreRejected: [],
    difficulty: 3,
    themes: [],
    state,
    rests: false,
    pack: null,
    fixed: false,
    proposedBy: null,
    answerImage: null,
    version: 1,
    createdAtMs: atMs,
    updatedAtMs: atMs
  },
  history: [{ state, atMs, by: null, note: null }]
})

/** How many questions it has is counted when it is asked for. */
export type RecordedPack = Omit<Pack, "questions">

export interface Conversation {
  readonly stored: StoredGame
  /** By ordinal, from the first. */
  readonly games: Map<number, RecordedGame>
  /** Not settled yet, by seq. */
  readonly pending: Map<number, PendingMessage>
  /** Given up, by seq. */
  readonly dead: Map<number, DeadLetter>
  /** Slot → the messenger's name of what was last said under it and settled, null if it never arrived. */
  readonly slots: Map<string, { readonly seq: number; readonly externalId: string | null }>
  /** Question → when it was last asked, as a number that grows. */
  readonly asked: Map<QuestionId, number>
}

/** A draft that somebody proposed. */
export interface ProposedDraft {
  readonly conversation: ConversationId
  readonly question: ProposedQuestion
  readonly proposedAtMs: EpochMs
  readonly told: ProposalOutcome | null
}

/** A conversation that stands still, with its tasks as JSON by source, in order, the one that failed among them. */
export interface ParkedConversation extends Omit<Parked, "task" | "waiting"> {
  readonly tasks: ReadonlyMap<SourceId, string>
}

export class MemoryDatabase extends Context.Service<
  MemoryDatabase,
  {
    readonly conversations: Map<ConversationId, Conversation>
    readonly sources: Set<SourceId>
    readonly questions: Map<QuestionId, RecordedQuestion>
    readonly packs: Map<string, RecordedPack>
    readonly variants: Map<number, VariantProposal>
    readonly pictures: Map<PictureHash, Picture>
    readonly cursors: Map<string, string>
    readonly heartbeats: Map<string, EpochMs>
    readonly parked: Map<ConversationId, ParkedConversation>
    /** By role; of each not every game has its time back. */
    readonly outages: Map<string, ReadonlyArray<Outage>>
    readonly titles: Map<ConversationId, string>
    /** By ordinal: what each game was counted for, and of which version. */
    readonly counted: Map<ConversationId, Map<number, { readonly version: number; readonly count: GameCount }>>
    readonly proposals: Map<QuestionId, ProposedDraft>
    readonly votes: Map<QuestionId, Map<PlayerId, QuestionVote & { readonly seen: boolean }>>
    /** Not asked until an editor looks. */
    readonly resting: Set<QuestionId>
  }
>()("@znatoki/test-contracts/memory/MemoryDatabase") {
  /** A new empty database with every build of the layer. */
  static readonly layer = (questions: ReadonlyArray<Question> = []): Layer.Layer<MemoryDatabase> =>
    Layer.sync(MemoryDatabase, () => ({
      conversations: new Map(),
      sources: new Set<SourceId>(),
      questions: new Map(questions.map((question) => [question.id, recordOf(question, "published", 0)])),
      packs: new Map(),
      variants: new Map(),
      pictures: new Map(),
      cursors: new Map(),
      heartbeats: new Map(),
      parked: new Map(),
      outages: new Map(),
      titles: new Map(),
      counted: new Map(),
      proposals: new Map(),
      votes: new Map(),
      resting: new Set<QuestionId>()
    }))
}

/** In the order of their ids. */
export const conversationsInOrder = <A>(
  conversations: ReadonlyMap<ConversationId, A>
): ReadonlyArray<readonly [ConversationId, A]> =>
  [...conversations].toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
