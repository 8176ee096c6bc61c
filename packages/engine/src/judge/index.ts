/** The entry for whoever wants the judge alone: nothing of the game, and no other package. */
export { judge } from "./judge.ts"
export { compileAnswer, type CompiledAnswer, type ReferenceAnswer } from "./compile-answer.ts"
export type { Judgement, JudgeReason, JudgeVerdict } from "./verdict/judgement.ts"
export type { Lemma, Lexicon, Person } from "./words/lexicon.ts"
