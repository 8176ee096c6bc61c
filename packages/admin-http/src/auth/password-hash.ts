/** Passwords as PHC texts: argon2id where Node has it, else scrypt. Two are made at once at most, for each takes memory and a thread. */
import { Effect, Semaphore } from "effect"
import * as crypto from "node:crypto"

const atOnce = Semaphore.makeUnsafe(2)

/** KiB, passes, lanes: what OWASP asks for at the least. */
const argon2 = { m: 19_456, t: 2, p: 1 }
const scrypt = { ln: 15, r: 8, p: 3 }
const hashBytes = 32
const saltBytes = 16

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64").replace(/=+$/, "")

type Numbers = Readonly<Record<string, number>>

const withCallback = (start: (done: (error: Error | null, hash: Uint8Array) => void) => void) =>
  Effect.callback<Uint8Array>((resume) =>
    start((error, hash) => resume(error === null ? Effect.succeed(hash) : Effect.die(error)))
  )

const derive = (kind: string, password: string, nonce: Uint8Array, { ln = 0, m = 0, p = 1, r = 0, t = 0 }: Numbers) => {
  const message = password.normalize("NFC")
  return kind === "argon2id"
    ? withCallback((done) =>
        crypto.argon2("argon2id", { message, nonce, parallelism: p, tagLength: hashBytes, memory: m, passes: t }, done)
      )
    : withCallback((done) =>
        crypto.scrypt(message, nonce, hashBytes, { N: 2 ** ln, r, p, maxmem: 256 * 2 ** ln * r }, done)
      )
}

const [kind, version, numbers] =
  typeof crypto.argon2 === "function" ? (["argon2id", "v=19$", argon2] as const) : (["scrypt", "", scrypt] as const)

const parameters = Object.entries(numbers)
  .map(([name, value]) => `${name}=${value}`)
  .join(",")
const head = `$${kind}$${version}${parameters}$`

export const hashPassword = (password: string): Effect.Effect<string> => {
  const salt = crypto.randomBytes(saltBytes)
  return derive(kind, password, salt, numbers).pipe(
    Effect.map((hash) => `${head}${base64(salt)}$${base64(hash)}`),
    atOnce.withPermits(1)
  )
}

/** Made with other numbers than today's: to be made anew when its password is there. */
export const isOutdated = (phc: string): boolean => !phc.startsWith(head)

const shape = /^\$(argon2id|scrypt)\$(?:v=19\$)?([a-z]+=\d+(?:,[a-z]+=\d+)*)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/

/** What is compared with where there is nobody of that name: it takes as long, and no password fits. */
const nobodys = `${head}${base64(Buffer.alloc(saltBytes))}$${base64(Buffer.alloc(hashBytes))}`

export const isPassword = (password: string, phc: string | null): Effect.Effect<boolean> => {
  const [, kind = "", written = "", salt = "", hash = ""] = shape.exec(phc ?? nobodys) ?? []
  if (hash === "") return Effect.succeed(false)
  const numbers = Object.fromEntries(
    written.split(",").map((each) => [each.split("=")[0] ?? "", Number(each.split("=")[1])])
  )
  return derive(kind, password, Buffer.from(salt, "base64"), numbers).pipe(
    Effect.map((made) => {
      const kept = Buffer.from(hash, "base64")
      return phc !== null && kept.length === made.length && crypto.timingSafeEqual(kept, made)
    }),
    atOnce.withPermits(1)
  )
}
