/** What goes by two names, so that either answers the other: «Нидерланды» and «Голландия», «Венеция» and «Venice». */

const things = `
вопросительный знак; знак вопроса
восклицательный знак; знак восклицания
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
париж; paris
лондон; london
брюссель; brussels; bruxelles
копенгаген; copenhagen
женева; geneva
иерусалим; jerusalem
каир; cairo
стамбул; istanbul
франция; france
англия; england
великобритания; great britain; united kingdom; uk; britain
шотландия; scotland
ирландия; ireland
исландия; iceland
австрия; austria
австралия; australia
венгрия; hungary
польша; poland
бельгия; belgium
дания; denmark
португалия; portugal
украина; ukraine
грузия; georgia
армения; armenia
азербайджан; azerbaijan
кипр; cyprus
мексика; mexico
индия; india
бразилия; brazil
аргентина; argentina
африка; africa
европа; europe
азия; asia
антарктида; antarctica
тихий океан; pacific ocean; pacific
аляска; alaska
белый медведь; полярный медведь
детский сад; детсад; садик
третьяковская галерея; третьяковка
мариинский театр; мариинка
александринский театр; александринка
комсомольская правда; комсомолка
литературная газета; литературка
углекислый газ; диоксид углерода; двуокись углерода; co2
мобильный телефон; сотовый телефон; мобильник; сотовый; мобила
микроволновка; микроволновая печь; микроволновая печка; свч печь
стиральная машина; стиралка
посудомоечная машина; посудомойка
маршрутное такси; маршрутка
газированная вода; газировка
минеральная вода; минералка
сгущенное молоко; сгущенка
жевательная резинка; жвачка
овсяная каша; овсянка
манная каша; манка
коммунальная квартира; коммуналка
кредитная карта; кредитка
зачетная книжка; зачетка
солнцезащитные очки; солнечные очки; темные очки; очки от солнца
зубной врач; стоматолог; дантист
ластик; стирательная резинка
колесо обозрения; чертово колесо
олимпийские игры; олимпиада
страх высоты; боязнь высоты; акрофобия
день святого валентина; день влюбленных; день всех влюбленных
23 февраля; день защитника отечества
1 апреля; день смеха; день дурака
8 марта; международный женский день; женский день
екатеринбург; екб
новосибирск; новосиб
нижний новгород; нижний
ростов на дону; ростов
нью йорк; new york; ny; nyc
лос анджелес; los angeles
лас вегас; las vegas; вегас
рио де жанейро; рио
windows; винда; виндоус
вконтакте; vk; вк
telegram; телега; тг
instagram; инста
coca cola; кола
автомат калашникова; ак 47; калаш; калашников
флешка; флеш карта; флеш накопитель
ноль; zero
один; one
два; two
три; three
четыре; four
пять; five
шесть; six
семь; seven
восемь; eight
девять; nine
десять; ten
полночь; 12 ночи; 00 00; 24 00; 0 часов
полдень; 12 дня
минута; 60 секунд
полминуты; 30 секунд
полчаса; 30 минут
четверть часа; 15 минут
полтора часа; 90 минут
сутки; 24 часа
полгода; 6 месяцев
неделя; 7 дней
век; 100 лет
гелий; he
литий; li
неон; ne
натрий; na
магний; mg
алюминий; al
кремний; si
хлор; cl
аргон; ar
кальций; ca
титан; ti
железо; fe
никель; ni
медь; cu
цинк; zn
серебро; ag
олово; sn
платина; pt
золото; au
ртуть; hg
свинец; pb
полоний; po
радий; ra
плутоний; pu
властелин колец; the lord of the rings
звездные войны; star wars
крестный отец; the godfather
унесенные ветром; gone with the wind
преступление и наказание; crime and punishment
война и мир; war and peace
матрица; the matrix
чужой; alien
челюсти; jaws
назад в будущее; back to the future
криминальное чтиво; pulp fiction
бойцовский клуб; fight club
король лев; the lion king
один дома; home alone
игра престолов; game of thrones
человек паук; spider man; спайдермен
железный человек; iron man
звездная ночь; the starry night
алиса в стране чудес; alice in wonderland
маленький принц; the little prince; le petit prince
золушка; cinderella
белоснежка; snow white
кубок стэнли; stanley cup
эйфелева башня; eiffel tower
статуя свободы; statue of liberty
белый дом; white house
новый год; new year
рождество; christmas
`

const names = new Map<string, ReadonlyArray<string>>()
for (const line of things.trim().split("\n")) {
  const all = line.split("; ")
  for (const name of all)
    names.set(
      name,
      all.filter((other) => other !== name)
    )
}

/** The other names of the thing that a normal form names. */
export const otherNamesOf = (normal: string): ReadonlyArray<string> => names.get(normal) ?? []

const nearly = new Map(
  Object.entries({
    сша: ["америка", "соединенные штаты", "штаты"],
    "санкт петербург": ["ленинград", "петроград"],
    ленинград: ["санкт петербург", "петербург", "петроград", "питер"],
    великобритания: ["англия"],
    россия: ["русь"],
    нло: ["летающая тарелка"]
  })
)

/** What people call it, though it is more, less or was another time: whether that will do is for them to decide. */
export const nearlyNamesOf = (normal: string): ReadonlyArray<string> => nearly.get(normal) ?? []
