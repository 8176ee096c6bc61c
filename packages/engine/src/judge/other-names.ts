/** Which places go by two names, so that either answers the other: «Нидерланды» and «Голландия», «Венеция» and «Venice». */

const places = `
нидерланды; голландия; netherlands; holland
пекин; бейцзин; beijing
белоруссия; беларусь
молдавия; молдова
киргизия; кыргызстан; киргизстан
туркмения; туркменистан
татария; татарстан
башкирия; башкортостан
якутия; саха
тува; тыва
бирма; мьянма
шри ланка; цейлон
кот д ивуар; берег слоновой кости
чехия; чешская республика
кабо верде; острова зеленого мыса
корея; республика корея; южная корея
северная корея; кндр
эверест; джомолунгма
ла манш; английский канал
санкт петербург; питер; петербург
бомбей; мумбаи
калькутта; колката
хошимин; сайгон
таллин; ревель
тбилиси; тифлис
алматы; алма ата
лиссабон; lisboa; lisbon
рим; roma; rome
венеция; venezia; venice
флоренция; firenze; florence
неаполь; napoli; naples
москва; moscow
вена; wien; vienna
мюнхен; munich
кельн; cologne
варшава; warszawa; warsaw
прага; praha; prague
афины; athens
германия; germany; deutschland
испания; spain
греция; greece
швейцария; switzerland
швеция; sweden
норвегия; norway
финляндия; finland; suomi
япония; japan
китай; china
россия; russia
египет; egypt
турция; turkey
`

const names = new Map<string, ReadonlyArray<string>>()
for (const line of places.trim().split("\n")) {
  const all = line.split("; ")
  for (const name of all)
    names.set(
      name,
      all.filter((other) => other !== name)
    )
}

/** The other names of the place that a normal form names. */
export const otherNamesOf = (normal: string): ReadonlyArray<string> => names.get(normal) ?? []
