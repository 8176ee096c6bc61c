/** Which port the embedded server listens on: the one it had before, or any free one. */
import { createServer } from "node:net"

/** Null: somebody else listens there. 0 asks for any free port. */
const tryPort = (port: number): Promise<number | null> =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.once("error", () => resolve(null))
    probe.listen(port, "127.0.0.1", () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === "object" ? (address?.port ?? null) : null))
    })
  })

export const freePort = async (wanted: number | null): Promise<number> => {
  const kept = wanted === null ? null : await tryPort(wanted)
  return kept ?? (await tryPort(0)) ?? 0
}
