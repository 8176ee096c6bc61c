/** What the waiting tasks of a conversation do to its game, as one commit. */
import { assert, it } from "@effect/vitest"
import { initialState, type Question } from "@znatoki/engine"
import { Incoming } from "@znatoki/chat/chat-input"
import { plainText } from "@znatoki/chat/plain-text"
import { nothingSaid } from "@znatoki/host/said-lately"
import { finishFoldings } from "@znatoki/kernel/play/finish-foldings"
import { type Folded, foldTasks, nothingGiven } from "@znatoki/kernel/play/fold-tasks"
import type { Task } from "@znatoki/kernel/play/task"
import type { StoredGame } from "@znatoki/ports/game-store"
import { StoreBroken } from "@znatoki/ports/store-error"
import { source } from "@znatoki/test-contracts/contracts/sample-commits"
import { Effect } from "effect"
import { brisk } from "../src/testing/brisk-settings.ts"
import { conversation } from "../src/testing/chat-room.ts"
import { anna, boris, questions } from "./scripted-game.ts"

const chat = conversation(1)
const unplayed: StoredGame = {
  conversation: chat,
  version: 0,
  state: initialState(brisk),
  lastOrder: 0,
  hearsAll: true,
  lastSeq: 0,
  updatedAtMs: 0
}

const wrote = (by: typeof anna, text: string, order: number): Task => ({
  _tag: "Chat",
  incoming: Incoming.make({
    source: source(String(order)),
    conversation: chat,
    atMs: 1_000,
    input: { _tag: "Wrote", by, text, action: null, order }
  }),
  done: Effect.void
})

/** The folding run to its end; each question that is asked for is the next one of these. */
const fold = (stored: StoredGame, tasks: ReadonlyArray<Task>, asked: ReadonlyArray<Question> = []): Folded => {
  const around = { nowMs: 2_000, roll: () => 7, textMax: Infinity }
  const folding = foldTasks({ stored, heardOrder: 0, saidLately: nothingSaid }, tasks, around)
  const left = [...asked]
  let step = folding.next(nothingGiven)
  const drawn = () => {
    const question = left.shift()
    return question === undefined ? null : { question }
  }
  while (step.done !== true) step = folding.next({ ...nothingGiven, drawn: drawn() })
  return step.value
}

it("only who asks for numbers has them looked up, for this conversation and this person; they are said as they came", () => {
  const around = { nowMs: 1_795_860_000_000, roll: () => 7, textMax: Infinity }
  const folding = foldTasks(
    { stored: unplayed, heardOrder: 0, saidLately: nothingSaid },
    [wrote(boris, "кто сегодня играет?", 1), wrote(boris, "Моя статистика", 2)],
    around
  )
  const asked = folding.next(nothingGiven)
  assert.deepStrictEqual(asked.value, {
    _tag: "Told",
    asked: { conversation: chat, inquiry: { _tag: "Player", player: boris.id, season: 2026 * 4 + 3 } }
  })
  const told = { _tag: "Player", season: 1, ofSeason: null, ofAllTime: null, mates: [] } as const
  const done = folding.next({ ...nothingGiven, told })
  assert.isTrue(done.done)
  const said = (done.value as Folded).commit?.outgoing.map(({ message }) => plainText(message.text))
  assert.deepStrictEqual(said, ["📊 Борис: игр здесь пока нет. Сыграем?"])
})

it("a theme that somebody names is looked for, told by the name it has, and drawn from in every round", () => {
  const alone: Task = {
    _tag: "Chat",
    incoming: Incoming.make({
      source: source("1"),
      conversation: chat,
      atMs: 1_000,
      input: { _tag: "Wrote", by: boris, text: "старт тема кино", action: null, order: 1 },
      alone: true
    }),
    done: Effect.void
  }
  const around = { nowMs: 2_000, roll: () => 7, textMax: Infinity }
  const folding = foldTasks({ stored: unplayed, heardOrder: 0, saidLately: nothingSaid }, [alone], around)
  assert.deepStrictEqual(folding.next(nothingGiven).value, { _tag: "Shelves", conversation: chat })
  const shelves = { themes: [{ name: "film", questions: 14 }], packs: [] }
  const choice = { packs: [], themes: ["film"], level: null }
  const wanted = folding.next({ ...nothingGiven, shelves })
  assert.deepStrictEqual(wanted.value, { _tag: "Question", draw: { conversation: chat, seed: 7, choice } })
  const [question] = questions
  if (question === undefined) throw new Error("there are no questions")
  const done = folding.next({ ...nothingGiven, drawn: { question, choice: "over" } })
  const said = (done.value as Folded).commit?.outgoing.map(({ message }) => plainText(message.text)).join("\n")
  assert.include(said, "Новых вопросов из выбранных здесь нет")
})

