/** What every store of admins does: accounts, sessions, tokens, the audit log, and answered requests. */
import { assert } from "@effect/vitest"
import { type Admin, AdminAccounts, AdminId } from "@znatoki/ports/admin-accounts"
import { type AdminPasskey, AdminPasskeys } from "@znatoki/ports/admin-passkeys"
import { type AdminSession, AdminSessions } from "@znatoki/ports/admin-sessions"
import { type AdminToken, AdminTokens } from "@znatoki/ports/admin-tokens"
import { beforeFirst, brokenAt } from "@znatoki/ports/audit-chain"
import { type AuditEntry, AuditLog } from "@znatoki/ports/audit-log"
import { IdempotencyKeys } from "@znatoki/ports/idempotency-keys"
import { Effect, type Layer } from "effect"
import { contract } from "./suite.ts"

type Stores = AdminAccounts | AdminPasskeys | AdminSessions | AdminTokens | AuditLog | IdempotencyKeys

const made = Effect.fnUntraced(function* (name: string, role: Admin["role"]) {
  const created = yield* (yield* AdminAccounts).create({ name, role, passwordHash: "$phc" }, 1)
  if (created === null) return yield* Effect.die(new Error(`${name} is taken`))
  return created
})

const sessionOf = (hash: string, admin: AdminId, more: Partial<AdminSession> = {}): AdminSession => ({
  hash,
  admin,
  createdAtMs: 10,
  seenAtMs: 10,
  idleUntilMs: 100,
  absoluteUntilMs: 1_000,
  address: "203.0.113.7",
  agent: "Firefox",
  ...more
})

const passkeyOf = (id: string, admin: AdminId, more: Partial<AdminPasskey> = {}): AdminPasskey => ({
  id,
  admin,
  name: "телефон «Мой»",
  publicKey: "pQECAyYg",
  counter: 0,
  createdAtMs: 10,
  usedAtMs: null,
  ...more
})

const token: AdminToken = {
  id: "zn_1",
  name: "экспорт",
  role: "viewer",
  hash: "ab",
  madeBy: "анна",
  createdAtMs: 5,
  expiresAtMs: 500,
  usedAtMs: null,
  revokedAtMs: null
}

const entry = (did: string, who = "анна"): AuditEntry => ({
  atMs: 7,
  who,
  did,
  to: null,
  fields: ["text"],
  outcome: "ordered",
  address: "::1",
  requestId: "r1"
})

const names = (admins: ReadonlyArray<Admin>) => admins.map(({ name }) => name)
const told = (kept: ReadonlyArray<{ readonly text: string }>) => kept.map(({ text }) => JSON.parse(text).did)

