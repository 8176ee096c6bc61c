/** The entry for tests of whoever embeds the engine: generators of games, and the laws every game keeps. */
export { anyEvent, anyQuestion, anySettings, people } from "./arbitraries.ts"
export { byTimeAlone } from "./by-time-alone.ts"
export { type Law } from "./law.ts"
export { laws, lawsOf } from "./laws.ts"
export { type Move, timeUp } from "./event-of-move.ts"
export { anyGame, anyMove, eventOf, type Game, lastState, play, playWith, type Timed, type Turn } from "./moves.ts"
