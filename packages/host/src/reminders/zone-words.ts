/** Time zones by the towns that people name them by. */
import { isZone } from "@znatoki/chat/reminder"
import { plainWords } from "../said-words.ts"

/** What is written, the zone, and words for it that are read too. */
const towns: ReadonlyArray<readonly [name: string, zone: string, ...others: ReadonlyArray<string>]> = [
  ["Калининград", "Europe/Kaliningrad"],
  [
    "Москва",
    "Europe/Moscow",
    "мск",
    "санкт петербург",
    "петербург",
    "питер",
    "спб",
    "нижний новгород",
    "казань",
    "ростов на дону",
    "ростов",
    "краснодар",
    "воронеж",
    "волгоград",
    "сочи"
  ],
  ["Самара", "Europe/Samara", "ижевск"],
  ["Саратов", "Europe/Saratov"],
  ["Екатеринбург", "Asia/Yekaterinburg", "челябинск", "пермь", "уфа", "тюмень", "екб"],
  ["Омск", "Asia/Omsk"],
  ["Новосибирск", "Asia/Novosibirsk"],
  ["Томск", "Asia/Tomsk"],
  ["Красноярск", "Asia/Krasnoyarsk"],
  ["Иркутск", "Asia/Irkutsk"],
  ["Якутск", "Asia/Yakutsk"],
  ["Чита", "Asia/Chita"],
  ["Владивосток", "Asia/Vladivostok", "хабаровск"],
  ["Магадан", "Asia/Magadan"],
  ["Камчатка", "Asia/Kamchatka", "петропавловск камчатский"],
  ["Минск", "Europe/Minsk"],
  ["Киев", "Europe/Kiev"],
  ["Кишинёв", "Europe/Chisinau"],
  ["Рига", "Europe/Riga"],
  ["Вильнюс", "Europe/Vilnius"],
  ["Таллин", "Europe/Tallinn"],
  ["Алматы", "Asia/Almaty", "астана"],
  ["Ташкент", "Asia/Tashkent"],
  ["Бишкек", "Asia/Bishkek"],
  ["Ереван", "Asia/Yerevan"],
  ["Баку", "Asia/Baku"],
  ["Тбилиси", "Asia/Tbilisi"],
  ["Белград", "Europe/Belgrade"],
  ["Берлин", "Europe/Berlin"],
  ["Париж", "Europe/Paris"],
  ["Лондон", "Europe/London"],
  ["Тель-Авив", "Asia/Jerusalem", "иерусалим"],
  ["Нью-Йорк", "America/New_York"]
]

/** Null: no such place is known. */
export const zoneIn = (text: string): string | null => {
  const words = plainWords(text)
  const town = towns.find(([name, , ...others]) => plainWords(name) === words || others.includes(words))
  if (town !== undefined) return town[1]
  const name = text.trim()
  return /^[A-Za-z]+\/[A-Za-z_/-]+$/.test(name) && isZone(name) ? name : null
}

export const zoneWords = (zone: string): string => towns.find(([, of]) => of === zone)?.[0] ?? zone