export const adminStoresContract = <E>(name: string, empty: Layer.Layer<Stores, E>): void => {
  contract("AdminAccounts", name, empty, (proves) => {
    proves("a name is given once, and found as it was given", () =>
      Effect.gen(function* () {
        const accounts = yield* AdminAccounts
        const anna = yield* made("анна", "owner")
        assert.deepInclude(anna, { name: "анна", role: "owner", disabled: false, passwordHash: "$phc", createdAtMs: 1 })
        assert.isNull(yield* accounts.create({ name: "анна", role: "viewer", passwordHash: null }, 2))
        assert.deepStrictEqual(yield* accounts.find("анна"), anna)
        assert.isNull(yield* accounts.find("борис"))
      })
    )

    proves("the list goes on by name", () =>
      Effect.gen(function* () {
        const accounts = yield* AdminAccounts
        for (const each of ["c", "a", "b"]) yield* made(each, "viewer")
        assert.deepStrictEqual(names(yield* accounts.list(null, 2)), ["a", "b"])
        assert.deepStrictEqual(names(yield* accounts.list("b", 2)), ["c"])
      })
    )

    proves("a change sets what it names, and ends the sessions of that admin", () =>
      Effect.gen(function* () {
        const [accounts, sessions] = [yield* AdminAccounts, yield* AdminSessions]
        const [anna, boris] = [yield* made("анна", "owner"), yield* made("борис", "viewer")]
        yield* sessions.open(sessionOf("a", anna.id))
        yield* sessions.open(sessionOf("b", boris.id))
        assert.deepStrictEqual(yield* accounts.change(boris.id, { role: "editor" }, null, 2), {
          _tag: "Changed",
          admin: { ...boris, role: "editor", version: 2 }
        })
        assert.isNull(yield* sessions.find("b"))
        assert.isNotNull(yield* sessions.find("a"))
        yield* accounts.change(boris.id, { passwordHash: "$new", disabled: true }, null, 3)
        assert.deepStrictEqual(yield* accounts.find("борис"), {
          ...boris,
          role: "editor",
          passwordHash: "$new",
          disabled: true,
          version: 3
        })
        for (const nobody of ["99", "x"].map((id) => AdminId.make(id))) {
          assert.deepStrictEqual(yield* accounts.change(nobody, { disabled: true }, null, 3), { _tag: "Missing" })
          assert.isNull(yield* accounts.get(nobody))
        }
      })
    )

    proves("of two who change the rights of one admin, the second is told, and their sessions stay", () =>
      Effect.gen(function* () {
        const [accounts, sessions] = [yield* AdminAccounts, yield* AdminSessions]
        yield* made("анна", "owner")
        const { id, version } = yield* made("борис", "viewer")
        const both = (["editor", "owner"] as const).map((role) => accounts.change(id, { role }, version, 2))
        const done = yield* Effect.all(both, { concurrency: "unbounded" })
        assert.deepStrictEqual(done.map(({ _tag }) => _tag).toSorted(), ["Changed", "Moved"])
        const now = yield* accounts.get(id)
        assert.deepStrictEqual(
          done.map((each) => ("admin" in each ? each.admin : null)),
          [now, now]
        )
        yield* sessions.open(sessionOf("b", id))
        assert.strictEqual((yield* accounts.change(id, { disabled: true }, version, 3))._tag, "Moved")
        assert.isNotNull(yield* sessions.find("b"))
        // A new password takes no right away.
        yield* accounts.change(id, { passwordHash: "$new" }, null, 4)
        assert.strictEqual((yield* accounts.get(id))?.version, now?.version)
      })
    )

    proves("the last owner stays one, also when two take it from each other at once", () =>
      Effect.gen(function* () {
        const accounts = yield* AdminAccounts
        const [anna, boris] = [yield* made("анна", "owner"), yield* made("борис", "owner")]
        const both = [anna, boris].map(({ id }) => accounts.change(id, { role: "viewer" }, null, 2))
        const done = yield* Effect.all(both, { concurrency: "unbounded" })
        assert.lengthOf(
          done.filter(({ _tag }) => _tag === "LastOwner"),
          1
        )
        const left = (yield* accounts.list(null, 10)).filter(({ role }) => role === "owner")
        assert.lengthOf(left, 1)
        const [last] = left
        if (last === undefined) return
        assert.deepStrictEqual(yield* accounts.change(last.id, { disabled: true }, null, 3), { _tag: "LastOwner" })
        assert.isFalse((yield* accounts.find(last.name))?.disabled)
        assert.strictEqual((yield* accounts.change(last.id, { passwordHash: "$new" }, null, 3))._tag, "Changed")
      })
    )
  })

  contract("AdminSessions", name, empty, (proves) => {
    proves("a session is found with its admin until it is closed", () =>
      Effect.gen(function* () {
        const sessions = yield* AdminSessions
        const admin = yield* made("анна", "owner")
        const session = sessionOf("a", admin.id)
        yield* sessions.open(session)
        assert.deepStrictEqual(yield* sessions.find("a"), { session, admin })
        yield* sessions.seen("a", { seenAtMs: 50, idleUntilMs: 150 })
        assert.deepInclude((yield* sessions.find("a"))?.session, { seenAtMs: 50, idleUntilMs: 150 })
        assert.isTrue(yield* sessions.close("a"))
        assert.isFalse(yield* sessions.close("a"))
        assert.isNull(yield* sessions.find("a"))
      })
    )

    proves("all of one admin are told newest first, and close together", () =>
      Effect.gen(function* () {
        const sessions = yield* AdminSessions
        const [anna, boris] = [yield* made("анна", "owner"), yield* made("борис", "owner")]
        yield* sessions.open(sessionOf("a", anna.id))
        yield* sessions.open(sessionOf("b", anna.id, { createdAtMs: 20 }))
        yield* sessions.open(sessionOf("c", boris.id))
        const hashes = (yield* sessions.of(anna.id)).map(({ hash }) => hash)
        assert.deepStrictEqual(hashes, ["b", "a"])
        assert.strictEqual(yield* sessions.closeAll(anna.id), 2)
        assert.deepStrictEqual(yield* sessions.of(anna.id), [])
        assert.isNotNull(yield* sessions.find("c"))
      })
    )

    proves("whoever opens one takes away what is over", () =>
      Effect.gen(function* () {
        const sessions = yield* AdminSessions
        const { id } = yield* made("анна", "owner")
        yield* sessions.open(sessionOf("idle", id, { idleUntilMs: 49 }))
        yield* sessions.open(sessionOf("old", id, { idleUntilMs: 60, absoluteUntilMs: 49 }))
        yield* sessions.open(sessionOf("lives", id, { idleUntilMs: 50 }))
        yield* sessions.open(sessionOf("new", id, { createdAtMs: 50 }))
        assert.deepStrictEqual(new Set((yield* sessions.of(id)).map(({ hash }) => hash)), new Set(["lives", "new"]))
      })
    )
  })

  contract("AdminPasskeys", name, empty, (proves) => {
    proves("a passkey is one admin's, is found with them, and goes when they say so", () =>
      Effect.gen(function* () {
        const passkeys = yield* AdminPasskeys
        const [anna, boris] = [yield* made("анна", "owner"), yield* made("борис", "viewer")]
        const [second, first] = [passkeyOf("a", anna.id, { createdAtMs: 20 }), passkeyOf("b", anna.id)]
        for (const each of [second, first]) assert.isTrue(yield* passkeys.add(each))
        assert.isFalse(yield* passkeys.add(passkeyOf("a", boris.id)))
        assert.deepStrictEqual(yield* passkeys.of(anna.id), [first, second])
        assert.deepStrictEqual(yield* passkeys.of(boris.id), [])
        assert.deepStrictEqual(yield* passkeys.find("a"), { passkey: second, admin: anna })
        assert.isNull(yield* passkeys.find("c"))
        assert.isFalse(yield* passkeys.remove(boris.id, "a"))
        assert.isTrue(yield* passkeys.remove(anna.id, "a"))
        assert.isFalse(yield* passkeys.remove(anna.id, "a"))
        assert.isNull(yield* passkeys.find("a"))
      })
    )

    proves("a device that counts counts on, whoever comes with less is a copy, and of two at once one is", () =>
      Effect.gen(function* () {
        const passkeys = yield* AdminPasskeys
        const { id: admin } = yield* made("анна", "owner")
        yield* passkeys.add(passkeyOf("counts", admin, { counter: 3 }))
        yield* passkeys.add(passkeyOf("does not", admin))
        const both = [passkeys.used("counts", 4, 20), passkeys.used("counts", 4, 21)]
        const done = yield* Effect.all(both, { concurrency: "unbounded" })
        assert.deepStrictEqual(done.toSorted(), [false, true])
        assert.isFalse(yield* passkeys.used("counts", 3, 30))
        assert.isFalse(yield* passkeys.used("counts", 0, 30))
        for (const atMs of [30, 40]) assert.isTrue(yield* passkeys.used("does not", 0, atMs))
        assert.deepInclude((yield* passkeys.find("does not"))?.passkey, { counter: 0, usedAtMs: 40 })
        assert.isFalse(yield* passkeys.used("nobody's", 1, 30))
      })
    )
  })

  contract("AdminTokens", name, empty, (proves) => {
    proves("a token is found by its beginning, with when it was used and when it was revoked first", () =>
      Effect.gen(function* () {
        const tokens = yield* AdminTokens
        yield* tokens.create(token)
        yield* tokens.create({ ...token, id: "zn_2", expiresAtMs: null })
        assert.deepStrictEqual(yield* tokens.find("zn_1"), token)
        assert.isNull(yield* tokens.find("zn_3"))
        yield* tokens.used("zn_1", 77)
        yield* tokens.revoke("zn_1", 88)
        assert.deepStrictEqual(yield* tokens.revoke("zn_1", 99), { ...token, usedAtMs: 77, revokedAtMs: 88 })
        assert.isNull(yield* tokens.revoke("zn_3", 99))
        assert.deepStrictEqual(
          (yield* tokens.list("zn_1", 5)).map(({ id }) => id),
          ["zn_2"]
        )
      })
    )
  })

  contract("AuditLog", name, empty, (proves) => {
    proves("entries come in a chain without gaps, however many append at once", () =>
      Effect.gen(function* () {
        const log = yield* AuditLog
        const appends = Array.from({ length: 20 }, (_, i) => log.append(entry(`did ${i}`)))
        yield* Effect.all(appends, { concurrency: "unbounded" })
        const kept = [...(yield* log.read(0, 15)), ...(yield* log.read(15, 15))]
        assert.lengthOf(kept, 20)
        assert.isNull(brokenAt({ place: 0, hash: beforeFirst }, kept))
        assert.deepStrictEqual(yield* log.head, { place: 20, hash: kept.at(-1)?.hash ?? "" })
      })
    )

    proves("it is listed newest first, of all or of one", () =>
      Effect.gen(function* () {
        const log = yield* AuditLog
        for (const [did, who] of [
          ["a", "анна"],
          ["b", "борис"],
          ["c", "анна"]
        ] as const)
          yield* log.append(entry(did, who))
        assert.deepStrictEqual(told(yield* log.list({ who: null }, null, 2)), ["c", "b"])
        assert.deepStrictEqual(told(yield* log.list({ who: null }, 2, 2)), ["a"])
        assert.deepStrictEqual(told(yield* log.list({ who: "анна" }, null, 5)), ["c", "a"])
        const [first] = yield* log.read(0, 1)
        assert.deepStrictEqual(JSON.parse(first?.text ?? ""), entry("a"))
      })
    )

    proves("a text of any letters stays whole", () =>
      Effect.gen(function* () {
        const log = yield* AuditLog
        yield* log.append(entry(`"\\ \u0001 «ё» 😀`))
        const kept = yield* log.read(0, 1)
        assert.isNull(brokenAt({ place: 0, hash: beforeFirst }, kept))
        assert.strictEqual(JSON.parse(kept[0]?.text ?? "{}").did, `"\\ \u0001 «ё» 😀`)
      })
    )
  })

  contract("IdempotencyKeys", name, empty, (proves) => {
    const request = { who: "анна", key: "k", request: "hash" }
    const answer = { status: 201, body: '{"id":1}', headers: { Location: "/1" } }

    proves("the same request is done once, and answered as before", () =>
      Effect.gen(function* () {
        const keys = yield* IdempotencyKeys
        assert.strictEqual(yield* keys.begin(request, 10, 0), "new")
        assert.strictEqual(yield* keys.begin(request, 11, 0), "under way")
        yield* keys.answered(request, answer)
        assert.deepStrictEqual(yield* keys.begin(request, 12, 0), answer)
        yield* keys.failed(request)
        assert.deepStrictEqual(yield* keys.begin(request, 12, 0), answer)
        assert.strictEqual(yield* keys.begin({ ...request, request: "other" }, 12, 0), "another request")
        assert.strictEqual(yield* keys.begin({ ...request, who: "борис" }, 12, 0), "new")
      })
    )

    proves("what failed or was begun too long ago is new again", () =>
      Effect.gen(function* () {
        const keys = yield* IdempotencyKeys
        yield* keys.begin(request, 10, 0)
        yield* keys.failed(request)
        assert.strictEqual(yield* keys.begin(request, 20, 0), "new")
        yield* keys.answered(request, answer)
        assert.strictEqual(yield* keys.begin(request, 40, 21), "new")
        assert.strictEqual(yield* keys.begin(request, 41, 21), "under way")
      })
    )

    proves("of many at once one is new", () =>
      Effect.gen(function* () {
        const keys = yield* IdempotencyKeys
        const begun = Array.from({ length: 8 }, () => keys.begin(request, 10, 0))
        const found = yield* Effect.all(begun, { concurrency: "unbounded" })
        assert.deepStrictEqual(found.toSorted(), ["new", ...Array.from({ length: 7 }, () => "under way" as const)])
      })
    )
  })
}
