/** Which names mean this machine, whoever is asked. */
import { isIP } from "node:net"

/** `name`: in lower case, without brackets. */
export const isLoopback = (name: string): boolean =>
  name === "localhost" || name.endsWith(".localhost") || name === "::1" || (isIP(name) === 4 && name.startsWith("127."))
