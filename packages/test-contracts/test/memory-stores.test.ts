import * as GameArchiveMemory from "@znatoki/test-contracts/memory/game-archive"
import { adminOrdersContract } from "@znatoki/test-contracts/contracts/admin-orders.contract"
import * as AdminOrdersMemory from "@znatoki/test-contracts/memory/admin-orders"
import { adminStoresContract } from "@znatoki/test-contracts/contracts/admin-stores.contract"
import * as AdminStoresMemory from "@znatoki/test-contracts/memory/admin-stores"
import { MemoryDatabase } from "@znatoki/test-contracts/memory/memory-database"
import * as MemoryStores from "@znatoki/test-contracts/memory/memory-stores"
import { memoryStores } from "@znatoki/test-contracts/memory/memory-stores"
import * as PicturesMemory from "@znatoki/test-contracts/memory/pictures"
import * as QuestionBankMemory from "@znatoki/test-contracts/memory/question-bank"
import * as VariantProposalsMemory from "@znatoki/test-contracts/memory/variant-proposals"
import { picturesContract } from "@znatoki/test-contracts/contracts/pictures.contract"
import { variantProposalsContract } from "@znatoki/test-contracts/contracts/variant-proposals.contract"
import { questionChoiceContract } from "@znatoki/test-contracts/contracts/question-choice.contract"
import * as PacksMemory from "@znatoki/test-contracts/memory/packs"
import * as QuestionCatalogMemory from "@znatoki/test-contracts/memory/question-catalog"
import { conversationSettingsContract } from "@znatoki/test-contracts/contracts/conversation-settings.contract"
import * as ConversationSettingsMemory from "@znatoki/test-contracts/memory/conversation-settings"
import { Layer } from "effect"
import { communitiesContract, conversationsContract } from "@znatoki/test-contracts/contracts/conversations.contract"
import { cursorStoreContract } from "@znatoki/test-contracts/contracts/cursor-store.contract"
import { deadLettersContract } from "@znatoki/test-contracts/contracts/dead-letters.contract"
import { gameStoreContract } from "@znatoki/test-contracts/contracts/game-store.contract"
import { heartbeatContract } from "@znatoki/test-contracts/contracts/heartbeat.contract"
import { outboxContract } from "@znatoki/test-contracts/contracts/outbox.contract"
import { parkingContract } from "@znatoki/test-contracts/contracts/parking.contract"
import { proposalsContract } from "@znatoki/test-contracts/contracts/proposals.contract"
import { questionBankContract } from "@znatoki/test-contracts/contracts/question-bank.contract"
import { blamedQuestionsContract } from "@znatoki/test-contracts/contracts/blamed-questions.contract"
import { questionVotesContract } from "@znatoki/test-contracts/contracts/question-votes.contract"
import { receivedEventsContract } from "@znatoki/test-contracts/contracts/received-events.contract"
import { uploadedMediaContract } from "@znatoki/test-contracts/contracts/uploaded-media.contract"
import * as ReceivedEventsMemory from "@znatoki/test-contracts/memory/received-events"
import { statisticsContract } from "@znatoki/test-contracts/contracts/statistics.contract"
import * as UploadedMediaMemory from "@znatoki/test-contracts/memory/uploaded-media"
import { timersContract } from "@znatoki/test-contracts/contracts/timers.contract"

gameStoreContract("memory", memoryStores())
statisticsContract("memory", memoryStores())
timersContract("memory", memoryStores())
deadLettersContract("memory", memoryStores())
outboxContract("memory", memoryStores())
questionBankContract("memory", memoryStores)
questionChoiceContract(
  "memory",
  Layer.mergeAll(MemoryStores.layer, QuestionCatalogMemory.layer, PacksMemory.layer).pipe(
    Layer.provide(MemoryDatabase.layer())
  )
)
blamedQuestionsContract("memory", (questions) =>
  Layer.merge(MemoryStores.layer, QuestionCatalogMemory.layer).pipe(Layer.provide(MemoryDatabase.layer(questions)))
)
questionVotesContract("memory", memoryStores)
proposalsContract("memory", memoryStores())
cursorStoreContract("memory", memoryStores())
heartbeatContract("memory", memoryStores())
parkingContract("memory", memoryStores())
const withArchive = Layer.merge(MemoryStores.layer, GameArchiveMemory.layer).pipe(Layer.provide(MemoryDatabase.layer()))
conversationsContract("memory", withArchive)
communitiesContract("memory", withArchive)
picturesContract("memory", PicturesMemory.layer.pipe(Layer.provide(MemoryDatabase.layer())))
variantProposalsContract("memory", (questions) =>
  Layer.merge(VariantProposalsMemory.layer, QuestionBankMemory.layer).pipe(
    Layer.provide(MemoryDatabase.layer(questions))
  )
)
receivedEventsContract("memory", ReceivedEventsMemory.layer)
uploadedMediaContract("memory", UploadedMediaMemory.layer)

adminStoresContract("memory", AdminStoresMemory.layer)
conversationSettingsContract("memory", ConversationSettingsMemory.layer)
adminOrdersContract("memory", AdminOrdersMemory.layer)
