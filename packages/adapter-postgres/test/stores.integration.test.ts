import { communitiesContract, conversationsContract } from "@znatoki/test-contracts/contracts/conversations.contract"
import { cursorStoreContract } from "@znatoki/test-contracts/contracts/cursor-store.contract"
import { deadLettersContract } from "@znatoki/test-contracts/contracts/dead-letters.contract"
import { gameStoreContract } from "@znatoki/test-contracts/contracts/game-store.contract"
import { heartbeatContract } from "@znatoki/test-contracts/contracts/heartbeat.contract"
import { packImportsContract } from "@znatoki/test-contracts/contracts/pack-imports.contract"
import { picturesContract } from "@znatoki/test-contracts/contracts/pictures.contract"
import { variantProposalsContract } from "@znatoki/test-contracts/contracts/variant-proposals.contract"
import { outboxContract } from "@znatoki/test-contracts/contracts/outbox.contract"
import { parkingContract } from "@znatoki/test-contracts/contracts/parking.contract"
import { proposalsContract } from "@znatoki/test-contracts/contracts/proposals.contract"
import { questionBankContract } from "@znatoki/test-contracts/contracts/question-bank.contract"
import { blamedQuestionsContract } from "@znatoki/test-contracts/contracts/blamed-questions.contract"
import { questionVotesContract } from "@znatoki/test-contracts/contracts/question-votes.contract"
import { receivedEventsContract } from "@znatoki/test-contracts/contracts/received-events.contract"
import { statisticsContract } from "@znatoki/test-contracts/contracts/statistics.contract"
import { uploadedMediaContract } from "@znatoki/test-contracts/contracts/uploaded-media.contract"
import { timersContract } from "@znatoki/test-contracts/contracts/timers.contract"
import { describePostgres } from "@znatoki/adapter-postgres/testing/postgres-fixture"
import { allStores } from "./bare-stores.ts"
import { emptyStores } from "./empty-stores.ts"

describePostgres("the stores", (postgres) => {
  gameStoreContract("postgres", emptyStores(postgres))
  statisticsContract("postgres", emptyStores(postgres))
  timersContract("postgres", emptyStores(postgres))
  outboxContract("postgres", emptyStores(postgres))
  deadLettersContract("postgres", emptyStores(postgres))
  questionBankContract("postgres", (questions) => emptyStores(postgres, questions))
  blamedQuestionsContract("postgres", (questions) => emptyStores(postgres, questions))
  questionVotesContract("postgres", (questions) => emptyStores(postgres, questions))
  proposalsContract("postgres", emptyStores(postgres))
  cursorStoreContract("postgres", emptyStores(postgres))
  heartbeatContract("postgres", emptyStores(postgres))
  parkingContract("postgres", emptyStores(postgres))
  conversationsContract("postgres", allStores(postgres))
  communitiesContract("postgres", allStores(postgres))
  packImportsContract("postgres", emptyStores(postgres))
  picturesContract("postgres", emptyStores(postgres))
  variantProposalsContract("postgres", (questions) => emptyStores(postgres, questions))
  receivedEventsContract("postgres", emptyStores(postgres))
  uploadedMediaContract("postgres", emptyStores(postgres))
})
