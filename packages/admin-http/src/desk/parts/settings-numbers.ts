/** The numbers of a game that the desk settles for a conversation, in the order of its form. */
export const numbers = [
  "rounds",
  "pointsToWin",
  "playersMax",
  "lobbySeconds",
  "discussionSeconds",
  "choiceSeconds",
  "answerSeconds",
  "verdictSeconds"
] as const
