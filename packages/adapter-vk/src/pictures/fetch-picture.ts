/**
 * The bytes behind an address of the public network. Whoever writes questions names it, so that it must lead to nothing
 * of ours: every address is looked at when the connection is made, after each redirect anew, and size and time are bounded.
 */
import { Effect } from "effect"
import { lookup } from "node:dns"
import { get as getHttp, type IncomingMessage } from "node:http"
import { get as getHttps } from "node:https"
import { isIP, type LookupFunction } from "node:net"
import { PictureTrouble } from "./picture-trouble.ts"

export type Allows = (address: string) => boolean

const bytesMax = 10 * 1024 * 1024
const waitMaxMs = 10_000
const redirectsMax = 3

const refused = (reason: string): PictureTrouble => new PictureTrouble({ reason, again: false })
const failed = (reason: string): PictureTrouble => new PictureTrouble({ reason, again: true })

/** Names are looked up by the connection itself: what was looked at is what is connected to. */
const lookupOnly =
  (allows: Allows): LookupFunction =>
  (hostname, options, callback) =>
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return callback(error, "")
      const isOurs = addresses.length === 0 || addresses.some(({ address }) => !allows(address))
      if (isOurs) return callback(refused("not an address of the public network"), "")
      if (options.all === true) return callback(null, addresses)
      callback(null, addresses[0]?.address ?? "", addresses[0]?.family)
    })

const addressIn = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, "")

const checked = (url: URL, allows: Allows): void => {
  if (url.protocol !== "http:" && url.protocol !== "https:") throw refused("not an address of http or https")
  if (url.username !== "" || url.password !== "") throw refused("an address with a password")
  const address = addressIn(url)
  if (isIP(address) !== 0 && !allows(address)) throw refused("not an address of the public network")
}

const open = (url: URL, allows: Allows, signal: AbortSignal): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const get = url.protocol === "https:" ? getHttps : getHttp
    const headers = { accept: "image/*", "user-agent": "Znatoki" }
    get(url, { agent: false, lookup: lookupOnly(allows), headers, signal }, resolve).on("error", reject)
  })

const readAll = async (response: IncomingMessage): Promise<Buffer> => {
  const parts: Array<Buffer> = []
  let size = 0
  for await (const part of response as AsyncIterable<Buffer>) {
    size += part.length
    // Leaving the loop ends the connection.
    if (size > bytesMax) throw refused("larger than ten megabytes")
    parts.push(part)
  }
  return Buffer.concat(parts)
}

const follow = async (url: URL, allows: Allows, signal: AbortSignal): Promise<Buffer> => {
  let here = url
  for (let redirects = 0; redirects <= redirectsMax; redirects++) {
    checked(here, allows)
    const response = await open(here, allows, signal)
    const { headers, statusCode = 0 } = response
    if (statusCode === 200) return await readAll(response)
    response.destroy()
    if (statusCode >= 500 || statusCode === 429) throw failed(`HTTP ${statusCode}`)
    if (statusCode < 300 || headers.location === undefined) throw refused(`HTTP ${statusCode}`)
    here = new URL(headers.location, here)
  }
  throw refused("it is sent on too often")
}

const codeOf = (cause: unknown): string =>
  cause instanceof Error && "code" in cause && typeof cause.code === "string" ? ` ${cause.code}` : ""

export const fetchPicture = (source: string, allows: Allows): Effect.Effect<Buffer, PictureTrouble> => {
  const url = URL.parse(source)
  if (url === null) return Effect.fail(refused("not an address"))
  return Effect.tryPromise({
    try: (signal) => follow(url, allows, signal),
    catch: (cause) => (cause instanceof PictureTrouble ? cause : failed(`network error${codeOf(cause)}`))
  }).pipe(Effect.timeoutOrElse({ duration: waitMaxMs, orElse: () => Effect.fail(failed("not there in time")) }))
}
