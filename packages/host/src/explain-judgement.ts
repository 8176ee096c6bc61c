/** Why an answer was taken or not, in words a player understands. A reason without words stops the build here. */
import type { Judgement, JudgeReason, JudgeVerdict } from "@znatoki/engine"

interface Words {
  /** After «Засчитано»; reasons that never speak for an answer have none. */
  readonly right?: string
  /** After «Не засчитано». */
  readonly wrong: string
}

const words: { readonly [Reason in JudgeReason]: Words } = {
  exact: { right: "слово в слово", wrong: "верный ответ другой" },
  form: { right: "записано иначе, но ответ тот же", wrong: "здесь важна точная форма" },
  "word order": { right: "порядок слов не важен", wrong: "здесь важен порядок слов" },
  spacing: { right: "слитно или раздельно — не важно", wrong: "здесь важно, слитно или раздельно" },
  typo: { right: "опечатка не в счёт", wrong: "с такой опечаткой это другое слово" },
  transliteration: { right: "то же слово другими буквами", wrong: "здесь важно, какими буквами" },
  "keyboard layout": { right: "раскладка не та, но ответ верный", wrong: "раскладка не та" },
  keyword: { right: "главное слово названо", wrong: "главное слово есть, но рядом с ним лишние" },
  "extra words": { right: "лишние слова не мешают", wrong: "верный ответ назван, но с добавкой" },
  partial: { right: "главное названо", wrong: "это только часть ответа" },
  near: { wrong: "то ли опечатка, то ли другое слово" },
  abbreviation: { right: "сокращение понятно", wrong: "это сокращение, а нужен полный ответ" },
  "by meaning": { right: "подходит по смыслу", wrong: "здесь смотрят на смысл, а его оценят люди" },
  inexact: { wrong: "здесь нужен точный ответ" },
  "list of guesses": { wrong: "это список догадок, а ответ нужен один" },
  "wrong number": { wrong: "число не то" },
  "wrong name": { wrong: "фамилия та, а имя не то" },
  "wrong order": { wrong: "ответы не в том порядке" },
  negation: { wrong: "«не» меняет смысл" },
  "in rejected": { wrong: "такой ответ указан как незачёт" },
  empty: { wrong: "в сообщении нет ответа" },
  formal: { wrong: "это повтор вопроса" },
  "too long": { wrong: "для ответа это слишком длинно" },
  other: { wrong: "верный ответ другой" }
}

const opening: { readonly [Verdict in JudgeVerdict]: string } = {
  accepted: "Засчитано",
  disputed: "Пока не засчитано",
  rejected: "Не засчитано"
}

/** One sentence without a full stop. */
export const explainJudgement = ({ reason, verdict }: Judgement): string => {
  const { right, wrong } = words[reason]
  return `${opening[verdict]}: ${verdict === "accepted" ? (right ?? "ответ подходит") : wrong}`
}
