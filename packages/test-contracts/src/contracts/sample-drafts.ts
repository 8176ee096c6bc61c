/** Drafts for the contract suites: a published question of which nothing is known but what is asked and answered. */
import type { QuestionDraft } from "@znatoki/ports/question-catalog"

export const questionDraft = (changes: Partial<QuestionDraft> = {}): QuestionDraft => ({
  text: "Что стоит посреди Волги?",
  handout: null,
  answer: "буква «л»",
  accepted: [],
  rejected: [],
  moreAccepted: [],
  moreRejected: [],
  comment: null,
  source: null,
  author: null,
  difficulty: 3,
  themes: [],
  state: "published",
  rests: false,
  ...changes
})
