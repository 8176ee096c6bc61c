/**
 * A chat in a terminal: lines are `anna: some text`, buttons are commands such as `anna: /go`.
 *
 *     printf 'anna: /start\nanna: /go\nanna: /early\nanna: /name anna\nanna: Venus\nanna: /stop\n' | node chat.ts
 */
import { createInterface } from "node:readline"
import {
  dueIn,
  type EffectOf,
  finishTurn,
  type GameEffect,
  type GameEvent,
  initialState,
  PlayerId,
  presets,
  type Question,
  QuestionId,
  turn
} from "@znatoki/engine"

const plain = { accepted: [], rejected: [], handout: null, comment: null, source: null, author: null }
const ask = (id: string, text: string, answer: string): Question => ({
  ...plain,
  id: QuestionId.make(id),
  text,
  answer
})
const bank = [
  ask("day", "A day on it is longer than its year. Which planet?", "Venus"),
  ask("jar", "Found in the tombs of pharaohs, it was still good to eat. What is it?", "honey")
]

let state = initialState({ ...presets.quick, voteMs: 0, skipsLoneChoice: false })
let waiting: NodeJS.Timeout | undefined

const roll = () => Math.trunc(Math.random() * 2 ** 31)
const now = () => ({ atMs: Date.now(), seed: roll() })
const pressed = () => ({ ...now(), seen: null })

const happen = (event: GameEvent): void => {
  const turned = finishTurn(turn(state, event, roll), ({ round }) => bank[round - 1] ?? null)
  state = turned.state
  for (const effect of turned.effects) {
    const line = lineFor(effect)
    if (line !== null) process.stdout.write(`${line}\n`)
    if (effect._tag === "TimerSet") setTimer(effect)
    if (effect._tag === "TimerCleared") clearTimeout(waiting)
  }
}

/** A timer of Node may fire early: it is only a reason to look again. */
const setTimer = (deadline: EffectOf<"TimerSet">): void => {
  clearTimeout(waiting)
  const { atMs, seed } = now()
  const leftMs = dueIn(deadline, atMs)
  if (leftMs > 0) waiting = setTimeout(() => setTimer(deadline), leftMs)
  else happen({ _tag: "TimerFired", atMs, seed, game: state.game, timer: deadline.timer })
}

const shown = ({ score }: { readonly score: { readonly team: number; readonly bot: number } }): string =>
  `${score.team}:${score.bot}`

/** The voice of the game. An effect that has no line here is nobody's business in this chat. */
const lineFor = (effect: GameEffect): string | null => {
  switch (effect._tag) {
    case "Refused":
      return `(${effect.by}: ${effect.reason})`
    case "LobbyOpened":
      return `${effect.by.name} opens a table. /join, then /go`
    case "SeatsChanged":
      return `${effect.player.name} has ${effect.change}`
    case "GameStarted":
      return `The captain is ${effect.captain.name}`
    case "QuestionAsked":
      return `Question ${effect.round}. ${effect.question.text} (captain: /early)`
    case "AnswererWanted":
      return `${effect.captain.name}, who answers? /name somebody`
    case "AnswerWanted":
      return `${effect.answerer.name}, your answer?`
    case "RoundJudged":
      return `${effect.judgement?.verdict ?? "silence"}: ${effect.question.answer}. ${shown(effect)} (/next)`
    case "GamePaused":
      return "Is anybody there? /resume"
    case "StopAsked":
      return "Stop the game? /stop once more"
    case "GameFinished":
      return `The end: ${effect.reason}, ${shown(effect)}`
    default:
      return null
  }
}

const eventOf = (name: string, text: string): GameEvent => {
  const id = PlayerId.make(name)
  const [command, argument] = text.split(/\s+/)
  if (command === "/start") return { _tag: "StartRequested", ...pressed(), by: { id, name }, settings: null }
  if (command === "/join") return { _tag: "JoinRequested", ...pressed(), by: { id, name } }
  if (command === "/leave") return { _tag: "LeaveRequested", ...pressed(), by: id }
  if (command === "/go") return { _tag: "GoRequested", ...pressed(), by: id }
  if (command === "/early") return { _tag: "EarlyAnswerRequested", ...pressed(), by: id }
  if (command === "/next") return { _tag: "NextRequested", ...pressed(), by: id }
  if (command === "/resume") return { _tag: "ResumeRequested", ...pressed(), by: id }
  if (command === "/stop") return { _tag: "StopRequested", ...pressed(), by: id }
  if (command === "/name" && argument !== undefined) {
    return { _tag: "AnswererNamed", ...pressed(), by: id, player: PlayerId.make(argument) }
  }
  return { _tag: "TextSaid", ...now(), by: id, text }
}

createInterface({ input: process.stdin })
  .on("line", (line) => {
    const [, name, text] = /^\s*(\S+?)\s*:\s*(.*)$/.exec(line) ?? []
    if (name !== undefined && text !== undefined) happen(eventOf(name, text))
  })
  .on("close", () => clearTimeout(waiting))
