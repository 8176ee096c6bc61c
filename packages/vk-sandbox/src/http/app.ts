/** All addresses of the sandbox. */
import { Hono, type MiddlewareHandler } from "hono"
import type { Control } from "../control/control.ts"
import type { StateWriter } from "../state/state-writer.ts"
import type { Vk } from "../state/vk.ts"
import { answerFailure } from "./answer-failure.ts"
import type { SandboxEnv } from "./connection.ts"
import { controlRoutes } from "./control-routes.ts"
import type { EventStreams } from "./event-stream.ts"
import { knownVisitor } from "./known-visitor.ts"
import { limitBody } from "./limit-body.ts"
import { vkRoutes } from "./vk-routes.ts"
import { webFiles } from "./web-files.ts"

/** What was answered survives: an answer leaves when what it tells of is in the state file. */
const saveFirst =
  (writer: StateWriter | undefined): MiddlewareHandler<SandboxEnv> =>
  async (c, next) => {
    await next()
    if (writer === undefined) return
    // A GET of a method may change things as well: VK makes no difference.
    if (c.req.method !== "GET" || c.req.path.startsWith("/method/")) writer.changed()
    await writer.saved()
  }

export interface AppParts {
  readonly vk: Vk
  readonly control: Control
  readonly streams: EventStreams
  readonly writer: StateWriter | undefined
  readonly hosts: ReadonlyArray<string>
}

export const makeApp = ({ control, hosts, streams, vk, writer }: AppParts): Hono<SandboxEnv> =>
  new Hono<SandboxEnv>()
    .onError(answerFailure)
    .use(knownVisitor(hosts))
    .use(limitBody())
    .use(saveFirst(writer))
    .route("/", vkRoutes(vk))
    .route("/sandbox", controlRoutes(vk, control, streams))
    .route("/", webFiles())
