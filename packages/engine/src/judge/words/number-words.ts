/** Russian words for numbers, in every case: what each is worth and what may follow it. */

/** How a word takes part in a number: it adds its worth below the last one, or multiplies what stands before it. */
export interface NumberWord {
  readonly worth: number
  readonly role: "unit" | "ten" | "hundred" | "multiplier"
  readonly ordinal: boolean
}

const cardinalForms: ReadonlyArray<readonly [number, string]> = [
  [0, "ноль нуль ноля нуля нолю нулю нолем нулем ноле нуле"],
  [1, "один одна одно одни одного одной одному одним одном одну одних одними"],
  [2, "два две двух двум двумя двое двоих двоим двоими оба обе обоих обеих обоим обеим обоими обеими"],
  [3, "три трех трем тремя трое троих троим троими"],
  [4, "четыре четырех четырем четырьмя четверо четверых четверым четверыми"],
  [5, "пять пяти пятью пятеро пятерых пятерым пятерыми"],
  [6, "шесть шести шестью шестеро шестерых шестерым шестерыми"],
  [7, "семь семи семью семеро семерых семерым семерыми"],
  [8, "восемь восьми восемью восьмью восьмеро восьмерых восьмерым восьмерыми"],
  [9, "девять девяти девятью девятеро девятерых девятерым девятерыми"],
  [10, "десять десяти десятью десятеро десятерых десятерым десятерыми десяток десятка"],
  [12, "дюжина дюжины дюжине дюжину дюжиной"],
  [40, "сорок сорока"],
  [50, "пятьдесят пятидесяти пятьюдесятью"],
  [60, "шестьдесят шестидесяти шестьюдесятью"],
  [70, "семьдесят семидесяти семьюдесятью"],
  [80, "восемьдесят восьмидесяти восемьюдесятью"],
  [90, "девяносто девяноста"],
  [100, "сто ста сотня сотни сотню сотней"],
  [200, "двести двухсот двумстам двумястами двухстах"],
  [300, "триста трехсот тремстам тремястами трехстах"],
  [400, "четыреста четырехсот четыремстам четырьмястами четырехстах"],
  [500, "пятьсот пятисот пятистам пятьюстами пятистах"],
  [600, "шестьсот шестисот шестистам шестьюстами шестистах"],
  [700, "семьсот семисот семистам семьюстами семистах"],
  [800, "восемьсот восьмисот восьмистам восемьюстами восьмистах"],
  [900, "девятьсот девятисот девятистам девятьюстами девятистах"],
  [1000, "тысяча тысячи тысяч тысячу тысяче тысячей тысячью тысячам тысячами тысячах тыс тыща тыщи тыщу"],
  [1_000_000, "миллион миллиона миллионы миллионов миллиону миллионом миллионе миллионам миллионами млн"],
  [1_000_000_000, "миллиард миллиарда миллиарды миллиардов миллиарду миллиардом миллиарде миллиардам млрд"]
]

/** Of a title or a name in English. */
const english: ReadonlyArray<readonly [number, string]> = [
  [0, "zero"],
  [1, "one"],
  [2, "two"],
  [3, "three"],
  [4, "four"],
  [5, "five"],
  [6, "six"],
  [7, "seven"],
  [8, "eight"],
  [9, "nine"],
  [10, "ten"],
  [11, "eleven"],
  [12, "twelve"],
  [13, "thirteen"],
  [14, "fourteen"],
  [15, "fifteen"],
  [16, "sixteen"],
  [17, "seventeen"],
  [18, "eighteen"],
  [19, "nineteen"],
  [20, "twenty"],
  [30, "thirty"],
  [40, "forty"],
  [50, "fifty"],
  [60, "sixty"],
  [70, "seventy"],
  [80, "eighty"],
  [90, "ninety"],
  [100, "hundred"],
  [1000, "thousand"],
  [1_000_000, "million"]
]

/** Those that decline alike: the nominative less its soft sign. */
const regularCardinals: ReadonlyArray<readonly [number, string]> = [
  [11, "одиннадцат"],
  [12, "двенадцат"],
  [13, "тринадцат"],
  [14, "четырнадцат"],
  [15, "пятнадцат"],
  [16, "шестнадцат"],
  [17, "семнадцат"],
  [18, "восемнадцат"],
  [19, "девятнадцат"],
  [20, "двадцат"],
  [30, "тридцат"]
]

const ordinalStems: ReadonlyArray<readonly [number, string]> = [
  [1, "перв"],
  [2, "втор"],
  [4, "четверт"],
  [5, "пят"],
  [6, "шест"],
  [7, "седьм"],
  [8, "восьм"],
  [9, "девят"],
  [10, "десят"],
  ...regularCardinals,
  [40, "сороков"],
  [50, "пятидесят"],
  [60, "шестидесят"],
  [70, "семидесят"],
  [80, "восьмидесят"],
  [90, "девяност"],
  [100, "сот"],
  [200, "двухсот"],
  [300, "трехсот"],
  [400, "четырехсот"],
  [500, "пятисот"],
  [600, "шестисот"],
  [700, "семисот"],
  [800, "восьмисот"],
  [900, "девятисот"],
  [1000, "тысячн"],
  [2000, "двухтысячн"],
  [1_000_000, "миллионн"]
]

const hardEndings = "ый ой ая ое ые ого ому ом ым ую ых ыми".split(" ")
const softEndings = "ий ья ье ьи ьего ьему ьем ьим ью ьей ьих ьими".split(" ")

const roleOf = (worth: number): NumberWord["role"] => {
  if (worth >= 1000) return "multiplier"
  if (worth >= 100) return "hundred"
  return worth >= 20 ? "ten" : "unit"
}

const dictionary = (): ReadonlyMap<string, NumberWord> => {
  const words = new Map<string, NumberWord>()
  const add = (word: string, worth: number, ordinal: boolean): void => {
    words.set(word, { worth, role: roleOf(worth), ordinal })
  }
  for (const [worth, forms] of cardinalForms) for (const form of forms.split(" ")) add(form, worth, false)
  for (const [worth, word] of english) add(word, worth, false)
  for (const [worth, stem] of regularCardinals) for (const ending of ["ь", "и", "ью"]) add(stem + ending, worth, false)
  for (const [worth, stem] of ordinalStems) for (const ending of hardEndings) add(stem + ending, worth, true)
  for (const ending of softEndings) add(`трет${ending}`, 3, true)
  return words
}

export const numberWords: ReadonlyMap<string, NumberWord> = dictionary()

const fractions: ReadonlyArray<readonly [string, string]> = [
  ["1.5", "полтора полторы полутора"],
  ["0.5", "половина половины половине половину половиной"],
  ["1/3", "треть трети третью"],
  ["0.25", "четверть четверти четвертью"]
]

/** Fractions that have a name of their own. */
export const fractionWords: ReadonlyMap<string, string> = new Map(
  fractions.flatMap(([digits, forms]) => forms.split(" ").map((form) => [form, digits] as const))
)

const partForms: ReadonlyArray<readonly [number, string]> = [
  [3, "треть трети третей третям третями третях"],
  [4, "четверть четверти четвертей четвертям четвертями четвертях"]
]

/** What «три» is divided by in «три четверти». */
export const partWords: ReadonlyMap<string, number> = new Map(
  partForms.flatMap(([worth, forms]) => forms.split(" ").map((form) => [form, worth] as const))
)
