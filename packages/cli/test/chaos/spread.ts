/** What a proxy before several processes does: each connection goes to the next of them that takes it. */
import { type AddressInfo, connect, createServer, type Socket } from "node:net"

export const openSpread = async (ports: () => ReadonlyArray<number>) => {
  const open = new Set<Socket>()
  let turn = 0
  const pass = (near: Socket, left: ReadonlyArray<number>): void => {
    const [port, ...others] = left
    if (port === undefined) return void near.destroy()
    const far = connect(port, "127.0.0.1")
    open.add(far)
    far.once("connect", () => {
      near.pipe(far).pipe(near)
      near.once("close", () => far.destroy())
    })
    far.on("error", () => {})
    far.once("close", () => {
      open.delete(far)
      if (far.bytesWritten === 0 && !near.destroyed && far.bytesRead === 0) pass(near, others)
      else near.destroy()
    })
  }
  const server = createServer({ pauseOnConnect: true }, (near) => {
    open.add(near)
    near.on("error", () => {}).once("close", () => open.delete(near))
    const all = ports()
    turn++
    pass(
      near,
      all.map((_, i) => all[(turn + i) % all.length] ?? 0)
    )
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const close = async (): Promise<void> => {
    for (const socket of open) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  }
  return { port: (server.address() as AddressInfo).port, close }
}
