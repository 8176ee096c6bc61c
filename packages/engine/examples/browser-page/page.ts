/** A game for one in a browser tab, with no server. It survives a reload: the state is a snapshot in local storage. */
import {
  allowed,
  decodeSnapshot,
  decodeWish,
  dueIn,
  encodeSnapshot,
  finishTurn,
  type GameEffect,
  type GameEvent,
  type GameState,
  initialState,
  type Player,
  PlayerId,
  presets,
  type Question,
  QuestionId,
  turn,
  type Wish
} from "@znatoki/engine"

const me: Player = { id: PlayerId.make("me"), name: "You" }
const plain = { accepted: [], rejected: [], handout: null, comment: null, source: null, author: null }
const ask = (id: string, text: string, answer: string): Question => ({
  ...plain,
  id: QuestionId.make(id),
  text,
  answer
})
const bank = [
  ask("day", "A day on it is longer than its year. Which planet?", "Venus"),
  ask("jar", "Found in the tombs of pharaohs, it was still good to eat. What is it?", "honey"),
  ask("sea", "Its water is so salty that people float on it like corks. Which sea?", "Dead Sea")
]

const element = (id: string): HTMLElement => {
  const found = document.getElementById(id)
  if (found === null) throw new Error(`the page has no #${id}`)
  return found
}
const story = element("story")
const [form, field] = [element("answer"), element("text")]

const restored = decodeSnapshot(localStorage.getItem("game") ?? "")
let state: GameState =
  restored._tag === "Ok"
    ? restored.state
    : initialState({ ...presets.quick, rounds: bank.length, voteMs: 0, skipsLoneChoice: false })

const roll = () => Math.trunc(Math.random() * 2 ** 31)
const now = () => ({ atMs: Date.now(), seed: roll() })

const happen = (event: GameEvent): void => {
  const turned = finishTurn(turn(state, event, roll), ({ round }) => bank[round - 1] ?? null)
  state = turned.state
  for (const effect of turned.effects) story.textContent = lineFor(effect) ?? story.textContent
  localStorage.setItem("game", encodeSnapshot(state))
  show()
}

const lineFor = (effect: GameEffect): string | null => {
  if (effect._tag === "QuestionAsked") return effect.question.text
  if (effect._tag === "GameFinished") return `The end: ${effect.score.team}:${effect.score.bot}`
  if (effect._tag !== "RoundJudged") return null
  return `${effect.point === "team" ? "Right" : "Wrong"}: ${effect.question.answer}`
}

const labels: Partial<Record<Wish["_tag"], string>> = {
  StartRequested: "Start",
  GoRequested: "Go",
  EarlyAnswerRequested: "I know",
  AnswererNamed: "I answer",
  NextRequested: "Next"
}

/** What can be done now: the buttons are a function of the state. */
const wishes = (): ReadonlyArray<Wish["_tag"]> => {
  const tags = allowed(state, me.id).filter((tag) => labels[tag] !== undefined)
  // Alone, one names nobody before the time to think is over.
  return state._tag === "Discussion" ? tags.filter((tag) => tag !== "AnswererNamed") : tags
}

const wish = (_tag: Wish["_tag"], fields: object = {}): void => {
  const read = decodeWish({ _tag, player: me.id, ...fields }, { by: me, ...now() })
  if (read._tag === "Ok") happen(read.event)
}

const show = (): void => {
  const buttons = wishes().map((tag) => {
    const button = document.createElement("button")
    button.textContent = labels[tag] ?? tag
    button.addEventListener("click", () => wish(tag))
    return button
  })
  element("buttons").replaceChildren(...buttons)
  form.hidden = state._tag !== "Answer"
  if ("score" in state) element("score").textContent = `${state.score.team}:${state.score.bot}`
}

form.addEventListener("submit", (submitted) => {
  submitted.preventDefault()
  if (field instanceof HTMLInputElement) wish("TextSaid", { text: field.value })
})

/** Deadlines are data in the state, so one look a moment is a timer that no reload can lose. */
setInterval(() => {
  const deadline = "deadline" in state ? state.deadline : null
  const { atMs, seed } = now()
  const leftMs = deadline === null ? null : dueIn(deadline, atMs)
  element("clock").textContent = leftMs === null ? "" : `${Math.ceil(leftMs / 1_000)} s`
  if (deadline === null || leftMs !== 0) return
  happen({ _tag: "TimerFired", atMs, seed, game: state.game, timer: deadline.timer })
}, 200)

story.textContent = "question" in state ? state.question.text : ""
show()
