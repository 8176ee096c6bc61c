/** What admins are and do, in memory: accounts, sessions, tokens, the audit log, and answered requests. */
import { type Admin, AdminAccounts, type AdminChanged, AdminId } from "@znatoki/ports/admin-accounts"
import { type AdminPasskey, AdminPasskeys } from "@znatoki/ports/admin-passkeys"
import { type AdminSession, AdminSessions } from "@znatoki/ports/admin-sessions"
import { type AdminToken, AdminTokens } from "@znatoki/ports/admin-tokens"
import { beforeFirst, hashOf } from "@znatoki/ports/audit-chain"
import { AuditLog, type KeptEntry } from "@znatoki/ports/audit-log"
import { type Begun, IdempotencyKeys, type KeptAnswer, type KeyedRequest } from "@znatoki/ports/idempotency-keys"
import { Context, Effect, Layer } from "effect"

interface Kept {
  readonly admins: Map<AdminId, Admin>
  readonly sessions: Map<string, AdminSession>
}

const inOrder = <A>(all: Iterable<A>, keyOf: (each: A) => string, after: string | null, limit: number) =>
  [...all]
    .toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))
    .filter((each) => after === null || keyOf(each) > after)
    .slice(0, limit)

const owns = ({ disabled, role }: Admin) => role === "owner" && !disabled

const accountsOf = ({ admins, sessions }: Kept) =>
  AdminAccounts.of({
    list: (after, limit) => Effect.sync(() => inOrder(admins.values(), ({ name }) => name, after, limit)),
    find: (name) => Effect.sync(() => [...admins.values()].find((admin) => admin.name === name) ?? null),
    create: (admin, createdAtMs) =>
      Effect.sync(() => {
        if ([...admins.values()].some(({ name }) => name === admin.name)) return null
        const created = {
          ...admin,
          id: AdminId.make(String(admins.size + 1)),
          disabled: false,
          createdAtMs,
          version: 1
        }
        admins.set(created.id, created)
        return created
      }),
    get: (id) => Effect.sync(() => admins.get(id) ?? null),
    change: (id, changes, version) =>
      Effect.sync((): AdminChanged => {
        const admin = admins.get(id)
        if (admin === undefined) return { _tag: "Missing" }
        if (version !== null && version !== admin.version) return { _tag: "Moved", admin }
        const next = { ...admin, ...changes }
        const isOther = next.role !== admin.role || next.disabled !== admin.disabled
        const changed = { ...next, version: admin.version + (isOther ? 1 : 0) }
        const after = [...admins.values()].map((each) => (each.id === id ? changed : each))
        if (owns(admin) && !after.some(owns)) return { _tag: "LastOwner" }
        admins.set(id, changed)
        for (const { admin, hash } of sessions.values()) if (admin === id) sessions.delete(hash)
        return { _tag: "Changed", admin: changed }
      })
  })

const sessionsOf = ({ admins, sessions }: Kept) => {
  const of = (admin: AdminId) => [...sessions.values()].filter((session) => session.admin === admin)
  return AdminSessions.of({
    open: (session) =>
      Effect.sync(() => {
        for (const { absoluteUntilMs, hash, idleUntilMs } of sessions.values()) {
          if (Math.min(absoluteUntilMs, idleUntilMs) < session.createdAtMs) sessions.delete(hash)
        }
        sessions.set(session.hash, session)
      }),
    find: (hash) =>
      Effect.sync(() => {
        const session = sessions.get(hash)
        const admin = session === undefined ? undefined : admins.get(session.admin)
        return session === undefined || admin === undefined ? null : { session, admin }
      }),
    seen: (hash, times) =>
      Effect.sync(() => {
        const session = sessions.get(hash)
        if (session !== undefined) sessions.set(hash, { ...session, ...times })
      }),
    of: (admin) =>
      Effect.sync(() =>
        of(admin).toSorted((one, other) =>
          one.createdAtMs === other.createdAtMs ? (one.hash < other.hash ? -1 : 1) : other.createdAtMs - one.createdAtMs
        )
      ),
    close: (hash) => Effect.sync(() => sessions.delete(hash)),
    closeAll: (admin) =>
      Effect.sync(() => {
        const ended = of(admin)
        for (const { hash } of ended) sessions.delete(hash)
        return ended.length
      })
  })
}

