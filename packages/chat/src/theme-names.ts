/** What the themes of the questions that come with the program are called in Russian. Others are called as they are written. */

/** The first is shown; all are in plain words but for that. */
const names: { readonly [theme: string]: readonly [shown: string, ...also: ReadonlyArray<string>] } = {
  everyday: ["Быт", "обычаи", "повседневное"],
  history: ["История"],
  language: ["Язык", "слова", "русский язык", "языки"],
  technology: ["Техника", "технологии"],
  food: ["Еда", "кухня"],
  geography: ["География", "страны"],
  animals: ["Животные", "природа", "звери"],
  sport: ["Спорт"],
  literature: ["Литература", "книги"],
  science: ["Наука"],
  film: ["Кино", "фильмы"],
  art: ["Искусство", "живопись"],
  music: ["Музыка"]
}

export const themeTitle = (theme: string): string =>
  (Object.hasOwn(names, theme) ? names[theme]?.[0] : undefined) ?? theme

const plain = (name: string): string => name.trim().toLowerCase().replaceAll("ё", "е")

/** The theme that has this name, by what it is called too; of none of ours: as it was said. */
export const themeNamed = (said: string): string =>
  Object.keys(names).find((theme) => themeNames(theme).includes(plain(said))) ?? said

/** In lower case, without ё. */
export const themeNames = (theme: string): ReadonlyArray<string> =>
  (Object.hasOwn(names, theme) ? (names[theme] ?? []) : []).map(plain)
