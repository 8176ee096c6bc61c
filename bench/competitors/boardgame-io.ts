/** boardgame.io's reducer playing the same moves; everybody is active, so its turns cost as little as they can. */
import { compileAnswer, type CompiledAnswer, judge } from "@znatoki/engine"
import { createRequire } from "node:module"
import { answerOf, type Contestant, questionOf, questions, rounds } from "../reducer/script.ts"

// Its package has no entry for ES modules in Node.
const require = createRequire(import.meta.url)
const { INVALID_MOVE, ActivePlayers } = require("boardgame.io/dist/cjs/core.js")
const { CreateGameReducer, InitializeGame } = require("boardgame.io/dist/cjs/internal.js")

const compiled = new Map<string, CompiledAnswer>(questions.map((question) => [question.id, compileAnswer(question)]))

interface Table {
  phase: "lobby" | "wheel" | "discussion" | "choice" | "answer" | "verdict" | "finished"
  players: Array<string>
  captain: string
  answerer: string
  round: number
  question: string
  deadlineMs: number
  team: number
  bot: number
}
interface Move {
  G: Table
  playerID: string
}

const game = {
  name: "znatoki",
  setup: (): Table => ({
    phase: "lobby",
    players: ["0"],
    captain: "",
    answerer: "",
    round: 0,
    question: "",
    deadlineMs: 0,
    team: 0,
    bot: 0
  }),
  turn: { activePlayers: ActivePlayers.ALL },
  moves: {
    join: ({ G, playerID }: Move) => {
      if (G.phase !== "lobby" || G.players.includes(playerID)) return INVALID_MOVE
      G.players.push(playerID)
    },
    go: ({ G, playerID }: Move) => {
      if (G.phase !== "lobby" || !G.players.includes(playerID)) return INVALID_MOVE
      G.captain = "0"
      G.round = 1
      G.phase = "wheel"
    },
    question: ({ G }: Move, id: string, atMs: number) => {
      if (G.phase !== "wheel") return INVALID_MOVE
      G.question = id
      G.phase = "discussion"
      G.deadlineMs = atMs + 60_000
    },
    say: ({ G, playerID }: Move, text: string) => {
      if (G.phase !== "answer" || playerID !== G.answerer) return
      const answer = compiled.get(G.question)
      if (answer !== undefined && judge(answer, text).verdict === "accepted") G.team++
      else G.bot++
      G.phase = "verdict"
    },
    timeUp: ({ G }: Move, atMs: number) => {
      if (G.phase !== "discussion" || atMs < G.deadlineMs) return INVALID_MOVE
      G.phase = "choice"
      G.deadlineMs = atMs + 30_000
    },
    name: ({ G, playerID }: Move, answerer: string) => {
      if (G.phase !== "choice" || playerID !== G.captain || !G.players.includes(answerer)) return INVALID_MOVE
      G.answerer = answerer
      G.phase = "answer"
    },
    next: ({ G, playerID }: Move) => {
      if (G.phase !== "verdict" || !G.players.includes(playerID)) return INVALID_MOVE
      if (G.round === rounds) G.phase = "finished"
      else {
        G.round++
        G.phase = "wheel"
      }
    }
  }
}

const reducer = CreateGameReducer({ game })
const makeMove = (type: string, playerID: string, ...args: ReadonlyArray<unknown>) => ({
  type: "MAKE_MOVE",
  payload: { type, args, playerID, credentials: undefined }
})

export const boardgameIo: Contestant = {
  name: "boardgame.io reducer",
  playGame: (number) => {
    let state = InitializeGame({ game, numPlayers: 2 })
    let atMs = 0
    const play = (...move: Parameters<typeof makeMove>): void => {
      state = reducer(state, makeMove(...move))
    }
    play("join", "1")
    play("go", "0")
    play("say", "1", "привет")
    for (let round = 1; round <= rounds; round++) {
      play("question", "0", questionOf(number, round).id, atMs)
      play("say", "1", "может, Лермонтов?")
      atMs += 60_000
      play("timeUp", "0", atMs)
      play("name", "0", "1")
      play("say", "0", "давай")
      play("say", "1", answerOf(round))
      play("next", "0")
    }
    if (state.G.phase !== "finished") throw new Error("the game is not over")
    return { team: state.G.team, bot: state.G.bot, effects: 0 }
  }
}
