/** How the desk judges answers that editors try: as a game does. */
import type { Judge } from "@znatoki/admin-http/routes/judge"
import { compileAnswer, judge } from "@znatoki/engine"
import { russianLexicon } from "@znatoki/lexicon-ru/russian-lexicon"

export const judged: Judge = ({ text, ...reference }, given) => {
  const compiled = compileAnswer({ ...reference, ...(text === null ? {} : { text }) })
  return judge(compiled, given, russianLexicon())
}
