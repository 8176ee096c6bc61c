/** What the document groups its routes under. */
export const tags = {
  questions: "The bank of questions",
  packs: "Packs of questions, and their files",
  proposals: "Questions that players proposed, and answers that people ruled right",
  games: "Games running and finished, and what happened in each",
  statistics: "Who plays how well",
  conversations: "What was settled for conversations, and how they play",
  parked: "Conversations that stand still because an event made the code fail",
  "dead letters": "Messages that never arrived",
  jobs: "What is done by the clock beside the games",
  "sign-in": "How a person comes in and goes out",
  admins: "Who may use the desk, and what they did",
  tokens: "Tokens for programs",
  health: "Whether the process lives, and can do its work",
  "the API itself": "What it is"
} as const

export type Tag = keyof typeof tags
