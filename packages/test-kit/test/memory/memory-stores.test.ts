import { memoryStores } from "@znatoki/test-kit/memory/memory-stores"
import { cursorStoreContract } from "@znatoki/test-kit/contracts/cursor-store.contract"
import { deadLettersContract } from "@znatoki/test-kit/contracts/dead-letters.contract"
import { gameStoreContract } from "@znatoki/test-kit/contracts/game-store.contract"
import { heartbeatContract } from "@znatoki/test-kit/contracts/heartbeat.contract"
import { outboxContract } from "@znatoki/test-kit/contracts/outbox.contract"
import { parkingContract } from "@znatoki/test-kit/contracts/parking.contract"
import { questionBankContract } from "@znatoki/test-kit/contracts/question-bank.contract"
import { timersContract } from "@znatoki/test-kit/contracts/timers.contract"

gameStoreContract("memory", memoryStores())
timersContract("memory", memoryStores())
deadLettersContract("memory", memoryStores())
outboxContract("memory", memoryStores())
questionBankContract("memory", memoryStores)
cursorStoreContract("memory", memoryStores())
heartbeatContract("memory", memoryStores())
parkingContract("memory", memoryStores())
