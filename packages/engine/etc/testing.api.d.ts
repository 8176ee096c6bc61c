/** The public types of `@znatoki/engine/testing`: a change here is a change for everybody who embeds it. */
import { GameEvent, GameState, Player, Question, Rules, Seed, Settings, Step } from "@znatoki/engine"
import fc from "fast-check"

// testing/arbitraries
/** Everybody who can come to a generated game; more than the smaller tables seat. */
export declare const people: readonly [Player, Player, Player, Player];
/** Valid settings: few rounds and small tables, every rule on or off. */
export declare const anySettings: fc.Arbitrary<Settings>;
/** Short questions, each with an id out of a thousand. */
export declare const anyQuestion: fc.Arbitrary<Question>;
/** Any event at all, sensible or not: what a hostile or confused world could send. */
export declare const anyEvent: fc.Arbitrary<GameEvent>;

// testing/by-time-alone
/** The states from `state` on, at most `most` of them; the last is where nothing is waited for any more. */
export declare const byTimeAlone: (state: GameState, question: Question, most: number) => ReadonlyArray<GameState>;

// testing/event-of-move
/** `who` chooses a person by number, out of as many as there are. */
export type Move = 
/** What the phase waits for; `short`: the quicker of its ways. */
{
    readonly kind: "forward";
    readonly who: number;
    readonly short: boolean;
    readonly question: Question;
}
/** The deadline passes, or with a negative `lateMs` its timer fires too early. */
 | {
    readonly kind: "time";
    readonly lateMs: number;
}
/** Nobody does anything: the question that is wanted comes, or the time is up. */
 | {
    readonly kind: "silence";
    readonly question: Question;
} | {
    readonly kind: "join";
    readonly who: number;
} | {
    readonly kind: "leave";
    readonly who: number;
    readonly gone: boolean;
}
/** Mostly the captain asks. */
 | {
    readonly kind: "ask";
    readonly who: number;
    readonly wish: "minute" | "club" | "appeal";
} | {
    readonly kind: "pause";
    readonly who: number;
} | {
    readonly kind: "ruling";
    readonly who: number;
    readonly accepted: boolean;
} | {
    readonly kind: "settings";
    readonly who: number;
    readonly settings: Settings;
} | {
    readonly kind: "outage";
    readonly lostMs: number;
}
/** Whoever runs the game is gone, or is back if it was. */
 | {
    readonly kind: "host";
}
/** Somebody wants to stop, or answers whether to, mostly in time. */
 | {
    readonly kind: "stop";
    readonly who: number;
    readonly lateMs: number;
    readonly yes: boolean | null;
} | {
    readonly kind: "no questions";
}
/** An earlier event is delivered once more. */
 | {
    readonly kind: "again";
    readonly which: number;
} | {
    readonly kind: "wild";
    readonly event: GameEvent;
};
interface At {
    readonly atMs: number;
    readonly seed: Seed;
}
/** The deadline's own timer; where nothing is waited for, a question about the session. */
export declare const timeUp: (state: GameState, at: At, lateMs?: number) => GameEvent;

// testing/law
/** A sentence that is true of every game, and the check of it on one played game. */
export interface Law {
    readonly sentence: string;
    /** `turns`: a game from its first event on. */
    readonly holds: (turns: ReadonlyArray<Turn<string>>) => boolean;
}

// testing/laws
/** The laws of games that were played by `rules`: `reduce`, or what an embedder has wrapped around it. */
export declare const lawsOf: (rules: Rules<string>) => ReadonlyArray<Law>;
/** The laws of games that were played by the rules of the engine. */
export declare const laws: ReadonlyArray<Law>;

// testing/moves
/** A move, how long after the one before it comes, and its dice. */
export interface Timed {
    readonly move: Move;
    /** Below zero: before it, for the clocks of two processes differ. */
    readonly waitMs: number;
    readonly seed: Seed;
}
/** A game to be played: what it is played with, and what happens in it. */
export interface Game {
    readonly settings: Settings;
    readonly moves: ReadonlyArray<Timed>;
}
/** One event of a played game. `Own`: the reasons for which rules of your own refuse. */
export interface Turn<Own extends string = never> {
    readonly before: GameState;
    readonly event: GameEvent;
    readonly step: Step<Own>;
}
/** Mostly what the phase waits for; now and then a nuisance, or any event at all. */
export declare const anyMove: fc.Arbitrary<Move>;
/** Games of up to 120 moves, so that most get as far as an answer and many to their end. */
export declare const anyGame: fc.Arbitrary<Game>;
/** Every event of a game played by `rules`, with what was before it and what came of it. */
export declare const playWith: <Own extends string = never>(rules: Rules<Own>, { moves, settings }: Game) => ReadonlyArray<Turn<Own>>;
/** Every event of a game played by the rules of the engine, with what was before it and what came of it. */
export declare const play: (game: Game) => ReadonlyArray<Turn>;
/** Where a game stands after its last move. */
export declare const lastState: (game: Game) => GameState;
/** An earlier event is looked up in `turns`. */
export declare const eventOf: (state: GameState, move: Move, at: At, turns?: ReadonlyArray<Turn<string>>) => GameEvent;

export {}
