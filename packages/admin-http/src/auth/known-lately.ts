/** Who has just been found out by what their requests carry: for a second, and for no longer than till anybody changes anything. */
import { RecentMap } from "@znatoki/ports/recent-map"
import type { MiddlewareHandler } from "hono"
import type { AdminContext, AdminEnv } from "../answer.ts"
import type { Who } from "./role.ts"
import { isSafe } from "./same-origin.ts"
import { sha256 } from "./secret.ts"

/** What another process ends, a session or a token, is over here after that. */
const knownMs = 1_000
const knownMax = 1_000

/** All that can say who somebody is; of a secret the hash is kept. */
const carriedBy = ({ req }: AdminContext): string =>
  sha256(`${req.header("Authorization") ?? ""}\n${req.header("Cookie") ?? ""}`)

export class KnownLately {
  #known = new RecentMap<string, { readonly who: Who; readonly untilMs: number }>(knownMax)

  came(context: AdminContext, who: Who): void {
    this.#known.set(carriedBy(context), { who, untilMs: performance.now() + knownMs })
  }

  /** Null: nobody knows by now. */
  find(context: AdminContext): Who | null {
    const found = this.#known.get(carriedBy(context))
    return found !== undefined && performance.now() < found.untilMs ? found.who : null
  }

  /** Whatever is changed may have been somebody's right to come in. */
  readonly forgetting: MiddlewareHandler<AdminEnv> = async (context, next) => {
    if (isSafe(context.req.method)) return next()
    try {
      return await next()
    } finally {
      this.#known = new RecentMap(knownMax)
    }
  }
}
