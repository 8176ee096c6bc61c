/** A question of «Своя игра» is a theme with several questions in it: each becomes a question of its own. */
import { itemsOf } from "./numbered-items.ts"
import type { GivenQuestion, ReadingDraft } from "./reading-draft.ts"

export const themeQuestions = (theme: GivenQuestion, draft: ReadingDraft): ReadonlyArray<GivenQuestion> => {
  const asked = itemsOf(theme.text)
  const answers = itemsOf(theme.answer)
  if (asked === null || answers === null || asked.items.length !== answers.items.length) {
    draft.warn(
      theme.line,
      "a theme of «Своя игра» whose questions and answers do not go together: read as one question"
    )
    return [theme]
  }
  draft.warn(theme.line, `a theme of «Своя игра»: ${asked.items.length} questions were made of it`)
  return asked.items.map((text, i) => ({
    ...theme,
    text,
    answer: answers.items[i] ?? "",
    number: `${theme.number ?? ""}.${i + 1}`,
    themes: asked.before === "" ? (theme.themes ?? []) : [asked.before]
  }))
}
