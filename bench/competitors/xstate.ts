/** XState playing the same moves: as a pure transition, and as an actor. */
import { compileAnswer, type CompiledAnswer, judge } from "@znatoki/engine"
import { assign, createActor, initialTransition, setup, transition } from "xstate"
import { answerOf, type Contestant, questionOf, questions, rounds } from "../reducer/script.ts"

const compiled = new Map<string, CompiledAnswer>(questions.map((question) => [question.id, compileAnswer(question)]))

interface Table {
  readonly players: ReadonlyArray<string>
  readonly captain: string
  readonly answerer: string
  readonly round: number
  readonly question: string
  readonly deadlineMs: number
  readonly team: number
  readonly bot: number
}

type Event =
  | { readonly type: "join"; readonly by: string }
  | { readonly type: "go"; readonly by: string }
  | { readonly type: "question"; readonly id: string; readonly atMs: number }
  | { readonly type: "say"; readonly by: string; readonly text: string }
  | { readonly type: "timeUp"; readonly atMs: number }
  | { readonly type: "name"; readonly by: string; readonly answerer: string }
  | { readonly type: "next"; readonly by: string }

const isRight = (context: Table, text: string): boolean => {
  const answer = compiled.get(context.question)
  return answer !== undefined && judge(answer, text).verdict === "accepted"
}

const machine = setup({ types: { context: {} as Table, events: {} as Event } }).createMachine({
  initial: "lobby",
  context: { players: ["0"], captain: "", answerer: "", round: 0, question: "", deadlineMs: 0, team: 0, bot: 0 },
  states: {
    lobby: {
      on: {
        join: {
          guard: ({ context, event }) => !context.players.includes(event.by),
          actions: assign({ players: ({ context, event }) => [...context.players, event.by] })
        },
        go: {
          guard: ({ context, event }) => context.players.includes(event.by),
          target: "wheel",
          actions: assign({ captain: "0", round: 1 })
        }
      }
    },
    wheel: {
      on: {
        question: {
          target: "discussion",
          actions: assign({ question: ({ event }) => event.id, deadlineMs: ({ event }) => event.atMs + 60_000 })
        }
      }
    },
    discussion: {
      on: {
        timeUp: {
          guard: ({ context, event }) => event.atMs >= context.deadlineMs,
          target: "choice",
          actions: assign({ deadlineMs: ({ event }) => event.atMs + 30_000 })
        }
      }
    },
    choice: {
      on: {
        name: {
          guard: ({ context, event }) => event.by === context.captain && context.players.includes(event.answerer),
          target: "answer",
          actions: assign({ answerer: ({ event }) => event.answerer })
        }
      }
    },
    answer: {
      on: {
        say: {
          guard: ({ context, event }) => event.by === context.answerer,
          target: "verdict",
          actions: assign(({ context, event }) =>
            isRight(context, event.text) ? { team: context.team + 1 } : { bot: context.bot + 1 }
          )
        }
      }
    },
    verdict: {
      on: {
        next: [
          { guard: ({ context }) => context.round === rounds, target: "finished" },
          { target: "wheel", actions: assign({ round: ({ context }) => context.round + 1 }) }
        ]
      }
    },
    finished: { type: "final" }
  }
})

/** Plays the script through `send`. */
const script = (game: number, send: (event: Event) => void): void => {
  let atMs = 0
  send({ type: "join", by: "1" })
  send({ type: "go", by: "0" })
  send({ type: "say", by: "1", text: "привет" })
  for (let round = 1; round <= rounds; round++) {
    send({ type: "question", id: questionOf(game, round).id, atMs })
    send({ type: "say", by: "1", text: "может, Лермонтов?" })
    atMs += 60_000
    send({ type: "timeUp", atMs })
    send({ type: "name", by: "0", answerer: "1" })
    send({ type: "say", by: "0", text: "давай" })
    send({ type: "say", by: "1", text: answerOf(round) })
    send({ type: "next", by: "0" })
  }
}

export const xstateTransition: Contestant = {
  name: "XState transition",
  playGame: (game) => {
    let [snapshot] = initialTransition(machine)
    let effects = 0
    script(game, (event) => {
      const [next, actions] = transition(machine, snapshot, event)
      snapshot = next
      effects += actions.length
    })
    if (!snapshot.matches("finished")) throw new Error("the game is not over")
    return { team: snapshot.context.team, bot: snapshot.context.bot, effects }
  }
}

export const xstateActor: Contestant = {
  name: "XState actor",
  playGame: (game) => {
    const actor = createActor(machine).start()
    script(game, (event) => actor.send(event))
    const snapshot = actor.getSnapshot()
    if (!snapshot.matches("finished")) throw new Error("the game is not over")
    return { team: snapshot.context.team, bot: snapshot.context.bot, effects: 0 }
  }
}
