/** Every store of the API, failing in the same way. */
import { AdminAccounts } from "@znatoki/ports/admin-accounts"
import { AdminPasskeys } from "@znatoki/ports/admin-passkeys"
import { AdminOrders } from "@znatoki/ports/admin-orders"
import { Statistics } from "@znatoki/ports/statistics"
import { AdminSessions } from "@znatoki/ports/admin-sessions"
import { AdminTokens } from "@znatoki/ports/admin-tokens"
import { AuditLog } from "@znatoki/ports/audit-log"
import { ConversationSettings } from "@znatoki/ports/conversation-settings"
import { QuestionShelves } from "@znatoki/ports/question-shelves"
import { Conversations } from "@znatoki/ports/conversations"
import { DeadLetters } from "@znatoki/ports/dead-letters"
import { Jobs } from "@znatoki/ports/jobs"
import { GameArchive, type GameUnreadable } from "@znatoki/ports/game-archive"
import { IdempotencyKeys } from "@znatoki/ports/idempotency-keys"
import { PackImports } from "@znatoki/ports/pack-imports"
import { Packs } from "@znatoki/ports/packs"
import { VariantProposals } from "@znatoki/ports/variant-proposals"
import { Parking } from "@znatoki/ports/parking"
import { Proposals } from "@znatoki/ports/proposals"
import { QuestionVotes } from "@znatoki/ports/question-votes"
import { QuestionCatalog } from "@znatoki/ports/question-catalog"
import { Reminders } from "@znatoki/ports/reminders"
import { ReadinessChecks } from "@znatoki/ports/readiness-checks"
import { type StoreError } from "@znatoki/ports/store-error"
import { Context, type Effect, Layer } from "effect"
import type { AdminServices } from "../src/answer.ts"

const tags = [
  AdminOrders,
  Statistics,
  AdminAccounts,
  AdminPasskeys,
  AdminSessions,
  AdminTokens,
  AuditLog,
  Conversations,
  DeadLetters,
  Jobs,
  GameArchive,
  IdempotencyKeys,
  PackImports,
  Packs,
  VariantProposals,
  ConversationSettings,
  QuestionShelves,
  Parking,
  Proposals,
  QuestionVotes,
  QuestionCatalog,
  ReadinessChecks,
  Reminders
]

/** What a port has that is no method. */
const effects = new Set(["head", "found"])

type Failure = Effect.Effect<never, StoreError | GameUnreadable>

const storeOf = (failure: Failure): object =>
  new Proxy({}, { get: (_, name) => (effects.has(String(name)) ? failure : () => failure) })

export const failingStores = (failure: Failure): Layer.Layer<AdminServices> =>
  Layer.succeedContext(Context.makeUnsafe<AdminServices>(new Map(tags.map(({ key }) => [key, storeOf(failure)]))))
