/** The addresses of the control API, under /sandbox. */
import { Schema } from "effect"
import { type Context, Hono } from "hono"
import {
  ChangedConversation,
  ChangedPerson,
  ClockTurn,
  DeletedMessage,
  EditedMessage,
  MembersBody,
  NewConversation,
  NewMessage,
  NewPress,
  PinnedMessage
} from "../control/control-bodies.ts"
import type { Control } from "../control/control.ts"
import { ControlError } from "../control/control-error.ts"
import { FaultPlan } from "../faults/fault-plan.ts"
import type { Vk } from "../state/vk.ts"
import { cutConnection, originOf, type SandboxEnv } from "./connection.ts"
import type { EventStreams } from "./event-stream.ts"
import { chatStream, pageStream } from "./live-streams.ts"

/** A page of another site can send a form or a plain text without asking; for JSON its browser asks first, and is refused. */
const isJson = (c: Context): boolean => /^application\/json *(?:;|$)/i.test(c.req.header("content-type") ?? "")

const readJson = async (c: Context): Promise<unknown> => {
  if (!isJson(c)) throw new ControlError("send the body as content-type: application/json", 415)
  try {
    return await c.req.json()
  } catch {
    throw new ControlError("the body must be JSON")
  }
}

/** A typing mistake in a field's name is an error, not a setting that silently does nothing. */
const body = <S extends Schema.Decoder<unknown>>(schema: S) => {
  const decode = Schema.decodeUnknownResult(schema, { onExcessProperty: "error" })
  return async (c: Context): Promise<S["Type"]> => {
    const decoded = decode(await readJson(c))
    if (decoded._tag === "Failure") throw new ControlError(decoded.failure.message)
    return decoded.success
  }
}

const readers = {
  conversation: body(NewConversation),
  change: body(ChangedConversation),
  message: body(NewMessage),
  edited: body(EditedMessage),
  deleted: body(DeletedMessage),
  pinned: body(PinnedMessage),
  person: body(ChangedPerson),
  press: body(NewPress),
  members: body(MembersBody),
  faults: body(FaultPlan),
  clock: body(ClockTurn)
}

const numberOf = (text: string | undefined, name: string, otherwise?: number): number => {
  if (text === undefined && otherwise !== undefined) return otherwise
  const value = Number(text)
  if (text === undefined || text === "" || !Number.isSafeInteger(value)) throw new ControlError(`${name}: not a number`)
  return value
}

const cmid = (c: Context): number => numberOf(c.req.param("cmid"), "conversation_message_id")

const peer = (c: Context): number => numberOf(c.req.param("peer"), "peer_id")

const conversationRoutes = (vk: Vk, control: Control, streams: EventStreams): Hono<SandboxEnv> =>
  new Hono<SandboxEnv>()
    .get("/", (c) => c.json(control.listConversations(numberOf(c.req.query("limit"), "limit", 200))))
    .post("/", async (c) => c.json(control.createConversation(await readers.conversation(c))))
    .get("/:peer", (c) => c.json(control.conversation(peer(c))))
    .patch("/:peer", async (c) => c.json(control.changeConversation(peer(c), await readers.change(c))))
    .get("/:peer/messages", (c) => c.json(control.messages(peer(c), numberOf(c.req.query("after"), "after", 0))))
    .post("/:peer/messages", async (c) => c.json(control.writeMessage(peer(c), await readers.message(c))))
    .patch("/:peer/messages/:cmid", async (c) => c.json(control.editMessage(peer(c), cmid(c), await readers.edited(c))))
    .delete("/:peer/messages/:cmid", async (c) =>
      c.json(control.deleteMessage(peer(c), cmid(c), (await readers.deleted(c)).from_id))
    )
    .put("/:peer/pinned", async (c) => c.json(control.pinMessage(peer(c), await readers.pinned(c))))
    .post("/:peer/presses", async (c) => c.json(control.pressButton(peer(c), await readers.press(c))))
    .post("/:peer/members", async (c) => c.json(control.changeMembers(peer(c), await readers.members(c))))
    .get("/:peer/state", async (c) => {
      const told = await control.botState(peer(c))
      if (told === null) throw new ControlError("nobody tells what the bot knows", 404)
      return c.json(told)
    })
    .get("/:peer/events", (c) => chatStream(vk, streams, control.conversation(peer(c)).peer_id, () => cutConnection(c)))

const photo =
  (vk: Vk) =>
  (c: Context<SandboxEnv>): Response => {
    const found = vk.photos.get(numberOf(c.req.param("id"), "id"))
    if (found === undefined) throw new ControlError("no such photo", 404)
    return c.body(found.bytes, 200, { "content-type": found.type, "x-content-type-options": "nosniff" })
  }

const pictureType = /^image\/(?:png|jpeg|gif)$/

/** A page of another site cannot send this type either without asking first. */
const addPhoto = async (control: Control, c: Context<SandboxEnv>): Promise<object> => {
  const type = c.req.header("content-type") ?? ""
  if (!pictureType.test(type)) throw new ControlError("send a picture as image/png, image/jpeg or image/gif", 415)
  const bytes = new Uint8Array(await c.req.arrayBuffer())
  if (bytes.length === 0) throw new ControlError("the picture is empty")
  return control.addPhoto({ bytes, type }, originOf(c))
}

const doc =
  (vk: Vk) =>
  (c: Context<SandboxEnv>): Response => {
    const found = vk.docs.get(numberOf(c.req.param("id"), "id"))
    if (found === undefined) throw new ControlError("no such file", 404)
    // Never shown as a page: it may be anything.
    const name = encodeURIComponent(found.title)
    return c.body(found.bytes, 200, {
      "content-type": "application/octet-stream",
      "content-disposition": `attachment; filename*=UTF-8''${name}`,
      "x-content-type-options": "nosniff"
    })
  }

const peers = (c: Context): ReadonlyArray<number> =>
  (c.req.query("peer_ids") ?? "")
    .split(",")
    .filter((id) => id !== "")
    .map((id) => numberOf(id, "peer_ids"))

export const controlRoutes = (vk: Vk, control: Control, streams: EventStreams): Hono<SandboxEnv> =>
  new Hono<SandboxEnv>()
    .route("/conversations", conversationRoutes(vk, control, streams))
    .patch("/people/:id", async (c) =>
      c.json(control.changePerson(numberOf(c.req.param("id"), "id"), await readers.person(c)))
    )
    .get("/events", (c) => pageStream({ vk, control, streams }, peers(c), () => cutConnection(c)))
    .get("/faults", (c) => c.json(control.faults()))
    .put("/faults", async (c) => {
      control.setFaults(await readers.faults(c))
      return c.json(control.faults())
    })
    .get("/clock", (c) => c.json(control.clock()))
    .post("/clock", async (c) => c.json(control.turnClock(await readers.clock(c))))
    .get("/calls", (c) => c.json({ items: control.calls(numberOf(c.req.query("after"), "after", 0)) }))
    .post("/photos", async (c) => c.json(await addPhoto(control, c)))
    .get("/stats", (c) => c.json(control.stats()))
    .get("/photos/:id", photo(vk))
    .get("/docs/:id", doc(vk))
    .onError((error, c) => {
      if (error instanceof ControlError) return c.json({ error: error.message }, error.status)
      throw error
    })
