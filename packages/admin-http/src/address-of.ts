/** Where a request comes from, as far as it can be told: of IPv6 the network, for one user has all of its addresses. */
import type { HttpBindings } from "@hono/node-server"
import type { Context } from "hono"

const network = (address: string): string => {
  const [head = "", tail] = address.split("::")
  const groups = head.split(":").filter((group) => group !== "")
  const filled = tail === undefined ? groups : [...groups, "0", "0", "0", "0"]
  return `${filled.slice(0, 4).join(":")}::/64`
}

export const addressOf = (context: Context): string => {
  const { incoming } = (context.env ?? {}) as Partial<HttpBindings>
  const address = incoming?.socket.remoteAddress?.replace(/^::ffff:(?=\d+\.)/i, "")
  if (address === undefined) return "unknown"
  return address.includes(":") ? network(address) : address
}
