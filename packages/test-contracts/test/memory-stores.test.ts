import { memoryStores } from "@znatoki/test-contracts/memory/memory-stores"
import { cursorStoreContract } from "@znatoki/test-contracts/contracts/cursor-store.contract"
import { deadLettersContract } from "@znatoki/test-contracts/contracts/dead-letters.contract"
import { gameStoreContract } from "@znatoki/test-contracts/contracts/game-store.contract"
import { heartbeatContract } from "@znatoki/test-contracts/contracts/heartbeat.contract"
import { outboxContract } from "@znatoki/test-contracts/contracts/outbox.contract"
import { parkingContract } from "@znatoki/test-contracts/contracts/parking.contract"
import { questionBankContract } from "@znatoki/test-contracts/contracts/question-bank.contract"
import { timersContract } from "@znatoki/test-contracts/contracts/timers.contract"

gameStoreContract("memory", memoryStores())
timersContract("memory", memoryStores())
deadLettersContract("memory", memoryStores())
outboxContract("memory", memoryStores())
questionBankContract("memory", memoryStores)
cursorStoreContract("memory", memoryStores())
heartbeatContract("memory", memoryStores())
parkingContract("memory", memoryStores())
