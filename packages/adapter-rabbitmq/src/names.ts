/** Queues and exchanges by their names. How many buckets there are is in the name: to change it is to begin with new queues. */
import { partitionOf, type Slice } from "@znatoki/ports/slice"
import type { ConversationId } from "@znatoki/chat/chat-input"
import type { Channel } from "rabbitmq-client"

export interface Place {
  /** Whatever begins so is ours. */
  readonly prefix: string
  /** `vk:1`. */
  readonly community: string
  /** Into how many the conversations of the community are divided. */
  readonly buckets: number
}

/** Rings wait in it for whoever sends, who looks into the outbox in any case when it begins. */
const ringsMax = 10_000
const pressTtlMs = 10_000
/**
 * What cannot be played is parked by the game, and nothing may be dropped. RabbitMQ 4 takes -1 for no limit, and 3.10 for one
 * that is passed at the first redelivery; without any, 4 drops at the twentieth.
 */
const deliveriesMax = 1_000_000_000
/** Messages, of many events or rings each, that whoever reads may be given and not have acknowledged. */
export const prefetch = 50

export const namesOf = ({ buckets, community, prefix }: Place) => {
  const keptEvents = `${prefix}.kept.${community}`
  return {
    exchange: prefix,
    /** What is heard, to every worker. */
    heard: `${prefix}.heard`,
    bucket: (bucket: number) => `${prefix}.in.${community}.${buckets}.${bucket}`,
    rings: `${prefix}.out.${community}`,
    presses: `${prefix}.press.${community}`,
    keptEvents,
    /** For one life of a connector: what a former one published is none of its business. */
    done: (life: string) => `${prefix}.done.${community}.${life}`,
    /** Where every connector of the community hears questions. */
    ask: `ask.${community}`
  }
}

export type Names = ReturnType<typeof namesOf>

export const bucketOf = ({ buckets }: Place, conversation: ConversationId): number =>
  partitionOf(conversation) % buckets

/** A slice is whole buckets. */
export const bucketsIn = ({ buckets }: Place, slice: Slice): ReadonlyArray<number> => [
  ...new Set(slice.map((partition) => partition % buckets))
]

const declareExchanges = async (channel: Channel, { exchange, heard }: Names): Promise<void> => {
  await channel.exchangeDeclare({ exchange, type: "direct", durable: true })
  await channel.exchangeDeclare({ exchange: heard, type: "direct", durable: true })
}

const bound = async (channel: Channel, { exchange }: Names, queue: string, declared: object): Promise<void> => {
  await channel.queueDeclare({ queue, durable: true, ...declared })
  await channel.queueBind({ queue, exchange, routingKey: queue })
}

const oneReader = { "x-queue-type": "quorum", "x-single-active-consumer": true }

export const declareBuckets =
  (names: Names, buckets: ReadonlyArray<number>) =>
  async (channel: Channel): Promise<void> => {
    await declareExchanges(channel, names)
    for (const bucket of buckets) {
      await bound(channel, names, names.bucket(bucket), {
        arguments: { ...oneReader, "x-delivery-limit": deliveriesMax }
      })
    }
  }

export const declareRings =
  (names: Names) =>
  async (channel: Channel): Promise<void> => {
    await declareExchanges(channel, names)
    await bound(channel, names, names.rings, { arguments: { ...oneReader, "x-max-length": ringsMax } })
  }

export const declarePresses =
  (names: Names) =>
  async (channel: Channel): Promise<void> => {
    await declareExchanges(channel, names)
    await bound(channel, names, names.presses, { durable: true, arguments: { "x-message-ttl": pressTtlMs } })
  }

export const declareKeptEvents =
  (names: Names) =>
  async (channel: Channel): Promise<void> => {
    await declareExchanges(channel, names)
    await bound(channel, names, names.keptEvents, {
      arguments: { "x-message-ttl": pressTtlMs, "x-max-length": ringsMax }
    })
  }

/** Both go with the connection. */
export const declareDone =
  (names: Names, life: string) =>
  async (channel: Channel): Promise<void> => {
    await declareExchanges(channel, names)
    const queue = names.done(life)
    await channel.queueDeclare({ queue, exclusive: true })
    await channel.queueBind({ queue, exchange: names.exchange, routingKey: queue })
    await channel.queueBind({ queue, exchange: names.exchange, routingKey: names.ask })
  }

/** Answers the name the broker gave it. */
export const declareHeard =
  (names: Names, community: string) =>
  async (channel: Channel): Promise<string> => {
    await declareExchanges(channel, names)
    const { queue } = await channel.queueDeclare({ queue: "", exclusive: true })
    await channel.queueBind({ queue, exchange: names.heard, routingKey: community })
    return queue
  }
