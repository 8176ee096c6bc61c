/** Secrets that we make: what their owner gets once, and the hash that is kept of them. */
import { createHash, randomBytes, timingSafeEqual } from "node:crypto"

/** 256 bits. */
export const makeSecret = (): string => randomBytes(32).toString("base64url")

export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex")

const digestOf = (text: string): Buffer => createHash("sha256").update(text).digest()

/** In a time that tells nothing: both are hashes, so both are equally long. */
export const isSame = (one: string, other: string): boolean => timingSafeEqual(digestOf(one), digestOf(other))

/** The same for a secret that is compared with everything that comes. */
export const sameAs = (secret: string): ((given: string) => boolean) => {
  const wanted = digestOf(secret)
  return (given) => timingSafeEqual(digestOf(given), wanted)
}

const token = /^(zn_[0-9a-f]{12})_[A-Za-z0-9_-]{43}$/

/** A token says by itself that it is one, so that it is found where it should not be; its beginning is no secret. */
export const makeToken = (): { readonly id: string; readonly text: string } => {
  const id = `zn_${randomBytes(6).toString("hex")}`
  return { id, text: `${id}_${makeSecret()}` }
}

/** Null: this is none of our tokens. */
export const idOfToken = (text: string): string | null => token.exec(text)?.[1] ?? null
