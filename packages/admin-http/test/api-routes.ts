/** The routes of the API, for tests that look at what they are. */
import { makeApiRoutes } from "../src/api/routes.ts"
import { Limiter } from "../src/auth/limiter.ts"
import { Layer, ManagedRuntime } from "effect"
import { plain } from "./plain-options.ts"
import { Challenges } from "../src/auth/passkeys.ts"
import { OneTimeLinks } from "../src/auth/one-time-links.ts"

const limiter = new Limiter({ everyMs: 1, burst: 1 })

export const apiRoutes = makeApiRoutes({
  runtime: ManagedRuntime.make(Layer.empty) as never,
  door: { links: new OneTimeLinks(), challenges: new Challenges(), ofAddress: limiter, ofName: limiter },
  ...plain
})
