/** The admin API on its port, for as long as the scope lives. */
import { makeApp } from "@znatoki/admin-http/app"
import type { AdminServices } from "@znatoki/admin-http/answer"
import { OneTimeLinks } from "@znatoki/admin-http/auth/one-time-links"
import { fetchPicture } from "@znatoki/adapter-vk/pictures/fetch-picture"
import { isPublicAddress } from "@znatoki/adapter-vk/pictures/public-address"
import { gameCard } from "@znatoki/host/game-card"
import { explainJudgement } from "@znatoki/host/explain-judgement"
import { proposalDecided } from "@znatoki/host/proposal/speak-proposal"
import { Clock, Effect, Redacted } from "effect"
import { randomBytes } from "node:crypto"
import type { Environment } from "../config/environment.ts"
import { listenOrAdvise } from "./listen-or-advise.ts"
import { runtimeOf } from "./runtime-of.ts"
import { judged } from "./judged.ts"
import { told } from "./told.ts"

interface AdminToken {
  readonly token: Redacted.Redacted
  readonly made: boolean
}

/** Set by the operator, or made anew. */
export const adminToken = ({ adminToken: given }: Environment): AdminToken =>
  given === null
    ? { token: Redacted.make(randomBytes(24).toString("base64url")), made: true }
    : { token: given, made: false }

/** A made one has to be shown, or nobody could use it; the operator's own ends up in no log. */
export const sayToken = ({ made, token }: AdminToken): string =>
  made
    ? `${Redacted.value(token)}   (made anew with every start; set ADMIN_TOKEN to keep one)`
    : "the one of ADMIN_TOKEN"

/** A log that is kept lets nobody in: whoever has set a token makes admins by a command. */
export const saySignIn = (signIn: string, { made }: AdminToken, isTerminal: boolean): string =>
  made || isTerminal ? `${signIn}   (once, within an hour)` : "whom `znatoki admin create NAME` has made"

export const openAdmin = Effect.fnUntraced(function* (environment: Environment, token: Redacted.Redacted) {
  const runtime = yield* runtimeOf<AdminServices>()
  const links = new OneTimeLinks()
  const { adminPort: port, allowedHosts, host, slowRequestMs } = environment
  const app = makeApp(runtime, {
    token,
    told,
    tellAuthor: proposalDecided,
    judge: judged,
    explain: explainJudgement,
    card: gameCard,
    fetchPicture: (address) => fetchPicture(address, isPublicAddress).pipe(Effect.catch(() => Effect.succeed(null))),
    hosts: [host, ...allowedHosts],
    links,
    slowMs: slowRequestMs
  })
  const { url } = yield* listenOrAdvise(app, { host, port, variable: "ADMIN_PORT", what: "The admin API" })
  // After `#`: it is sent nowhere until its owner presses the button.
  return { url, signIn: `${url}/sign-in#${links.make(null, yield* Clock.currentTimeMillis)}` }
})
