/** How an event reaches the queue: once and in order, unless faults say otherwise. */
import { randomBytes } from "node:crypto"
import type { ActiveFaults } from "../faults/active-faults.ts"
import type { CallbackEvent } from "../callback/deliver-callback.ts"
import type { Inspector } from "../schema/inspector.ts"
import { objectOfVersion } from "../state/api-version.ts"
import type { EventQueue } from "./event-queue.ts"

/** An event held back waits this long for another one to overtake it. */
const holdMs = 100
export const eventVersion = "5.199"

export interface Publisher {
  readonly publish: (type: string, object: unknown) => void
  readonly enable: (type: string, on: boolean) => void
  readonly isEnabled: (type: string) => boolean
  readonly enabled: () => ReadonlyArray<string>
  /** The version Long Poll's events are of. */
  readonly version: () => string
  readonly setVersion: (version: string) => void
  readonly close: () => void
}

export interface PublisherParts {
  readonly groupId: number
  readonly queue: EventQueue
  readonly faults: () => ActiveFaults
  /** Callback servers hear of every event too: each has its own list of types. */
  readonly alsoTell: (event: CallbackEvent) => void
  readonly inspector?: Inspector | undefined
  /** The types Long Poll hears of; the two every bot needs unless told. */
  readonly types?: ReadonlyArray<string> | undefined
  readonly version?: string | undefined
}

const usual = ["message_new", "message_event"]

export const makePublisher = ({ alsoTell, faults, groupId, inspector, queue, ...kept }: PublisherParts): Publisher => {
  const { types = usual } = kept
  let { version = eventVersion } = kept
  const enabled = new Set(types)
  let held: { readonly event: CallbackEvent; readonly timer: NodeJS.Timeout } | undefined

  const deliverOnce = (event: CallbackEvent): void => {
    if (enabled.has(event.type)) {
      const object = objectOfVersion(event.type, event.object, version)
      queue.append(JSON.stringify({ ...event.envelope, v: version, object }))
    }
    alsoTell(event)
  }

  const deliver = (event: CallbackEvent): void => {
    deliverOnce(event)
    if (faults().duplicate()) deliverOnce(event)
  }

  const release = (): void => {
    if (held === undefined) return
    clearTimeout(held.timer)
    const { event } = held
    held = undefined
    deliver(event)
  }

  return {
    publish: (type, object) => {
      inspector?.event(type, object)
      if (faults().loseEvent(type)) return
      const event_id = randomBytes(20).toString("hex")
      const event = { type, object, envelope: { group_id: groupId, type, event_id } }
      if (held === undefined && faults().reorder()) {
        held = { event, timer: setTimeout(release, holdMs) }
        return
      }
      deliver(event)
      release()
    },
    enable: (type, on) => {
      if (on) enabled.add(type)
      else enabled.delete(type)
    },
    isEnabled: (type) => enabled.has(type),
    enabled: () => [...enabled],
    version: () => version,
    setVersion: (next) => {
      version = next
    },
    close: () => {
      if (held !== undefined) clearTimeout(held.timer)
      held = undefined
    }
  }
}
