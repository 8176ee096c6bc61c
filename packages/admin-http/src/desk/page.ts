/** One page as data: where it is, who may see it, what it shows. The server and the tests in a browser are made of it. */
import type { Effect } from "effect"
import type { ContentfulStatusCode } from "hono/utils/http-status"
import type { AdminContext, AdminServices } from "../answer.ts"
import type { Needed, Who } from "../auth/role.ts"
import type { Html } from "../pages/value-tree.ts"
import type { Problem } from "../problem.ts"
import type { StoreError } from "@znatoki/ports/store-error"
import type { CallApi } from "./call-api.ts"
import type { Words } from "./words/words.ts"

export interface Asked {
  readonly context: AdminContext
  readonly who: Who | null
  readonly words: Words
  readonly nonce: string
  /** Sends a request to the API as the one who looks at the page. */
  readonly callApi: CallApi
}

export interface Shown {
  readonly title: string
  readonly main: Html
  readonly status?: ContentfulStatusCode
}

export type Work<A> = Effect.Effect<A, Problem | StoreError, AdminServices>

export interface Page {
  readonly method: "GET" | "POST"
  /** As Hono writes it: `/desk/games/:id`. */
  readonly path: string
  readonly role: Needed
  readonly show: (asked: Asked) => Work<Shown | Response>
  /** The part that is kept as things are, at the path with `/live` behind it. */
  readonly live?: (asked: Asked) => Work<Html>
}
