/** Themes as people read them: those of ours have names of programs, and in Russian names of their own. */
import { themeNamed, themeTitle } from "@znatoki/chat/theme-names"
import type { Language } from "../words/words.ts"

export const themeShown = (theme: string, language: Language): string => (language === "ru" ? themeTitle(theme) : theme)

/** What was shown; whatever was not stays as it was written. */
export const themeMeant = (shown: string): string => {
  const theme = themeNamed(shown)
  return themeTitle(theme) === shown ? theme : shown
}
