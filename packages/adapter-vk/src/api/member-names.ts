/** What people are called: remembered for hours, and asked of VK for a whole page of events at once. */
import { LastingTrouble } from "@znatoki/ports/lasting-trouble"
import { steadyMs } from "@znatoki/ports/steady-ms"
import { Effect, Schema } from "effect"
import { makeRecentCache } from "./recent-cache.ts"
import { sayError } from "./vk-error.ts"
import type { VkApi } from "./vk-api.ts"

/** VK's limit of one `users.get`. */
const idsInCall = 1_000
/** Talk must not wait for names: a stand-in is better than silence. */
const patience = { attempts: 2, timeoutMs: 3_000 }
/** VK in trouble is left alone for a while: asking on every page would spend the calls that messages need. */
const silenceMs = 10_000
const keptMax = { entries: 50_000, ttlMs: 6 * 3_600_000 }

const Users = Schema.Array(
  Schema.Struct({
    id: Schema.Int,
    first_name: Schema.optionalKey(Schema.String),
    last_name: Schema.optionalKey(Schema.String),
    /** Of a page that is no more. */
    deactivated: Schema.optionalKey(Schema.Unknown)
  })
)
type User = (typeof Users.Type)[number]

export interface MemberNames {
  readonly of: (ids: Iterable<number>) => Effect.Effect<ReadonlyMap<number, string>>
}

/** VK's word for the name of a deleted page, whatever the language. */
const deletedMark = "DELETED"

export const standIn = (id: number): string => `Игрок ${id}`

/** Null: nothing that can be read or said. */
const nameOf = ({ deactivated, first_name, last_name }: User): string | null => {
  if (deactivated === "deleted" || first_name === deletedMark) return null
  const name = `${first_name ?? ""} ${last_name ?? ""}`.replace(/\p{Cc}|\p{Default_Ignorable_Code_Point}/gu, "").trim()
  return /[\p{L}\p{N}\p{S}]/u.test(name) ? name : null
}

const chunks = (ids: ReadonlyArray<number>): ReadonlyArray<ReadonlyArray<number>> =>
  Array.from({ length: Math.ceil(ids.length / idsInCall) }, (_, n) => ids.slice(n * idsInCall, (n + 1) * idsInCall))

export const makeMemberNames = (vk: VkApi["Service"]): MemberNames => {
  const cache = makeRecentCache<number, string>(keptMax)
  let askAgainAt = -Infinity
  const trouble = new LastingTrouble({
    begins: "names are not known, numbers stand in",
    ends: "names are known again"
  })

  const ask = Effect.fnUntraced(function* (ids: ReadonlyArray<number>) {
    const users = yield* vk.call("users.get", { user_ids: ids.join(","), lang: "ru" }, Users, patience)
    const now = yield* steadyMs
    const told = new Map(users.map((user) => [user.id, nameOf(user)]))
    // Whom VK does not know gets the stand-in for hours too: asking again would not help.
    for (const id of ids) cache.set(id, told.get(id) ?? standIn(id), now)
  })

  const learn = Effect.fnUntraced(function* (ids: ReadonlyArray<number>) {
    if ((yield* steadyMs) < askAgainAt) return
    yield* Effect.forEach(chunks(ids), ask, { discard: true }).pipe(
      Effect.andThen(Effect.suspend(() => trouble.over(vk))),
      Effect.catch((error) =>
        Effect.map(steadyMs, (now) => {
          askAgainAt = now + silenceMs
        }).pipe(Effect.andThen(trouble.failed(vk, { reason: sayError(error) })))
      )
    )
  })

  const of = Effect.fnUntraced(function* (ids: Iterable<number>) {
    const names = new Map<number, string>()
    const unknown = new Set<number>()
    const before = yield* steadyMs
    for (const id of ids) {
      const name = cache.get(id, before)
      if (name === undefined) unknown.add(id)
      else names.set(id, name)
    }
    if (unknown.size === 0) return names
    yield* learn([...unknown])
    const now = yield* steadyMs
    for (const id of unknown) names.set(id, cache.get(id, now) ?? standIn(id))
    return names
  })

  return { of }
}
