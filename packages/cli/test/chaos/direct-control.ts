/** A sandbox asked by calls: many hundreds of people look at it several times a second. */
import type { Sandbox } from "@znatoki/vk-sandbox/sandbox"
import type { ControlCall } from "../e2e/vk-people.ts"

export const directControl = ({ control }: Sandbox): ControlCall => {
  const answer = (method: string, path: string, body: unknown): unknown => {
    const [, , peerText = "", rest = ""] = path.split(/[/?]/)
    const peer = Number(peerText)
    const given = body as never
    switch (`${method} ${rest}`) {
      case "POST ":
        return control.createConversation(given)
      case "GET messages":
        return control.messages(peer, Number(new URLSearchParams(path.split("?")[1]).get("after") ?? 0))
      case "POST messages":
        return control.writeMessage(peer, given)
      case "POST presses":
        return control.pressButton(peer, given)
      default:
        throw new Error(`${method} ${path} is not asked by a call`)
    }
  }
  // Whoever asks says what is answered, as over HTTP.
  return async <A>(_url: string, method: string, path: string, body?: unknown) => answer(method, path, body) as A
}
