/** The ports between the roles, where both sides are one process. */
import * as DirectAnswers from "@znatoki/kernel/in-process/direct-answers"
import * as DirectBell from "@znatoki/kernel/in-process/direct-bell"
import * as DirectLine from "@znatoki/kernel/in-process/direct-line"
import { Messenger } from "@znatoki/ports/messenger"
import { doorbellContract } from "@znatoki/test-contracts/contracts/doorbell.contract"
import { eventLineContract } from "@znatoki/test-contracts/contracts/event-line.contract"
import { pressAnswersContract } from "@znatoki/test-contracts/contracts/press-answers.contract"
import { Layer } from "effect"

eventLineContract("in process", DirectLine.layer)
pressAnswersContract("in process", DirectAnswers.layer)
doorbellContract("in process", Layer.provide(DirectBell.layer, Layer.mock(Messenger, { batchSize: 25, textMax: 100 })))
