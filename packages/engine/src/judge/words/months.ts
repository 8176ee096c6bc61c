/** The months, as a date has them. */
export const months: ReadonlyArray<string> =
  "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split(" ")
