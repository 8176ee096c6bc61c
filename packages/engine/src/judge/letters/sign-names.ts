/** Signs that may be an answer, and what they are called. */
import { hasWord } from "./lettered.ts"

const names: ReadonlyArray<readonly [sign: string, names: string]> = [
  [".", "точка"],
  [",", "запятая"],
  [";", "точка с запятой"],
  [":", "двоеточие"],
  ["…", "многоточие"],
  ["...", "многоточие"],
  ["?", "вопросительный знак; знак вопроса"],
  ["!", "восклицательный знак; знак восклицания"],
  ["-", "дефис; минус; тире"],
  ["—", "тире; минус"],
  ["–", "тире; минус"],
  ["()", "скобки; круглые скобки"],
  ["(", "скобка"],
  [")", "скобка"],
  ["[]", "скобки; квадратные скобки"],
  ["{}", "скобки; фигурные скобки"],
  ["«»", "кавычки"],
  ['""', "кавычки"],
  ['"', "кавычки"],
  ["/", "слэш; косая черта; дробь"],
  ["&", "амперсанд"],
  ["@", "собака; собачка; эт"],
  ["#", "решётка; хештег; диез"],
  ["*", "звёздочка; астериск"],
  ["+", "плюс"],
  ["=", "равно; знак равенства"],
  ["%", "процент; знак процента"],
  ["$", "доллар; знак доллара"],
  ["€", "евро; знак евро"],
  ["£", "фунт; фунт стерлингов"],
  ["¥", "иена; юань"],
  ["₽", "рубль; знак рубля"],
  ["№", "номер"],
  ["∞", "бесконечность"],
  ["√", "корень; знак корня"],
  ["♥", "сердце; сердечко"],
  ["❤", "сердце; сердечко"],
  ["☭", "серп и молот"],
  ["☮", "пацифик"]
]

const bySign = new Map(names.map(([sign, list]) => [sign, list.split("; ")]))

const decoration = /^[«"„“]+|[»"“”.]+$/gu

/** The text without quotes, spaces and its full stop, if it is made of signs alone. */
export const signIn = (text: string): string | null => {
  if (hasWord(text)) return null
  const bare = text.replaceAll(" ", "")
  return bySign.has(bare) ? bare : bare.replace(decoration, "")
}

export const namesOfSign = (sign: string): ReadonlyArray<string> => bySign.get(sign) ?? []

const picture = /\p{Extended_Pictographic}/u

/** Somebody who answers with a picture means something. */
export const isPicture = (text: string): boolean => picture.test(text)
