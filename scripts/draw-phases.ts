/**
 * Draws the phases of a game as a diagram, from the games that the generator plays through the real rules: an arrow is
 * there because some event made it. The same seed always draws the same picture.
 */
import fc from "fast-check"
import { readFileSync, writeFileSync } from "node:fs"
import { type GameEvent, type GameState, reduce, unpaused } from "@znatoki/engine"
import { anyGame, anyMove, eventOf, play, type Turn } from "@znatoki/engine/testing"

const games = 1_500
const seed = 7
/** From so many states of each phase, so many moves of every kind are tried. */
const statesPerPhase = 1_000
const movesPerState = 25

const file = new URL("../docs/phases.md", import.meta.url)

/** What a person or the clock did, in the words of the diagram. */
const labelOf = ({ event, step }: Turn): string => {
  switch (event._tag) {
    case "TimerFired":
      return "time"
    case "TextSaid":
      return "answer"
    case "QuestionDrawn":
      return "question"
    case "VoteCast":
      return "vote"
    case "PlayerGone":
    case "LeaveRequested":
      return step.state._tag === "Finished" ? "last one leaves" : "somebody leaves"
    default:
      return event._tag
        .replace(/(?<=[a-z])(?:Requested)$/u, "")
        .replace(/(?<=[a-z])(?=[A-Z])/gu, " ")
        .toLowerCase()
  }
}

/** Every arrow with the labels that were seen on it. */
const arrowsOf = (turns: Iterable<Turn>): ReadonlyMap<string, ReadonlySet<string>> => {
  const arrows = new Map<string, Set<string>>()
  for (const turn of turns) {
    const from = turn.before._tag
    const to = turn.step.state._tag
    const isRepeated = from === to && !isAnotherWait(turn)
    if (turn.step.state === turn.before || isRepeated || isEverywhere(turn)) continue
    const key = `${from} --> ${to}`
    arrows.set(key, (arrows.get(key) ?? new Set()).add(labelOf(turn)))
  }
  return arrows
}

/** The same phase, but what it waits for is another. */
const isAnotherWait = ({ before, event, step }: Turn): boolean =>
  event._tag !== "OutageEnded" &&
  event._tag !== "SettingsChanged" &&
  "deadline" in before &&
  "deadline" in step.state &&
  before.deadline.timer !== step.state.deadline.timer

/** Arrows from every phase would hide the rest: they are told in words. */
const isEverywhere = ({ before, event, step: { state } }: Turn): boolean => {
  if (event._tag.startsWith("Stop") || state._tag === "Paused" || before._tag === "Paused") return true
  return state._tag === "Finished" && state.reason === "table empty"
}

const phasesThat = (turns: ReadonlyArray<Turn>, holds: (turn: Turn) => boolean): string => {
  const phases = new Set<GameState["_tag"]>()
  for (const turn of turns) if (holds(turn)) phases.add(turn.before._tag)
  return [...phases].toSorted().join(", ")
}

const byName = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number =>
  one < other ? -1 : 1

const draw = (turns: ReadonlyArray<Turn>): string => {
  const arrows = [...arrowsOf(turns)].toSorted(byName)
  const heldPhases = phasesThat(
    turns,
    ({ before, step: { state } }) => before._tag !== "Paused" && state._tag === "Paused"
  )
  const resumed = new Set(
    turns
      .filter(
        ({ before, event, step }) =>
          before._tag === "Paused" && event._tag === "ResumeRequested" && step.state._tag !== "Paused"
      )
      .map(({ step }) => unpaused(step.state)._tag)
  )
  return [
    "# The phases of a game",
    "",
    "Drawn by `scripts/draw-phases.ts` from generated games that were played through the rules; do not edit by hand.",
    "",
    "```mermaid",
    "stateDiagram-v2",
    "  [*] --> Idle",
    ...arrows.map(([arrow, labels]) => `  ${arrow}: ${[...labels].toSorted().join(", ")}`),
    "```",
    "",
    "Left out, for they lead from everywhere:",
    "",
    `- \`stop\` → Finished, from: ${phasesThat(turns, ({ event, step }) => event._tag.startsWith("Stop") && step.effects.some(({ _tag }) => _tag === "GameFinished"))}.`,
    `- the last one leaves → Finished, from: ${phasesThat(turns, ({ step: { effects } }) => effects.some((effect) => effect._tag === "GameFinished" && effect.reason === "table empty"))}.`,
    `- \`pause\` → Paused, from: ${heldPhases}.`,
    `- silence for too long → Paused, from: ${phasesThat(turns, ({ step: { effects } }) => effects.some((effect) => effect._tag === "GamePaused" && effect.why === "silence"))}.`,
    `- \`resume\`: Paused → the phase it holds: ${[...resumed].toSorted().join(", ")}.`,
    "- the host is gone → Paused, and back to the phase it holds when it has returned: from every phase that waits.",
    "- a pause that is forgotten → Finished.",
    ""
  ].join("\n")
}

/** The first states of each phase that the games come through. */
const statesOf = (turns: ReadonlyArray<Turn>): ReadonlyArray<GameState> => {
  const byPhase = Map.groupBy(turns, ({ step }) => step.state._tag)
  return [...byPhase.values()].flatMap((each) => each.slice(0, statesPerPhase).map(({ step }) => step.state))
}

/** What a generated move seldom is: a stop, anybody gone, a name called while the team still thinks. */
const wishesIn = (state: GameState, at: { readonly atMs: number; readonly seed: number }): ReadonlyArray<GameEvent> => {
  const table = unpaused(state)
  const players = "players" in table ? table.players : []
  const captain = "captain" in table ? table.captain : null
  const gone = players.map(({ id }): GameEvent => ({ _tag: "PlayerGone", atMs: at.atMs, seed: at.seed, player: id }))
  const stop: GameEvent = { _tag: "StopOrdered", ...at }
  if (captain === null) return [stop, ...gone]
  return [stop, ...gone, { _tag: "AnswererNamed", ...at, seen: null, by: captain, player: captain }]
}

const everyTurn = (): ReadonlyArray<Turn> => {
  const played = fc.sample(anyGame, { numRuns: games, seed }).flatMap((game) => play(game))
  const moves = fc.sample(anyMove, { numRuns: movesPerState, seed })
  const tried = statesOf(played).flatMap((before) => {
    const atMs = "deadline" in before ? before.deadline.atMs : 0
    const events = [...moves.map((move) => eventOf(before, move, { atMs, seed })), ...wishesIn(before, { atMs, seed })]
    return events.map((event): Turn => ({ before, event, step: reduce(before, event) }))
  })
  return [...played, ...tried]
}

/** What the file should hold. */
export const phasesPage = (): string => draw(everyTurn())
export const phasesFile = (): string => readFileSync(file, "utf8")

if (import.meta.main) writeFileSync(file, phasesPage())
