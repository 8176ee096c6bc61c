/** Whether an address is one of the public network: what a question names is fetched from nowhere else. */
import { BlockList, isIP } from "node:net"

/** Ranges that are somebody's own, or no place of a server, as IANA lists them. */
const notPublic = new BlockList()
for (const [net, prefix] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3]
] as const) {
  notPublic.addSubnet(net, prefix, "ipv4")
}
/** Of IPv6 all that is public lies in one range; these of it are ways to other networks, or for books. */
const global = new BlockList()
global.addSubnet("2000::", 3, "ipv6")
for (const [net, prefix] of [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20]
] as const) {
  notPublic.addSubnet(net, prefix, "ipv6")
}

export const isPublicAddress = (address: string): boolean => {
  switch (isIP(address)) {
    case 4:
      return !notPublic.check(address, "ipv4")
    case 6:
      return global.check(address, "ipv6") && !notPublic.check(address, "ipv6")
    default:
      return false
  }
}
