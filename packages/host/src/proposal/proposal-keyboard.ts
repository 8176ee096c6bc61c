/** The buttons of a question that is being proposed; each carries the move it was shown with, so that an old one is recognised. */
import type { Action } from "@znatoki/chat/action"
import type { Button, Keyboard, Outgoing } from "@znatoki/chat/message"
import type { ProposalStep, ProposalWish } from "@znatoki/chat/proposal"
import { optional, steps } from "./proposal-limits.ts"

const proposeButton: Button = { label: "Предложить вопрос", color: "secondary", action: { _tag: "Propose" } }

/** What is offered when one is sent or given up. */
export const proposeAgain: Keyboard = { place: "under message", rows: [[proposeButton]] }

export const proposalKeyboard = (step: ProposalStep, told: boolean, move: number): Keyboard => {
  const button = (label: string, color: Button["color"], wish: ProposalWish): Button => {
    const action: Action = { _tag: "Proposing", move, wish }
    return { label, color, action }
  }
  const skip = told ? [button("Оставить", "primary", "skip")] : [button("Пропустить", "primary", "skip")]
  const forward = step === "confirm" ? [button("Отправить", "positive", "send")] : skip
  const hasForward = step === "confirm" || told || optional.has(step)
  const back = step === steps[0] ? [] : [button("Назад", "secondary", "back")]
  return {
    place: "under message",
    rows: [hasForward ? forward : [], [...back, button("Отмена", "secondary", "cancel")]].filter(
      (row) => row.length > 0
    )
  }
}

const isStart = (row: ReadonlyArray<Button>): boolean => row.some(({ action }) => action._tag === "Start")

const forOne = ({ place, rows }: Keyboard): Keyboard => {
  const own = rows.map((row) => row.filter(({ action }) => action._tag !== "Join")).filter((row) => row.length > 0)
  return { place, rows: place === "under input" && rows.some(isStart) ? [...own, [proposeButton]] : own }
}

/** In a private dialog one can propose whenever nobody plays, and there is nobody else to sit down. */
export const inPrivate = (outgoing: ReadonlyArray<Outgoing>): ReadonlyArray<Outgoing> =>
  outgoing.map((message) => (message.keyboard === null ? message : { ...message, keyboard: forOne(message.keyboard) }))
