import { cursorStoreContract } from "@znatoki/test-kit/contracts/cursor-store.contract"
import { deadLettersContract } from "@znatoki/test-kit/contracts/dead-letters.contract"
import { gameStoreContract } from "@znatoki/test-kit/contracts/game-store.contract"
import { heartbeatContract } from "@znatoki/test-kit/contracts/heartbeat.contract"
import { outboxContract } from "@znatoki/test-kit/contracts/outbox.contract"
import { parkingContract } from "@znatoki/test-kit/contracts/parking.contract"
import { questionBankContract } from "@znatoki/test-kit/contracts/question-bank.contract"
import { timersContract } from "@znatoki/test-kit/contracts/timers.contract"
import { describePostgres } from "@znatoki/adapter-postgres/testing/postgres-fixture"
import { emptyStores } from "./empty-stores.ts"

describePostgres("the stores", (postgres) => {
  gameStoreContract("postgres", emptyStores(postgres))
  timersContract("postgres", emptyStores(postgres))
  outboxContract("postgres", emptyStores(postgres))
  deadLettersContract("postgres", emptyStores(postgres))
  questionBankContract("postgres", (questions) => emptyStores(postgres, questions))
  cursorStoreContract("postgres", emptyStores(postgres))
  heartbeatContract("postgres", emptyStores(postgres))
  parkingContract("postgres", emptyStores(postgres))
})
