/** «5 марта»: the day and the month, as a date is told. */
const months = [
  "января",
  "февраля",
  "марта",
  "апреля",
  "мая",
  "июня",
  "июля",
  "августа",
  "сентября",
  "октября",
  "ноября",
  "декабря"
]

export const dateWords = ({ day, month }: { readonly day: number; readonly month: number }): string =>
  `${day} ${months[month - 1] ?? ""}`