const passkeysOf = ({ admins }: Kept, passkeys: Map<string, AdminPasskey>) =>
  AdminPasskeys.of({
    add: (passkey) =>
      Effect.sync(() => {
        const isNew = !passkeys.has(passkey.id)
        if (isNew) passkeys.set(passkey.id, passkey)
        return isNew
      }),
    of: (admin) =>
      Effect.sync(() =>
        [...passkeys.values()]
          .filter((each) => each.admin === admin)
          .toSorted((one, other) => one.createdAtMs - other.createdAtMs || (one.id < other.id ? -1 : 1))
      ),
    find: (id) =>
      Effect.sync(() => {
        const passkey = passkeys.get(id)
        const admin = passkey === undefined ? undefined : admins.get(passkey.admin)
        return passkey === undefined || admin === undefined ? null : { passkey, admin }
      }),
    used: (id, counter, usedAtMs) =>
      Effect.sync(() => {
        const passkey = passkeys.get(id)
        if (passkey === undefined || (passkey.counter >= counter && passkey.counter + counter > 0)) return false
        passkeys.set(id, { ...passkey, counter, usedAtMs })
        return true
      }),
    remove: (admin, id) => Effect.sync(() => passkeys.get(id)?.admin === admin && passkeys.delete(id))
  })

const tokensOf = (tokens: Map<string, AdminToken>) =>
  AdminTokens.of({
    create: (token) => Effect.sync(() => void tokens.set(token.id, token)),
    find: (id) => Effect.sync(() => tokens.get(id) ?? null),
    list: (after, limit) => Effect.sync(() => inOrder(tokens.values(), ({ id }) => id, after, limit)),
    used: (id, usedAtMs) =>
      Effect.sync(() => {
        const token = tokens.get(id)
        if (token !== undefined) tokens.set(id, { ...token, usedAtMs })
      }),
    revoke: (id, atMs) =>
      Effect.sync(() => {
        const token = tokens.get(id)
        if (token === undefined) return null
        const revoked = { ...token, revokedAtMs: token.revokedAtMs ?? atMs }
        tokens.set(id, revoked)
        return revoked
      })
  })

const logOf = (entries: Array<KeptEntry>) =>
  AuditLog.of({
    append: (entry) =>
      Effect.sync(() => {
        const text = JSON.stringify(entry)
        entries.push({ place: entries.length + 1, text, hash: hashOf(entries.at(-1)?.hash ?? beforeFirst, text) })
      }),
    list: ({ who }, before, limit) =>
      Effect.sync(() =>
        entries
          .toReversed()
          .filter(
            ({ place, text }) => (before === null || place < before) && (who === null || JSON.parse(text).who === who)
          )
          .slice(0, limit)
      ),
    read: (after, limit) => Effect.sync(() => entries.slice(after, after + limit)),
    head: Effect.sync(() => ({ place: entries.length, hash: entries.at(-1)?.hash ?? beforeFirst }))
  })

interface Known extends KeyedRequest {
  readonly atMs: number
  readonly answer: KeptAnswer | null
}

const nameOf = ({ key, who }: KeyedRequest) => JSON.stringify([who, key])

const keysOf = (known: Map<string, Known>) => {
  const held = (request: KeyedRequest) => {
    const before = known.get(nameOf(request))
    return before?.request === request.request ? before : undefined
  }
  return IdempotencyKeys.of({
    begin: (request, atMs, sinceMs) =>
      Effect.sync((): Begun => {
        const before = known.get(nameOf(request))
        if (before === undefined || before.atMs < sinceMs) {
          known.set(nameOf(request), { ...request, atMs, answer: null })
          return "new"
        }
        return before.request === request.request ? (before.answer ?? "under way") : "another request"
      }),
    answered: (request, answer) =>
      Effect.sync(() => {
        const before = held(request)
        if (before !== undefined) known.set(nameOf(request), { ...before, answer })
      }),
    failed: (request) =>
      Effect.sync(() => {
        if (held(request)?.answer === null) known.delete(nameOf(request))
      })
  })
}

/** Empty whenever it is built. */
export const layer = Layer.effectContext(
  Effect.sync(() => {
    const kept: Kept = { admins: new Map(), sessions: new Map() }
    return Context.make(AdminAccounts, accountsOf(kept)).pipe(
      Context.add(AdminPasskeys, passkeysOf(kept, new Map())),
      Context.add(AdminSessions, sessionsOf(kept)),
      Context.add(AdminTokens, tokensOf(new Map())),
      Context.add(AuditLog, logOf([])),
      Context.add(IdempotencyKeys, keysOf(new Map()))
    )
  })
)
