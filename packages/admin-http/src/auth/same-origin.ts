/** Whether a request that changes something comes from a page of ours: what a browser sends along by itself proves nothing else. Pure. */

export interface Sent {
  readonly method: string
  readonly host: string
  readonly origin: string | undefined
  readonly fetchSite: string | undefined
}

const safe = new Set(["GET", "HEAD", "OPTIONS"])

export const isSafe = (method: string): boolean => safe.has(method)

export const isFromOurPage = ({ fetchSite, host, method, origin }: Sent): boolean => {
  if (isSafe(method)) return true
  if (fetchSite !== undefined && fetchSite !== "same-origin") return false
  return origin !== undefined && URL.parse(origin)?.host === host.toLowerCase()
}
