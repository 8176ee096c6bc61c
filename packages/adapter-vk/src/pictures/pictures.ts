/**
 * Pictures of questions as VK's attachments. Each is brought to VK once, several at a time, and its name remembered. A
 * message waits for its picture for a moment only: it goes without when that is over, and the next one may have it.
 */
import { pictureHashOf } from "@znatoki/ports/pictures"
import { steadyMs } from "@znatoki/ports/steady-ms"
import { Context, Deferred, Effect, Layer } from "effect"
import { makeRecentCache } from "../api/recent-cache.ts"
import { freshMs, makeBringPicture } from "./bring-picture.ts"
import type { Allows } from "./fetch-picture.ts"
import { isPublicAddress } from "./public-address.ts"

export type Look =
  | { readonly _tag: "Attached"; readonly attachment: string }
  /** It cannot be shown now. */
  | { readonly _tag: "Absent" }
  /** On its way; worth looking again when `ready` ends. */
  | { readonly _tag: "Coming"; readonly ready: Effect.Effect<void> }

export class Pictures extends Context.Service<
  Pictures,
  {
    /** Never waits. Whoever looks at what is not there yet sends for it. */
    readonly look: (source: string) => Effect.Effect<Look>
    /** It will be looked at soon: sent for now, and nobody waits for it yet. */
    readonly prepare: (source: string) => Effect.Effect<void>
    /** VK does not know the attachment any more. */
    readonly forget: (source: string, attachment: string) => Effect.Effect<void>
  }
>()("@znatoki/adapter-vk/Pictures") {}

const waitMs = 3_000
const failedMs = 60_000
const rememberedMax = 10_000

/** VK's own names, and what stands behind them is VK's. */
const ofVk = /^(photo|video|audio|audio_message|doc)-?\d+_\d+(_\w+)?$/

interface Coming {
  /** Since when a message waits for it; null: none does. */
  sinceMs: number | null
  readonly done: Deferred.Deferred<void>
}

/** A source without what may be a secret in it, or somebody's words. */
const shown = (source: string): string => {
  if (pictureHashOf(source) !== null) return source
  const url = URL.parse(source)
  if (url === null) return "?"
  return /^https?:$/.test(url.protocol) ? `${url.origin}${url.pathname}`.slice(0, 200) : url.protocol
}

/** `allows`: from which addresses a picture may be fetched. */
export const layerOf = ({ allows }: { readonly allows: Allows }) =>
  Layer.effect(
    Pictures,
    Effect.gen(function* () {
      const { bring, cannot, forget } = yield* makeBringPicture(allows)
      const scope = yield* Effect.scope
      const attached = makeRecentCache<string, string>({ entries: rememberedMax, ttlMs: freshMs })
      const failed = makeRecentCache<string, true>({ entries: rememberedMax, ttlMs: failedMs })
      const coming = new Map<string, Coming>()

      const leaveOut = (source: string, told: Effect.Effect<void>) =>
        Effect.andThen(
          Effect.map(steadyMs, (nowMs) => failed.set(source, true, nowMs)),
          told
        )

      const send = Effect.fnUntraced(function* (source: string) {
        const done = Deferred.makeUnsafe<void>()
        const sent: Coming = { sinceMs: null, done }
        coming.set(source, sent)
        yield* bring(source).pipe(
          Effect.flatMap((name) => Effect.map(steadyMs, (nowMs) => attached.set(source, name, nowMs))),
          Effect.catchTag("PictureTrouble", ({ reason }) =>
            leaveOut(source, Effect.logWarning(`a picture cannot be shown: ${reason}`, { picture: shown(source) }))
          ),
          Effect.catchCause((cause) => leaveOut(source, Effect.logError("the code for pictures threw", cause))),
          Effect.ensuring(
            Effect.andThen(
              Effect.sync(() => coming.delete(source)),
              Deferred.succeed(done, undefined)
            )
          ),
          Effect.forkIn(scope)
        )
        return sent
      })

      /** Null: it has to come. */
      const known = (source: string, nowMs: number): Look | null => {
        if (ofVk.test(source)) return { _tag: "Attached", attachment: source }
        if (cannot(source)) return { _tag: "Absent" }
        const attachment = attached.get(source, nowMs)
        if (attachment !== undefined) return { _tag: "Attached", attachment }
        return failed.get(source, nowMs) === true ? { _tag: "Absent" } : null
      }

      const look = Effect.fnUntraced(function* (source: string): Effect.fn.Return<Look> {
        const nowMs = yield* steadyMs
        const before = known(source, nowMs)
        if (before !== null) return before
        const sent = coming.get(source) ?? (yield* send(source))
        sent.sinceMs ??= nowMs
        const leftMs = sent.sinceMs + waitMs - nowMs
        if (leftMs <= 0) return { _tag: "Absent" }
        return { _tag: "Coming", ready: Effect.race(Deferred.await(sent.done), Effect.sleep(leftMs)) }
      })

      return {
        look,
        prepare: (source) =>
          Effect.flatMap(steadyMs, (nowMs) =>
            coming.has(source) || known(source, nowMs) !== null ? Effect.void : Effect.asVoid(send(source))
          ),
        forget: (source, attachment) =>
          Effect.andThen(
            Effect.sync(() => attached.delete(source)),
            forget(attachment)
          )
      }
    })
  )

export const layer = layerOf({ allows: isPublicAddress })