it("who names what there is not is shown what there is, and nothing is chosen", () => {
  const around = { nowMs: 2_000, roll: () => 7, textMax: Infinity }
  const tasks = [wrote(boris, "тема авто", 1)]
  const folding = foldTasks({ stored: unplayed, heardOrder: 0, saidLately: nothingSaid }, tasks, around)
  folding.next(nothingGiven)
  const shelves = { themes: [{ name: "film", questions: 14 }], packs: [] }
  const { commit } = folding.next({ ...nothingGiven, shelves }).value as Folded
  assert.deepStrictEqual(commit?.next.state, unplayed.state)
  const [said] = commit?.outgoing.map(({ message }) => plainText(message.text)) ?? []
  assert.include(said, "Таких вопросов у меня нет: «авто»")
  assert.include(said, "Кино — 14")
})

it.effect("numbers that cannot be read hold up no game: the chat is told so", () =>
  Effect.gen(function* () {
    const around = { nowMs: 2_000, roll: () => 7, textMax: Infinity }
    const folding = foldTasks(
      { stored: unplayed, heardOrder: 0, saidLately: nothingSaid },
      [wrote(boris, "рейтинг", 1)],
      around
    )
    const folded = yield* finishFoldings(new Map([[chat, folding]]), {
      draw: () => Effect.succeed([]),
      shelves: () => Effect.succeed([]),
      remind: null,
      tell: () => Effect.fail(new StoreBroken({ operation: "tell", problem: "planted" }))
    })
    const said = folded.get(chat)?.commit?.outgoing.map(({ message }) => plainText(message.text))
    assert.deepStrictEqual(said, ["📊 Статистику сейчас не посмотреть."])
  })
)

const begun = [wrote(anna, "Начать игру", 1), wrote(anna, "Я играю", 2), wrote(boris, "Я играю", 3)]

it("many tasks are one commit: one version on, every event in the log, every message numbered on", () => {
  const { commit, rest } = fold(unplayed, begun)
  assert.deepStrictEqual(rest, [])
  assert.strictEqual(commit?.next.version, 1)
  assert.deepStrictEqual(
    commit?.log.map((each) => each.source),
    begun.map((_, i) => source(String(i + 1)))
  )
  assert.deepStrictEqual(
    commit?.outgoing.map(({ seq }) => seq),
    commit?.outgoing.map((_, i) => i + 1)
  )
  assert.strictEqual(commit?.next.lastSeq, commit?.outgoing.length)
})

it("the same task twice is one", () => {
  const once = fold(unplayed, begun)
  const twice = fold(unplayed, [...begun, ...begun])
  assert.deepStrictEqual(twice.commit, once.commit)
})

it("a question that is wanted is asked for, and what came of it is in the same commit", () => {
  const [question] = questions
  assert.isDefined(question)
  const { commit } = fold(unplayed, [...begun, wrote(anna, "Поехали", 4)], questions)
  assert.strictEqual(commit?.next.state._tag, "Discussion")
  assert.deepStrictEqual(commit?.asked, [question.id])
  assert.isNull(commit?.log.at(-1)?.source)
})

it("talk that changes nothing is no commit, and is remembered as heard", () => {
  const { commit, heardOrder } = fold(unplayed, [wrote(anna, "как дела", 9)])
  assert.isNull(commit)
  assert.strictEqual(heardOrder, 9)
})

it("what begins another game is left for another commit", () => {
  const stopped = [...begun.slice(0, 1), wrote(anna, "Стоп", 4)]
  const again = wrote(anna, "Начать игру", 6)
  const { commit, rest } = fold(unplayed, [...stopped, again])
  assert.strictEqual(commit?.next.state._tag, "Finished")
  assert.deepStrictEqual(rest, [again])
})

