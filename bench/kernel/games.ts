/** Whole games, recorded once by playing them on the real worker, and played again by thousands of conversations. */
import { type Plan, planOf } from "@znatoki/cli/play/mates"
import { makeRng } from "@znatoki/cli/play/rng"
import { type GameState, Player, type Question, type TimerName } from "@znatoki/engine"
import type { Action } from "@znatoki/chat/action"
import { type ChatInput, PressRef } from "@znatoki/chat/chat-input"
import type { ConversationId } from "@znatoki/chat/chat-input"
import type { DueTimer } from "@znatoki/ports/game-store"
import type { Task } from "@znatoki/kernel/play/task"
import { Effect, Schema } from "effect"
import type { BenchDatabase } from "./database.ts"
import { conversationNamed, heardIn, openOwnKernel } from "./own-kernel.ts"
import { templateOf, type UpdateTemplate, updateText } from "./vk-updates.ts"

/** One thing that happens in a game; each of them is committed. */
export type Step =
  | { readonly _tag: "Update"; readonly template: UpdateTemplate }
  | { readonly _tag: "Timer"; readonly game: number; readonly timer: TimerName }

export type Script = ReadonlyArray<Step>

export interface RecordOptions {
  readonly players: number
  readonly games: number
  /** Without: nobody is ever waited for, so that a game can be played in one moment. */
  readonly timers: boolean
  readonly seed: number
}

/** Longer than any wait of a classic game. */
export const tickMs = 1_000_000

const people = ["Анна", "Борис", "Вера", "Глеб", "Дарья", "Егор"].map((name, i) =>
  Schema.decodeUnknownSync(Player)({ id: String(101 + i), name })
)
export const names: ReadonlyMap<number, string> = new Map(people.map(({ id, name }) => [Number(id), name]))

export const taskOf = (
  step: Step,
  conversation: ConversationId,
  place: number,
  nowMs: number,
  done: Effect.Effect<void>
): Task => {
  if (step._tag === "Update") {
    const incoming = heardIn(updateText(step.template, conversation, place), names, nowMs)
    return { _tag: "Chat", incoming, done }
  }
  const due: DueTimer = {
    conversation,
    game: step.game,
    timer: step.timer,
    // Between this tick and the next: the wait is over for certain.
    atMs: nowMs + tickMs / 2
  }
  return { _tag: "Timer", due, done }
}

let recorded = 0

export const record = async (
  where: BenchDatabase,
  questions: ReadonlyArray<Question>,
  { games, players, seed, timers }: RecordOptions
): Promise<Script> => {
  const conversation = conversationNamed(900_000 + recorded++)
  const latest: { state: GameState | null; commits: number } = { state: null, commits: 0 }
  const kernel = await openOwnKernel(where, {
    watch: (batch) => {
      latest.commits++
      latest.state = batch[0]?.next.state ?? null
    }
  })
  const steps: Array<Step> = []
  const rng = makeRng(seed)
  // Without timers nobody may vote, for that lasts until its time is up: so nobody's answer is in doubt.
  const mates = { people: people.slice(0, players), skill: timers ? 0.5 : 0, questions }
  const play = async (step: Step): Promise<void> => {
    kernel.clock.go(tickMs)
    const before = latest.commits
    await kernel.offer([taskOf(step, conversation, steps.length, kernel.clock.nowMs, Effect.void)])
    await kernel.settled()
    if (latest.commits !== before) steps.push(step)
  }
  const [opener] = people
  if (opener === undefined) throw new Error("nobody plays")
  try {
    for (;;) {
      const { state } = latest
      if (state !== null && state._tag !== "Finished") await play(nextStep(state))
      else if (state === null || state.game < games) await play(said(opener, "Начать игру"))
      else break
    }
  } finally {
    await kernel.close()
  }
  return steps

  function nextStep(state: GameState): Step {
    const template = whatPeopleDo(state)
    if (template !== null) return { _tag: "Update", template }
    if (!("deadline" in state)) throw new Error(`nothing happens any more in ${state._tag}`)
    if (!timers) throw new Error(`nobody does anything in ${state._tag}`)
    return { _tag: "Timer", game: state.game, timer: state.deadline.timer }
  }

  function nextPlan(state: GameState): Plan | null {
    const plan = planOf(state, mates, rng, 0)
    return timers || plan === null || !asksForVote(plan) ? plan : null
  }

  function whatPeopleDo(state: GameState): UpdateTemplate | null {
    for (let tries = 0; tries < 50; tries++) {
      const plan = nextPlan(state)
      const isTalk = plan?.input._tag === "Wrote" && state._tag !== "Answer"
      // Half of the discussions go on until the time is up.
      if (timers && (plan === null || (isTalk && rng.chance(0.5)))) break
      const template = plan === null || isTalk ? null : templateOf(plan.input)
      if (template !== null) return template
    }
    return null
  }
}

const asksForVote = ({ input }: Plan): boolean => input._tag === "Pressed" && input.action._tag === "Appeal"

/** A table that fills and empties, for as long as one likes. */
export const restlessLobby = (events: number): Script => {
  const [opener, guest] = people
  if (opener === undefined || guest === undefined) throw new Error("nobody plays")
  const coming = [pressed(guest, { _tag: "Join", seen: null }), pressed(guest, { _tag: "Leave", seen: null })]
  const rest = Array.from({ length: events - 1 }, (_, i) => coming[i % 2]).filter((step) => step !== undefined)
  return [said(opener, "Начать игру"), ...rest]
}

const pressed = (by: Player, action: Action): Step => done({ _tag: "Pressed", by, action, press: PressRef.make("1") })

const said = (by: Player, text: string): Step => done({ _tag: "Wrote", by, text, action: null, order: 0 })

const done = (input: ChatInput): Step => {
  const template = templateOf(input)
  if (template === null) throw new Error("nobody can do that")
  return { _tag: "Update", template }
}
