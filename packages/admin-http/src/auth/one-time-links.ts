/** Links that let one admin in, once and for an hour: for who has no password yet. Kept in this process alone, by their hashes. */
import { RecentMap } from "@znatoki/ports/recent-map"
import { makeSecret, sha256 } from "./secret.ts"

export const linkMs = 3_600_000
const linksMax = 100

interface Link {
  /** The name of the admin; null: the first owner, who may not be there yet. */
  readonly name: string | null
  readonly untilMs: number
}

export class OneTimeLinks {
  readonly #links = new RecentMap<string, Link>(linksMax)

  /** What its owner gets. */
  make(name: string | null, nowMs: number): string {
    const secret = makeSecret()
    this.#links.set(sha256(secret), { name, untilMs: nowMs + linkMs })
    return secret
  }

  /** Null: it is none, or used, or over. */
  use(secret: string, nowMs: number): Pick<Link, "name"> | null {
    const hash = sha256(secret)
    const link = this.#links.get(hash)
    this.#links.delete(hash)
    return link === undefined || nowMs >= link.untilMs ? null : link
  }
}
