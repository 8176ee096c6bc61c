/** `znatoki admin create`: makes somebody who may sign in, the first owner above all. */
import { hashPassword } from "@znatoki/admin-http/auth/password-hash"
import { flawOf, nameOf } from "@znatoki/admin-http/auth/password-rules"
import { AdminNameText } from "@znatoki/admin-http/schemas/admin-json"
import { AdminAccounts, Role } from "@znatoki/ports/admin-accounts"
import { AuditLog } from "@znatoki/ports/audit-log"
import { Clock, Effect, Redacted, Schema } from "effect"
import { Argument, Command, Flag } from "effect/cli"
import { CannotRun } from "../cannot-run.ts"
import { withDatabase } from "../compose/database.ts"
import { readEnvironment } from "../config/environment.ts"
import { describedWithDefault } from "../described-with-default.ts"
import { logging } from "../logging.ts"
import { say } from "../say.ts"
import { askPassword } from "./ask-password.ts"

const isName = Schema.is(AdminNameText)
const failed = () => new CannotRun({ advice: "The database failed when it was asked: try again." })

const make = Effect.fnUntraced(function* (name: string, role: Role, passwordHash: string) {
  const atMs = yield* Clock.currentTimeMillis
  const created = yield* (yield* AdminAccounts).create({ name, role, passwordHash }, atMs)
  if (created === null) return yield* new CannotRun({ advice: `There is an admin named ${name}: choose another name.` })
  yield* (yield* AuditLog).append({
    atMs,
    who: "znatoki admin create",
    did: "createAdmin",
    to: name,
    fields: ["name", "role", "password"],
    outcome: "ordered",
    address: "",
    requestId: ""
  })
  yield* say(`${name} may sign in as ${role}.`)
})

export const createAdmin = Command.make(
  "create",
  {
    name: Argument.String("name").pipe(Argument.withDescription("How they sign in: letters, digits and . _ -")),
    role: Flag.Literals("role", Role.literals).pipe(
      describedWithDefault("What they may do: look (viewer), change questions (editor), everything", "owner" as const)
    )
  },
  Effect.fnUntraced(function* ({ name: given, role }) {
    const environment = yield* readEnvironment(process.env)
    const name = nameOf(given)
    if (!isName(name))
      return yield* new CannotRun({ advice: "A name is 1 to 50 letters, digits and . _ -, first a letter or a digit." })
    const password = Redacted.value(yield* askPassword)
    const flaw = flawOf(password, name)
    if (flaw !== null) return yield* new CannotRun({ advice: `This password will not do (${flaw}): choose another.` })
    const passwordHash = yield* hashPassword(password)
    yield* make(name, role, passwordHash).pipe(
      Effect.catchTags({ StoreUnavailable: failed, StoreBroken: failed }),
      withDatabase(environment),
      Effect.provide(logging(environment, "warn"))
    )
  })
).pipe(
  Command.withDescription(
    "Make somebody who may sign in at the desk; the password is asked for, or read from standard input"
  ),
  Command.withExamples([{ command: "znatoki admin create анна --role editor", description: "An editor" }])
)
