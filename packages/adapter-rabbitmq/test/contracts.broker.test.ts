/** The ports between the roles on RabbitMQ: the same sentences as in process. */
import { doorbellContract } from "@znatoki/test-contracts/contracts/doorbell.contract"
import { eventLineContract } from "@znatoki/test-contracts/contracts/event-line.contract"
import { pressAnswersContract } from "@znatoki/test-contracts/contracts/press-answers.contract"
import { Layer } from "effect"
import * as RabbitBell from "../src/doorbell.ts"
import * as RabbitLine from "../src/event-line.ts"
import * as RabbitAnswers from "../src/press-answers.ts"
import { describeBroker } from "../src/testing/broker-fixture.ts"

describeBroker("RabbitMQ", ({ layer, place }) => {
  const line = Layer.suspend(() => RabbitLine.layer({ ...place(), tellsHearing: true }))
  const bell = Layer.suspend(() => RabbitBell.layer({ ...place(), textMax: 100 }))
  const answers = Layer.suspend(() => RabbitAnswers.layer(place()))
  eventLineContract("rabbitmq", Layer.provide(line, layer))
  doorbellContract("rabbitmq", Layer.provide(bell, layer))
  pressAnswersContract("rabbitmq", Layer.provide(answers, layer))
})
