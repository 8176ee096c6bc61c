/** Which words a dictionary lists twice for their two spellings: «калоша» and «галоша», «бриллиант» and «брильянт», «иод» and «йод». */

const variants = `
галоша: калоша галоши калоши
бриллиант: брильянт
бриллиантовый: брильянтовый
ноль: нуль
туннель: тоннель
матрас: матрац
строгать: стругать
жираф: жирафа
шкаф: шкап
пиявка: пьявка
крынка: кринка
номер: нумер
госпиталь: гошпиталь
скворечник: скворечня
доллар: бакс
кочан: качан
`

const usual = new Map(
  variants
    .trim()
    .split("\n")
    .flatMap((line) => {
      const [word = "", others = ""] = line.split(": ")
      return others.split(" ").map((other) => [other, word] as const)
    })
)

export const usualSpelling = (word: string): string =>
  word.startsWith("ио") ? `й${word.slice(1)}` : (usual.get(word) ?? word)
