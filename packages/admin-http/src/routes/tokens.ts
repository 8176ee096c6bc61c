/** `/api/v1/tokens`: tokens for programs. */
import { AdminTokens } from "@znatoki/ports/admin-tokens"
import { Clock, Effect, Schema } from "effect"
import { named, reply, route, says } from "../api/route.ts"
import { makeToken, sha256 } from "../auth/secret.ts"
import { pageJson, pageOf, TokenCursor } from "../cursor.ts"
import { defaultLimit, Limit } from "../parse-request.ts"
import { Problem } from "../problem.ts"
import { NewToken, NewTokenJson, TokenIdText, TokenJson, tokenJson } from "../schemas/admin-json.ts"

const Query = Schema.Struct({ limit: Schema.optionalKey(Limit), cursor: Schema.optionalKey(TokenCursor) })
const writeCursor = Schema.encodeSync(TokenCursor)
const facts = { tag: "tokens", role: "owner" } as const
const dayMs = 86_400_000

const noToken = () => new Problem({ kind: "not-found", detail: "There is no token with this id." })

const list = route({
  ...facts,
  method: "GET",
  path: "/api/v1/tokens",
  operationId: "listTokens",
  summary: "Tokens by id, revoked ones too",
  query: Query,
  answers: { 200: says("A page", named("TokenPage", pageJson(TokenJson))) },
  handle: Effect.fnUntraced(function* ({ query: { cursor, limit = defaultLimit } }) {
    const found = yield* (yield* AdminTokens).list(cursor?.[1] ?? null, limit + 1)
    return reply(
      200,
      pageOf(found, limit, tokenJson, (last) => writeCursor(["tokens", last.id]))
    )
  })
})

const create = route({
  ...facts,
  method: "POST",
  path: "/api/v1/tokens",
  operationId: "createToken",
  namedBy: "name",
  secret: true,
  summary: "Make a token; it is told once and kept as a hash",
  body: named("NewToken", NewToken),
  answers: { 201: says("Made", named("MadeToken", NewTokenJson)) },
  example: { body: { name: "ночная выгрузка", role: "viewer", days: 90 } },
  handle: Effect.fnUntraced(function* ({ body: { days, name, role }, who }) {
    const { id, text } = makeToken()
    const createdAtMs = yield* Clock.currentTimeMillis
    const made = {
      id,
      name,
      role,
      hash: sha256(text),
      madeBy: who?.name ?? "",
      createdAtMs,
      expiresAtMs: days === null ? null : createdAtMs + days * dayMs,
      usedAtMs: null,
      revokedAtMs: null
    }
    yield* (yield* AdminTokens).create(made)
    return reply(201, { ...tokenJson(made), token: text })
  })
})

const revoke = route({
  ...facts,
  method: "DELETE",
  path: "/api/v1/tokens/{id}",
  operationId: "revokeToken",
  summary: "Revoke a token, for ever",
  params: { id: TokenIdText },
  answers: { 200: says("As it is now", named("Token", TokenJson)) },
  refuses: ["not-found"],
  example: { params: { id: "zn_0123456789ab" } },
  handle: Effect.fnUntraced(function* ({ params: { id } }) {
    const revoked = yield* (yield* AdminTokens).revoke(id, yield* Clock.currentTimeMillis)
    return revoked === null ? yield* noToken() : reply(200, tokenJson(revoked))
  })
})

export const tokenRoutes = [list, create, revoke]
