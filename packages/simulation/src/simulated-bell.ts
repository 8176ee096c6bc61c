/** The doorbell and the answers to presses between processes. */
import { type Doorbell, type Sender } from "@znatoki/ports/doorbell"
import { type PressAnswer, type PressAnswers } from "@znatoki/ports/press-answers"
import { Effect, type Scope } from "effect"
import { type Messages, runIn } from "./messages.ts"
import type { VirtualProcess } from "./virtual-process.ts"

/** Those who serve, each in its process. */
class Servers<A> {
  #all: ReadonlyArray<{ readonly process: VirtualProcess; readonly server: A }> = []

  serve(process: VirtualProcess, server: A): Effect.Effect<void, never, Scope.Scope> {
    const one = { process, server }
    return Effect.acquireRelease(
      Effect.sync(() => {
        this.#all = [...this.#all, one]
      }),
      () =>
        Effect.sync(() => {
          this.#all = this.#all.filter((each) => each !== one)
        })
    )
  }

  send(messages: Messages, arrive: (server: A, process: VirtualProcess) => void): void {
    for (const { process, server } of this.#all) messages.send(process, () => arrive(server, process))
  }
}

export class SimulatedBell {
  readonly #messages: Messages
  readonly #senders = new Servers<Sender>()
  readonly #tellers = new Servers<(answer: PressAnswer) => Effect.Effect<void>>()

  constructor(messages: Messages) {
    this.#messages = messages
  }

  doorbellOf(process: VirtualProcess): Doorbell["Service"] {
    return {
      textMax: Infinity,
      ring: (rings) => Effect.sync(() => this.#senders.send(this.#messages, (sender) => sender.hear(rings))),
      room: Effect.void,
      drained: Effect.void,
      serve: (sender) => this.#senders.serve(process, sender)
    }
  }

  answersOf(process: VirtualProcess): PressAnswers["Service"] {
    return {
      answer: (answer) => Effect.sync(() => this.#tellers.send(this.#messages, (tell, by) => runIn(by, tell(answer)))),
      serve: (tell) => this.#tellers.serve(process, tell)
    }
  }
}
