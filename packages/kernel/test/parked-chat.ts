/** Ways to make the code fail in one conversation, and what an admin sees and does about it. */
import type { GameState, Player } from "@znatoki/engine"
import { type ConversationId, type Incoming, SourceId } from "@znatoki/chat/chat-input"
import { Parking } from "@znatoki/ports/parking"
import { Effect, Layer } from "effect"
import type { World } from "../src/testing/bot-world.ts"
import { MemoryDatabase } from "@znatoki/test-contracts/memory/memory-database"
import * as ParkingMemory from "@znatoki/test-contracts/memory/parking"
import { logOf } from "./scripted-game.ts"

/** Words that make the code throw as they come in. What is kept of them is sound: the code has no trouble with it later. */
export const poisonOf = (name: string, conversation: ConversationId, by: Player, text: string): Incoming => {
  const words = { _tag: "Wrote" as const, by, action: null, order: 1_000 }
  const input = {
    ...words,
    toJSON: () => ({ ...words, text }),
    get text(): string {
      throw new Error("no text in here")
    }
  }
  return { source: SourceId.make(name), conversation, atMs: 0, input }
}

/** Makes a part of the stored state what the code does not expect, behind the bot's back; returns how to put it right. */
export const sicken = ({ database }: World, conversation: ConversationId, part: "players" | "settings") => {
  const swap = (value: unknown): unknown => {
    const entry = database.conversations.get(conversation)
    if (entry === undefined) throw new Error("nobody played there")
    const { [part]: before, ...rest } = entry.stored.state as Readonly<Record<string, unknown>>
    const state = { ...rest, [part]: value } as unknown as GameState
    database.conversations.set(conversation, { ...entry, stored: { ...entry.stored, state } })
    return before
  }
  const sound = swap(null)
  return () => void swap(sound)
}

const admin = <A>({ database }: World, ask: (parking: Parking["Service"]) => Effect.Effect<A, unknown>) =>
  Effect.flatMap(Parking, (parking) => Effect.orDie(ask(parking))).pipe(
    Effect.provide(Layer.provide(ParkingMemory.layer, Layer.succeed(MemoryDatabase, database)))
  )

export const parkedIn = (world: World, conversation: ConversationId) =>
  Effect.map(
    admin(world, (parking) => parking.get(conversation)),
    (parked) => (parked === null ? null : { ...parked, source: String(parked.source) })
  )

export const waitingIn = (world: World, conversation: ConversationId) =>
  Effect.map(
    admin(world, (parking) => parking.waiting(conversation, 10_000)),
    (tasks) => tasks.map(({ source }) => source)
  )

export const release = (world: World, conversation: ConversationId, way: "retry" | "skip") =>
  admin(world, (parking) => parking.release(conversation, way))

export const sourcesOf = (world: World, conversation: ConversationId): ReadonlyArray<string> =>
  logOf(world, conversation).flatMap(({ source }) => source ?? [])
