/**
 * Every point at which the bot asks something of the world, and what people would lose by a death there if the kernel
 * were wrong. The types see to it that no method of a port is left out.
 */
import { CursorStore } from "@znatoki/ports/cursor-store"
import { Dice } from "@znatoki/ports/dice"
import { GameStore } from "@znatoki/ports/game-store"
import { Heartbeat } from "@znatoki/ports/heartbeat"
import { Inbox } from "@znatoki/ports/inbox"
import { Messenger } from "@znatoki/ports/messenger"
import { Outbox } from "@znatoki/ports/outbox"
import { QuestionBank } from "@znatoki/ports/question-bank"
import type { Effect } from "effect"

/**
 * All the bot is made of but the parking, which no sound game comes to (its own crash tests plant what fails), the
 * statistics, which are only read for who asks and counted anew whatever happens, the shelves, which are only read, the votes on questions, of which a second
 * one of the same person changes nothing, and what pictures are called in VK, which a death costs an upload of:
 * `mortal-bot.ts` compiles only if there is no other.
 */
export const ports = { CursorStore, Dice, GameStore, Heartbeat, Inbox, Messenger, Outbox, QuestionBank } as const

type Ports = typeof ports
export type PortName = keyof Ports
type Callable = ((...args: never) => unknown) | Effect.Effect<unknown, unknown>
type Methods<Port extends PortName> = {
  [Method in keyof Ports[Port]["Service"]]: Ports[Port]["Service"][Method] extends Callable ? Method : never
}[keyof Ports[Port]["Service"]]

export interface Point {
  /** Lost by a death before the call. */
  readonly before: string
  /** Lost by a death after it took effect. */
  readonly after: string
  /** One life comes here so often at least, within moments; 0: perhaps never, and nothing hangs on it. */
  readonly calls: number
}

const pointsOfPorts: { readonly [Port in PortName]: { readonly [Method in Methods<Port>]: Point } } = {
  Inbox: {
    take: {
      before: "what people wrote while nobody listened",
      after: "what was taken and is nowhere but in memory",
      calls: 3
    },
    ask: {
      before: "a deadline that is due and did not fire",
      after: "the same, with VK asked whether anything was written before it",
      calls: 1
    }
  },
  Messenger: {
    deliver: {
      before: "a message that was decided and never sent",
      after: "a message that was sent and not known to be: it would be sent twice",
      calls: 6
    },
    decorate: {
      before: "nothing: a clock that people see stands still",
      after: "nothing either",
      calls: 0
    },
    answerPress: {
      before: "the commit of the press whose button goes on turning",
      after: "the place in the inbox of a press that was answered",
      calls: 3
    }
  },
  GameStore: {
    load: { before: "the events that wait for the game", after: "the same, with the game in memory", calls: 1 },
    commit: {
      before: "events that were played in memory only",
      after: "the messages of the commit; or its events are played twice, with a second point",
      calls: 6
    },
    applied: {
      before: "a batch of which nobody knows whether it is stored: it would be played twice",
      after: "the same batch, known to be stored, whose messages nobody has sent",
      calls: 1
    },
    timersDue: {
      before: "deadlines that nobody waits for any more",
      after: "the same, read and not yet fired",
      calls: 1
    },
    timersUnmoved: {
      before: "the time of all games in which nobody could play",
      after: "the time of the games that were found and have not got it back",
      calls: 1
    }
  },
  Outbox: {
    pending: {
      before: "messages that the life before left",
      after: "the same, in memory",
      calls: 1
    },
    pendingOf: {
      before: "messages that the life before left in a conversation that goes on: newer ones would overtake them",
      after: "the same, in memory",
      calls: 1
    },
    settle: {
      before: "that messages were sent: they would be sent twice",
      after: "the names of messages: an amendment would not find its message",
      calls: 6
    },
    externalId: {
      before: "an amendment of a message of the life before",
      after: "the same amendment, with the message's name in memory",
      calls: 2
    }
  },
  QuestionBank: {
    draw: {
      before: "a spin of the wheel without a question",
      after: "a question that was drawn and not asked: another would be asked as well",
      calls: 3
    }
  },
  CursorStore: {
    load: { before: "the place in the inbox", after: "the same, in memory", calls: 1 },
    save: {
      before: "that events are done: they come again",
      after: "the events behind the place that was saved, if it was saved too early",
      calls: 3
    }
  },
  Heartbeat: {
    last: {
      before: "the moment that the clock must not be behind of",
      after: "the same, in memory",
      calls: 1
    },
    wake: {
      before: "how long nobody could play",
      after: "the outage, remembered and given back to nobody yet",
      calls: 1
    },
    forget: {
      before: "that every game has its time back: it would be given back twice",
      after: "nothing: every game has it",
      calls: 1
    },
    beat: {
      before: "a second of life: given back although it was played",
      after: "time from before the beat that was not given back yet",
      calls: 2
    }
  },
  Dice: {
    roll: {
      before: "an event between its taking and its commit",
      after: "a roll: the next life rolls another, and people must not have seen the first",
      calls: 6
    }
  }
}

export const points: ReadonlyMap<string, Point> = new Map(
  Object.entries(pointsOfPorts).flatMap(([port, methods]) =>
    Object.entries(methods)
      .filter(([, { calls }]) => calls > 0)
      .map(([method, point]): readonly [string, Point] => [`${port}.${method}`, point])
  )
)

export type When = "before" | "after"

/** One death: before or after the nth call of a point in a life. */
export interface Death {
  readonly point: string
  readonly when: When
  readonly call: number
}

export const sayDeath = ({ call, point, when }: Death): string => `${point}/${when}/${call}`

/** What `sayDeath` said; null: nobody is to die. */
export const readDeath = (said: string): Death | null => {
  const [point = "", when, call] = said.split("/")
  if (said === "") return null
  if (!points.has(point) || (when !== "before" && when !== "after")) throw new Error(`there is no point «${said}»`)
  return { point, when, call: Number(call) }
}
