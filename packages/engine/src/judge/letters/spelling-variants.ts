/** Which words a dictionary lists twice for their two spellings: «калоша» and «галоша», «бриллиант» and «брильянт», «иод» and «йод». */

const variants = `
галоша калоша галоши калоши
бриллиант брильянт
бриллиантовый брильянтовый
ноль нуль
туннель тоннель
матрас матрац
строгать стругать
жираф жирафа
шкаф шкап
пиявка пьявка
крынка кринка
номер нумер
госпиталь гошпиталь
скворечник скворечня
доллар бакс
кочан качан
орангутан орангутанг
сэндвич сандвич
псалтирь псалтырь
таллин таллинн
табуретка табурет
макдоналдс макдональдс
или иль
иван иоанн
илья илия
мария марья
наталья наталия
софья софия
дмитрий димитрий
яков иаков
чтобы чтоб
`

/** The first word of a line stands for all of it. */
const usual = new Map(
  variants.split("\n").flatMap((line) => {
    const words = line.split(" ")
    return words.map((word) => [word, words[0] ?? word] as const)
  })
)

export const usualSpelling = (word: string): string =>
  usual.get(word) ?? (word.startsWith("ио") ? `й${word.slice(1)}` : word)
