/** What a device is asked for a passkey, and whether what it answers proves anything. The mathematics is a library's, the rules are here. */
import type { AdminId } from "@znatoki/ports/admin-accounts"
import type { AdminPasskey } from "@znatoki/ports/admin-passkeys"
import { RecentMap } from "@znatoki/ports/recent-map"
import { Effect } from "effect"
import type { AdminContext } from "../answer.ts"
import { makeSecret } from "./secret.ts"

/** How long a person may look for their finger. */
export const challengeMs = 300_000
const challengesMax = 10_000

/** For whom a challenge is; null: for whoever signs in by it. */
type For = AdminId | null

/** What was asked and not answered yet. Kept in this process alone. */
export class Challenges {
  readonly #asked = new RecentMap<string, { readonly by: For; readonly untilMs: number }>(challengesMax)

  make(by: For, nowMs: number): string {
    const challenge = makeSecret()
    this.#asked.set(challenge, { by, untilMs: nowMs + challengeMs })
    return challenge
  }

  /** Whether it was asked for this, lately, and is answered for the first time. */
  take(challenge: string, by: For, nowMs: number): boolean {
    const asked = this.#asked.get(challenge)
    this.#asked.delete(challenge)
    return asked !== undefined && asked.by === by && nowMs < asked.untilMs
  }
}

export interface Site {
  readonly id: string
  readonly origin: string
}

/** A passkey is for one name of a server, and the page that asks for it is ours: that was seen before. */
export const siteOf = ({ req }: AdminContext): Site => {
  const { hostname, origin } = new URL(req.header("Origin") ?? req.url)
  return { id: hostname, origin }
}

/** What a device made, as the page sends it: texts in base64url. */
export interface MadeKey {
  readonly id: string
  readonly clientDataJSON: string
  readonly attestationObject: string
}

export interface SignedByKey {
  readonly id: string
  readonly clientDataJSON: string
  readonly authenticatorData: string
  readonly signature: string
}

/** Loaded for the first who has a passkey: most processes never do. */
const library = Effect.promise(() => import("@simplewebauthn/server"))

interface Expected {
  readonly site: Site
  readonly challenge: (challenge: string) => boolean
}

const asExpected = ({ challenge, site }: Expected) => ({
  expectedChallenge: challenge,
  expectedOrigin: site.origin,
  expectedRPID: site.id,
  // A finger, a face or a PIN: who has the device alone is nobody yet.
  requireUserVerification: true
})

const credential = <R>(id: string, response: R) => ({
  id,
  rawId: id,
  type: "public-key" as const,
  clientExtensionResults: {},
  response
})

/** Null: it proves nothing. What is sent is anybody's, and the library throws at what it cannot read. */
const proven = <A>(check: () => Promise<A | null>): Effect.Effect<A | null> =>
  Effect.tryPromise(check).pipe(Effect.orElseSucceed(() => null))

export const keyMade = Effect.fnUntraced(function* (made: MadeKey, expected: Expected) {
  const { verifyRegistrationResponse } = yield* library
  const { attestationObject, clientDataJSON, id } = made
  return yield* proven(async () => {
    const response = credential(id, { attestationObject, clientDataJSON })
    const { registrationInfo } = await verifyRegistrationResponse({ response, ...asExpected(expected) })
    if (registrationInfo === undefined) return null
    const { counter, id: named, publicKey } = registrationInfo.credential
    return { id: named, counter, publicKey: Buffer.from(publicKey).toString("base64url") }
  })
})

/** How often its device says that the key was used. */
export const keyUsed = Effect.fnUntraced(function* (signed: SignedByKey, known: AdminPasskey, expected: Expected) {
  const { verifyAuthenticationResponse } = yield* library
  const { authenticatorData, clientDataJSON, id, signature } = signed
  return yield* proven(async () => {
    const { authenticationInfo, verified } = await verifyAuthenticationResponse({
      response: credential(id, { authenticatorData, clientDataJSON, signature }),
      credential: {
        id: known.id,
        publicKey: new Uint8Array(Buffer.from(known.publicKey, "base64url")),
        counter: known.counter
      },
      ...asExpected(expected)
    })
    return verified ? { counter: authenticationInfo.newCounter } : null
  })
})

/** What a browser is given to make a key by. */
export const creationOptions = (
  site: Site,
  admin: { readonly id: AdminId; readonly name: string },
  challenge: string,
  known: ReadonlyArray<Pick<AdminPasskey, "id">>
) => ({
  rp: { id: site.id, name: "Znatoki" },
  user: { id: Buffer.from(admin.id).toString("base64url"), name: admin.name, displayName: admin.name },
  challenge,
  pubKeyCredParams: [-8, -7, -257].map((alg) => ({ type: "public-key" as const, alg })),
  timeout: challengeMs,
  attestation: "none" as const,
  excludeCredentials: known.map(({ id }) => ({ type: "public-key" as const, id })),
  authenticatorSelection: { residentKey: "required" as const, userVerification: "required" as const }
})

/** What a browser is given to sign in by; it knows by itself which keys it has, and nobody is named. */
export const requestOptions = (site: Site, challenge: string) => ({
  rpId: site.id,
  challenge,
  timeout: challengeMs,
  userVerification: "required" as const
})
