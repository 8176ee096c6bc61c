/** Where VK's Long Poll is asked, and with which key. */
import type { LastingTrouble } from "@znatoki/ports/lasting-trouble"
import { Effect, Random, Schema } from "effect"
import type { VkApi } from "../api/vk-api.ts"
import { sayError, type VkForbidden, type VkRefused, VkUnavailable } from "../api/vk-error.ts"

const pauseMs = 500
/** Short, for nobody can play until VK is heard again. */
const pauseMaxMs = 5_000

const Count = Schema.Int.check(Schema.isGreaterThanOrEqualTo(0))

/** Which event was the last: text in most answers, a number in `failed: 1`; never more than a double holds exactly. */
export const Ts = Schema.Union([Schema.String.check(Schema.isPattern(/^\d{1,15}$/)), Count])

const Address = Schema.String.check(Schema.isPattern(/^https?:\/\/./))
const PollServer = Schema.Struct({ server: Address, key: Schema.NonEmptyString, ts: Ts })
export type PollServer = typeof PollServer.Type
const decodeServer = Schema.decodeUnknownEffect(PollServer)

const serverMethod = "groups.getLongPollServer"
const odd = new VkUnavailable({ method: serverMethod, code: null, reason: "an odd answer", afterMs: 1_000 })

/** After so many failures in a row. */
export const pause = (failures: number): Effect.Effect<void> =>
  Random.nextBetween(0.5, 1).pipe(
    Effect.flatMap((jitter) => Effect.sleep(Math.min(pauseMaxMs, pauseMs * 2 ** failures) * jitter))
  )

/** Asked until VK answers; only a refusal for good comes out. `inVain` is run whenever it does not. */
export const newServer = <E>(
  vk: VkApi["Service"],
  groupId: number,
  trouble: LastingTrouble,
  inVain: Effect.Effect<void, E>,
  failures = 0
): Effect.Effect<PollServer, VkForbidden | VkRefused | E> =>
  vk.call(serverMethod, { group_id: String(groupId) }, Schema.Unknown).pipe(
    Effect.flatMap((answer) => Effect.mapError(decodeServer(answer), () => odd)),
    Effect.catchTag("VkUnavailable", (error) =>
      trouble
        .failed(groupId, { reason: `the server is not known: ${sayError(error)}` })
        .pipe(
          Effect.andThen(inVain),
          Effect.andThen(Effect.sleep(error.afterMs)),
          Effect.andThen(pause(failures)),
          Effect.andThen(newServer(vk, groupId, trouble, inVain, failures + 1))
        )
    )
  )
