/** Queues of its own for a group of tests, on whatever RabbitMQ can be had; gone afterwards. */
import { Effect, Layer, Redacted } from "effect"
import { randomBytes } from "node:crypto"
import { afterAll, describe } from "vitest"
import { Broker } from "../broker.ts"
import { namesOf, type Place } from "../names.ts"

export interface TestBroker {
  readonly url: string
  readonly layer: Layer.Layer<Broker>
  /** Whose queues nobody else has. */
  readonly place: (community?: string) => Place
}

export const testBrokerUrl = process.env["ZNATOKI_TEST_AMQP_URL"] ?? "amqp://guest:guest@127.0.0.1:5672"

const layer = Broker.layer(Redacted.make(testBrokerUrl))
const found = await Effect.runPromise(Effect.result(Effect.scoped(Layer.build(layer))))
const isRequired = process.env["ZNATOKI_REQUIRE"]?.includes("rabbitmq") === true

export const forgetQueues = (places: ReadonlyArray<Place>, { exchanges = true } = {}): Promise<void> =>
  Effect.gen(function* () {
    const broker = yield* Broker
    yield* broker.declare(async (channel) => {
      for (const place of places) {
        const names = namesOf(place)
        const queues = Array.from({ length: place.buckets }, (_, bucket) => names.bucket(bucket))
        for (const queue of [...queues, names.rings, names.presses, names.keptEvents]) {
          await channel.queueDelete({ queue })
        }
        if (exchanges) for (const exchange of [names.exchange, names.heard]) await channel.exchangeDelete({ exchange })
      }
    })
  }).pipe(Effect.provide(layer), Effect.scoped, Effect.orDie, Effect.runPromise)

/** A `describe` skipped by name where there is no broker. */
export const describeBroker = (name: string, tests: (broker: TestBroker) => void, buckets = 4): void => {
  const problem = found._tag === "Failure" ? found.failure.advice : null
  const title = problem === null ? name : `${name} (skipped: ${problem})`
  describe.skipIf(problem !== null && !isRequired)(`${title}`, () => {
    const places: Array<Place> = []
    afterAll(() => forgetQueues(places))
    tests({
      url: testBrokerUrl,
      layer: Layer.orDie(layer),
      place: (community = "vk:1") => {
        const place = { prefix: `znatoki-test-${randomBytes(6).toString("hex")}`, community, buckets }
        places.push(place)
        return place
      }
    })
  })
}
