/** Where the sandbox may tell of events: on this machine, or where it was allowed to. It would reach what its caller cannot. */
import { isLoopback } from "../http/loopback.ts"

/** `*` allows every address. */
export const callbackHostCheck = (allowed: ReadonlyArray<string>): ((url: string) => boolean) => {
  const names = new Set(allowed.map((name) => name.toLowerCase()))
  return (url) => {
    const name = URL.parse(url)?.hostname.replace(/^\[|\]$/g, "") ?? ""
    return names.has("*") || names.has(name) || isLoopback(name)
  }
}