it("a task that makes the code throw is the poison: what came before it counts, what came after is left", () => {
  const poison = wrote(anna, "?", 3)
  if (poison._tag === "Chat") Object.defineProperty(poison.incoming.input, "text", { get: () => assert.fail("poison") })
  const [first, second] = begun
  if (first === undefined || second === undefined) return
  const folded = fold(unplayed, [first, poison, second])
  assert.strictEqual(folded.poison?.task, poison)
  assert.deepStrictEqual(folded.rest, [second])
  assert.strictEqual(folded.commit?.next.state._tag, "Lobby")
  assert.strictEqual(folded.poison?.met?.version, 1)
})

const alone = (text: string, order: number): Task => ({
  _tag: "Chat",
  incoming: Incoming.make({
    source: source(`alone ${order}`),
    conversation: chat,
    atMs: 1_000,
    input: { _tag: "Wrote", by: anna, text, action: null, order },
    hearsAll: true,
    alone: true
  }),
  done: Effect.void
})

const proposing = ["Предложить вопрос", "Почему чайки летят за плугом?", "За червями", "пропустить"].map((text, i) =>
  alone(text, i + 1)
)

it("steps of a proposal are one commit, in which each step is named, asked about and answered", () => {
  const { commit } = fold(unplayed, proposing)
  assert.deepStrictEqual(
    commit?.talked,
    [1, 2, 3, 4].map((n) => source(`alone ${n}`))
  )
  assert.deepInclude(commit, { log: [], proposed: [] })
  assert.deepStrictEqual(
    commit?.outgoing.map(({ seq }) => seq),
    [1, 2, 3, 4]
  )
  assert.deepInclude(commit?.next, { version: 1, lastSeq: 4, lastOrder: 4, state: unplayed.state })
  assert.strictEqual(commit?.next.proposal?.writing?.step, "comment")
})

it("a proposal comes to the same however its steps are cut into commits, and ends as a question of its author", () => {
  const steps = [
    ...proposing,
    ...["Плуг выворачивает червей.", "Наблюдение", "пропустить", "отправить"].map((text, i) => alone(text, 5 + i))
  ]
  const whole = fold(unplayed, steps).commit
  let stored = unplayed
  const proposed = steps.flatMap((step) => {
    const { commit } = fold(stored, [step])
    stored = commit?.next ?? stored
    return commit?.proposed ?? []
  })
  assert.deepStrictEqual({ ...stored, version: 1 }, whole?.next)
  assert.deepStrictEqual(proposed, whole?.proposed)
  assert.deepStrictEqual(
    proposed.map(({ answer, by, name, text }) => [text, answer, by, name]),
    [["Почему чайки летят за плугом?", "За червями", anna.id, anna.name]]
  )
})

const committed = ({ commit }: Folded) => commit ?? assert.fail("nothing was stored")
const stepOf = ({ proposal }: StoredGame) => proposal?.writing?.step

it("in a private dialog a game begins at once, with the question; its words are the game's until it is over", () => {
  const { log, next: played, outgoing } = committed(fold(unplayed, [alone("Начать игру", 1)], [...questions]))
  assert.strictEqual(played.state._tag, "Discussion")
  assert.deepStrictEqual(
    outgoing.map(({ message: { keyboard } }) => keyboard?.place),
    ["under input", "under message"]
  )
  assert.deepStrictEqual(
    log.map(({ event, source }) => [event._tag, source === null]),
    [
      ["StartRequested", false],
      ["GoRequested", true],
      ["QuestionDrawn", true]
    ]
  )
  const { next: opened } = committed(fold(played, [alone("/предложить вопрос", 2)]))
  assert.strictEqual(stepOf(opened), "text")
  assert.deepStrictEqual(opened.state, played.state)
  const { commit } = fold(opened, [alone("Почему чайки летят за плугом?", 3)])
  assert.strictEqual(stepOf(commit?.next ?? opened), "text")
})

it("in a conversation of several nobody proposes anything", () => {
  assert.isNull(fold(unplayed, [wrote(anna, "Предложить вопрос", 1)]).commit)
})

it("every message knows which event it follows from, and where that is recorded, if it is", () => {
  const trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
  const { commit } = fold(unplayed, [wrote(anna, "Начать игру", 1), { ...wrote(boris, "Я играю", 2), trace }])
  const origins = commit?.outgoing.map(({ message }) => message.origin)
  assert.deepStrictEqual(origins, [{ event: source("1") }, { event: source("2"), trace }])
})
