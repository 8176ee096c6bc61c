/** Which conversations a worker owns: a set of partitions, each conversation in exactly one. */
import type { ConversationId } from "@znatoki/chat/chat-input"
import { hashOf } from "./conversation-hash.ts"

/** Fixed for ever: a stored conversation keeps its partition. */
export const partitionCount = 64

export type Slice = ReadonlyArray<number>

export const wholeSlice: Slice = Array.from({ length: partitionCount }, (_, partition) => partition)

export const partitionOf = (conversation: ConversationId): number => hashOf(conversation) % partitionCount

/** The partitions in so many slices: what is owned as one. */
export const bucketsOf = (count: number): ReadonlyArray<Slice> =>
  Array.from({ length: count }, (_, bucket) => wholeSlice.filter((partition) => partition % count === bucket))
