/** More of both: names, things, dates, and answers made of fillers. */
import { about, type CorpusGroup } from "./corpus-group.ts"

export const mixed: ReadonlyArray<CorpusGroup> = [
  about(
    { answer: "Титаник." },
    {
      "accepted: exact": ["титаник", "«Титаник»"],
      "accepted: form": ["на Титанике"],
      "accepted: typo": ["Тетаник", "титанк"],
      "accepted: transliteration": ["Titanic"],
      "rejected: other": ["Лузитания", "Олимпик", "Аврора", "Варяг"]
    },
    {
      "accepted: form": ["корабль «Титаник»"]
    }
  ),
  about(
    { answer: "Гагарин." },
    {
      "accepted: exact": ["гагарин"],
      "accepted: form": ["Гагарина"],
      "accepted: typo": ["гагрин", "Гагаринн"],
      "accepted: keyboard layout": ["Ufufhby"],
      "rejected: other": ["Титов", "Леонов", "Терешкова", "Армстронг"]
    },
    {
      "disputed: extra words, but right": ["Юрий Гагарин"]
    }
  ),
  about(
    { answer: "[Юрий] Гагарин." },
    {
      "accepted: exact": ["Юрий Гагарин", "Гагарин"],
      "accepted: form": ["Ю. Гагарин"],
      "accepted: word order": ["гагарин юрий"],
      "accepted: typo": ["Юрий Гогарин"],
      "rejected: other": ["Титов", "Юрий Титов"]
    },
    {
      "rejected: partial": ["Юрий"]
    }
  ),
  about(
    { answer: "Антарктида." },
    {
      "accepted: exact": ["антарктида"],
      "accepted: form": ["В Антарктиде", "Антарктиду"],
      "rejected: other": ["антарктика", "Арктика", "Гренландия", "Австралия"],
      "accepted: typo": ["антрактида"],
      "rejected: list of guesses": ["Арктика или Антарктида"]
    }
  ),
  about(
    { answer: "Чебурашка." },
    {
      "accepted: exact": ["чебурашка"],
      "accepted: form": ["Чебурашку", "чебурашк"],
      "accepted: typo": ["чибурашка"],
      "rejected: other": ["крокодил Гена", "Шапокляк", "Винни-Пух", "Чебурек"]
    }
  ),
  about(
    { answer: "Мона Лиза.", accepted: ["Джоконда"] },
    {
      "accepted: exact": ["Мона Лиза", "Джоконда", "мона-лиза"],
      "accepted: spacing": ["монализа"],
      "accepted: typo": ["джаконда"],
      "accepted: form": ["Мону Лизу"],
      "rejected: other": ["Дама с горностаем", "Венера"],
      "disputed: partial, but wrong": ["Лиза Симпсон"]
    },
    {
      "disputed: partial, but wrong": ["Лиза"]
    }
  ),
  about(
    { answer: "Робинзон Крузо." },
    {
      "accepted: exact": ["робинзон крузо"],
      "accepted: form": ["Робинзон Круза", "Робинзона Крузо"],
      "accepted: typo": ["рабинзон крузо"],
      "accepted: word order": ["Крузо, Робинзон"],
      "rejected: other": ["Пятница", "Гулливер", "Дефо"]
    },
    {
      "rejected: partial, but right": ["Робинзон"]
    }
  ),
  about(
    { answer: "Бермудский треугольник." },
    {
      "accepted: exact": ["бермудский треугольник"],
      "accepted: form": ["В Бермудском треугольнике"],
      "accepted: typo": ["бермутский треугольник", "Бермудский триугольник"],
      "rejected: other": ["Бермуды", "Марианская впадина", "Саргассово море", "любовный треугольник"]
    }
  ),
  about(
    { answer: "Шерлок Холмс." },
    {
      "accepted: exact": ["шерлок холмс"],
      "accepted: form": ["Шерлока Холмса"],
      "accepted: typo": ["шерлок хомс", "Шерлок Холмз"],
      "accepted: word order": ["Холмс Шерлок"],
      "rejected: other": ["Ватсон", "Пуаро", "мисс Марпл", "Майкрофт"]
    },
    {
      "disputed: partial, but right": ["Холмс"],
      "disputed: partial, but wrong": ["Майкрофт Холмс"]
    }
  ),
  about(
    { answer: "Радуга." },
    {
      "accepted: exact": ["радуга"],
      "accepted: form": ["Радуги", "радугу"],
      "accepted: typo": ["рдауга"],
      "disputed: near, but right": ["ридуга"],
      "rejected: other": ["дождь", "солнце", "мост", "ярмарка"]
    }
  ),
  about(
    { answer: "Клавиатура." },
    {
      "accepted: exact": ["клавиатура"],
      "accepted: form": ["клавиатуры", "на клавиатуре"],
      "accepted: typo": ["клавитура", "кливиатура", "клавиотура"],
      "rejected: other": ["мышь", "пианино", "экран", "печатная машинка"]
    }
  ),
  about(
    { answer: "Парашют." },
    {
      "accepted: exact": ["парашют"],
      "disputed: near, but right": ["порошют"],
      "accepted: typo": ["парашут"],
      "accepted: form": ["парашюты", "с парашютом"],
      "rejected: other": ["зонт", "планёр", "крыло", "дельтаплан"]
    }
  ),
  about(
    { answer: "Будильник." },
    {
      "accepted: exact": ["будильник", "будильник."],
      "accepted: typo": ["будилник", "будльник"],
      "accepted: form": ["Будильники"],
      "rejected: other": ["часы", "петух", "таймер", "рассвет"]
    }
  ),
  about(
    { answer: "Катюша." },
    {
      "accepted: exact": ["катюша", "«Катюша»"],
      "accepted: form": ["Катюшу"],
      "accepted: typo": ["котюша"],
      "rejected: other": ["Смуглянка", "Калинка", "Катя", "Подмосковные вечера"]
    }
  ),
  about(
    { answer: "Спутник." },
    {
      "accepted: exact": ["спутник"],
      "accepted: form": ["Спутники", "cпутник"],
      "accepted: typo": ["спутнек", "спутик"],
      "rejected: other": ["ракета", "комета", "астероид", "путник"]
    }
  ),
  about(
    { answer: "Метеорит." },
    {
      "accepted: exact": ["метеорит"],
      "accepted: typo": ["Метиорит", "метеорт"],
      "accepted: form": ["метеориты"],
      "rejected: other": ["комета", "болид", "астероид", "спутник"]
    }
  ),
  about(
    { answer: "Термометр." },
    {
      "accepted: exact": ["термометр"],
      "accepted: typo": ["тирмометр", "термомтер"],
      "accepted: form": ["термометром", "термометры"],
      "rejected: other": ["барометр", "часы"],
      "disputed: near, but right": ["градусник"]
    }
  ),
  about(
    { answer: "Пингвин." },
    {
      "accepted: exact": ["пингвин"],
      "accepted: form": ["Пингвины", "пингвинов"],
      "accepted: typo": ["пенгвин", "пингивн"],
      "rejected: other": ["чайка", "страус", "тюлень", "морж"]
    }
  ),
  about(
    { answer: "Тетрадь." },
    {
      "accepted: exact": ["тетрадь"],
      "accepted: form": ["тетради", "в тетради"],
      "accepted: typo": ["тетрать"],
      "rejected: other": ["дневник", "книга", "блокнот"]
    }
  ),
  about(
    { answer: "Вилка." },
    {
      "accepted: exact": ["вилка"],
      "accepted: form": ["вилки", "вилкой"],
      "accepted: typo": ["вилька"],
      "rejected: other": ["ложка", "нож", "розетка"],
      "disputed: near, but wrong": ["вилла"]
    }
  ),
  about(
    { answer: "Собака Баскервилей." },
    {
      "accepted: exact": ["собака баскервилей"],
      "accepted: form": ["Собаку Баскервилей"],
      "accepted: typo": ["собака баскервиллей", "собака Баскирвилей"],
      "rejected: other": ["кошка", "лиса", "волк", "знак четырёх"]
    },
    {
      "rejected: partial": ["собака"],
      "accepted: word order": ["Баскервилей собака"]
    }
  ),
  about(
    { answer: "Золотая рыбка.", rejected: ["щука"] },
    {
      "accepted: exact": ["золотая рыбка"],
      "accepted: form": ["Золотую рыбку"],
      "accepted: typo": ["залотая рыбка"],
      "accepted: word order": ["рыбка золотая"],
      "rejected: in rejected": ["щука", "Щука."],
      "rejected: other": ["золотой петушок", "русалка"]
    },
    {
      "rejected: partial": ["рыбка"],
      "rejected: other": ["говорящая щука"]
    }
  ),
  about(
    { answer: "Время." },
    {
      "accepted: exact": ["время", "наверное, время"],
      "accepted: form": ["Времени"],
      "accepted: typo": ["врремя"],
      "rejected: other": ["деньги", "часы", "вечность", "здоровье", "бремя"]
    }
  ),
  about(
    { answer: "Человек-паук." },
    {
      "accepted: exact": ["человек паук", "Человек-паук"],
      "accepted: spacing": ["человекпаук"],
      "accepted: form": ["человека-паука"],
      "accepted: typo": ["чилавек паук"],
      "rejected: other": ["Бэтмен", "Супермен", "Железный человек"],
      "rejected: partial": ["паук"]
    },
    {
      "rejected: wrong number": ["Человек-паук 2"]
    }
  ),
  about(
    { answer: "Восьмое марта." },
    {
      "accepted: form": ["8 марта", "Восьмого марта", "8 Марта!"],
      "accepted: exact": ["восьмое марта"],
      "rejected: wrong number": ["9 марта", "1 марта"],
      "rejected: other": ["23 февраля", "8 мая", "14 февраля"]
    }
  ),
  about(
    { answer: "Двенадцать стульев." },
    {
      "accepted: form": ["12 стульев", "12 стулев"],
      "accepted: exact": ["двенадцать стульев", "«Двенадцать стульев»"],
      "accepted: typo": ["двеннадцать стульев"],
      "rejected: wrong number": ["10 стульев", "тринадцать стульев"],
      "rejected: other": ["Золотой телёнок", "стол"]
    },
    {
      "rejected: partial": ["стулья"]
    }
  ),
  about(
    { answer: "7." },
    {
      "accepted: exact": ["7", "думаю, 7"],
      "accepted: form": ["семь", "Семь!", "7 (семь)"],
      "rejected: wrong number": ["8", "шесть", "77", "17", "0,7"]
    }
  ),
  about(
    { answer: "Третий." },
    {
      "accepted: exact": ["третий"],
      "accepted: form": ["3", "3-й", "третья"],
      "rejected: wrong number": ["второй", "четвёртый", "4"]
    },
    {
      "disputed: near, but right": ["три"]
    }
  ),
  about(
    { answer: "100 рублей." },
    {
      "accepted: exact": ["100 рублей"],
      "accepted: form": ["сто рублей", "100", "100 руб"],
      "rejected: wrong number": ["1000 рублей", "50 рублей", "сто один рубль", "10 рублей"]
    }
  ),
  about(
    { answer: "25%." },
    {
      "accepted: exact": ["25%", "25 процентов"],
      "accepted: form": ["двадцать пять процентов", "25"],
      "rejected: wrong number": ["30%", "52%", "2,5%"]
    }
  ),
  about(
    { answer: "Людовик XIV." },
    {
      "accepted: exact": ["Людовик XIV"],
      "accepted: form": ["Людовик 14", "людовик четырнадцатый", "Людовик Четырнадцатый"],
      "accepted: typo": ["Людвик XIV"],
      "rejected: wrong number": ["Людовик XVI", "Людовик 15"],
      "rejected: other": ["Генрих IV", "Наполеон"]
    },
    {
      "disputed: partial, but wrong": ["Людовик"]
    }
  ),
  about(
    { answer: "Александр [I]." },
    {
      "accepted: exact": ["Александр", "Александр I"],
      "accepted: form": ["александр первый", "Александр 1"],
      "rejected: wrong number": ["Александр III", "александр второй"],
      "rejected: other": ["Николай", "Павел"]
    }
  ),
  about(
    { answer: "Наполеон." },
    {
      "accepted: exact": ["наполеон", "Наполеон, наверное", "Наполеон Бонапарт", "Наполеон I"],
      "accepted: form": ["Наполеона"],
      "accepted: typo": ["Напалеон", "Наполиён"],
      "rejected: other": ["Кутузов", "Веллингтон", "Нельсон", "Цезарь"]
    }
  ),
  about(
    { answer: "Пушкин, Лермонтов." },
    {
      "accepted: form": ["Пушкин и Лермонтов"],
      "accepted: word order": ["Лермонтов, Пушкин"],
      "accepted: exact": ["пушкин лермонтов"],
      "accepted: typo": ["Пушкин, Лермонтоф"],
      "rejected: partial": ["Пушкин", "Лермонтов"],
      "rejected: other": ["Пушкин, Гоголь", "Тютчев и Фет"]
    }
  ),
  about(
    { answer: "Ромео и Джульетта." },
    {
      "accepted: exact": ["Ромео и Джульетта", "«Ромео и Джульетта»"],
      "accepted: typo": ["ромео и джульета", "Рамео и Джульетта"],
      "accepted: word order": ["Джульетта и Ромео"],
      "rejected: partial": ["Ромео", "Джульетта"],
      "rejected: other": ["Тристан и Изольда", "Отелло и Дездемона"]
    }
  ),
  about(
    { answer: "Adidas." },
    {
      "accepted: exact": ["adidas", "Adidas", "ADIDAS"],
      "accepted: transliteration": ["Адидас"],
      "rejected: other": ["Puma", "Nike", "Reebok"]
    },
    {
      "accepted: transliteration": ["Адидасс"]
    }
  ),
  about(
    { answer: "Facebook." },
    {
      "accepted: exact": ["facebook", "Facebook."],
      "rejected: other": ["ВКонтакте", "Twitter", "Одноклассники"]
    },
    {
      "accepted: transliteration": ["Фейсбук"],
      "accepted: typo": ["facebok"]
    }
  ),
  about(
    { answer: "Café Noir." },
    {
      "accepted: exact": ["Café Noir", "cafe noir"],
      "accepted: transliteration": ["кафе ноир"],
      "rejected: partial": ["Café"],
      "rejected: other": ["чёрный чай"]
    }
  ),
  about(
    { answer: "Мыло.", text: "Из жира и щёлочи варят то, чем моют руки. Что это?" },
    {
      "accepted: exact": ["мыло", "мыло!"],
      "accepted: form": ["мыла"],
      "rejected: formal": ["руки", "жир", "щёлочь"],
      "rejected: other": ["шампунь", "вода", "полотенце"]
    }
  ),
  about(
    { answer: "Роза.", accepted: ["по слову «роза» без неверных уточнений"] },
    {
      "accepted: exact": ["роза"],
      "accepted: form": ["розы"],
      "rejected: other": ["тюльпан", "гвоздика", "коза"]
    },
    {
      "disputed: extra words, but right": ["красная роза"],
      "disputed: extra words, but wrong": ["жёлтая роза"]
    }
  ),
  about(
    { answer: "Хвост.", accepted: ["С упоминанием хвоста"] },
    {
      "accepted: exact": ["хвост"],
      "accepted: form": ["хвосты"],
      "rejected: other": ["лапа", "ухо", "рога"]
    },
    {
      "accepted: keyword": ["кончик хвоста"],
      "disputed: extra words, but right": ["у неё нет хвоста"]
    }
  ),
  about(
    { answer: "Тишина.", accepted: ["Молчание; безмолвие и т. п."] },
    {
      "accepted: exact": ["тишина", "молчание", "безмолвие"],
      "accepted: typo": ["тишену"],
      "rejected: other": ["крик", "шум", "музыка"]
    },
    {
      "disputed: extra words, but right": ["гробовая тишина"]
    }
  ),
  about(
    { answer: "Смех.", rejected: ["с упоминанием слёз"] },
    {
      "accepted: exact": ["смех"],
      "accepted: form": ["смеха"],
      "rejected: in rejected": ["смех сквозь слёзы", "слёзы"],
      "rejected: other": ["плач", "радость"]
    }
  ),
  about(
    { answer: "Кукушка.", rejected: ["просто «часы»; кукушонок"] },
    {
      "accepted: exact": ["кукушка"],
      "accepted: form": ["кукушки"],
      "disputed: near, but right": ["кокушка"],
      "rejected: in rejected": ["часы", "кукушонок"],
      "rejected: other": ["соловей", "дятел"]
    }
  ),
  about(
    { answer: "[маленький] принц." },
    {
      "accepted: exact": ["маленький принц", "принц"],
      "accepted: form": ["Принца"],
      "rejected: other": ["король", "лис", "роза"]
    },
    {
      "disputed: extra words, but wrong": ["нищий принц"]
    }
  ),
  about(
    { answer: "Илья[-пророк], Перун." },
    {
      "accepted: exact": ["Илья, Перун"],
      "accepted: form": ["Илья-пророк и Перун"],
      "accepted: word order": ["Перун, Илья"],
      "rejected: partial": ["Перун", "Илья"],
      "rejected: other": ["Зевс"]
    }
  ),
  about(
    { answer: "[хоккейный клуб] «Авангард» [Омск]." },
    {
      "accepted: exact": ["Авангард", "Авангард Омск", "хоккейный клуб Авангард"],
      "accepted: word order": ["омск авангард"],
      "accepted: typo": ["авангарт"],
      "rejected: other": ["Спартак", "Динамо"],
      "rejected: partial": ["Омск"]
    }
  ),
  about(
    { answer: "«не знаю»." },
    {
      "accepted: exact": ["не знаю", "Не знаю"],
      "rejected: negation": ["знаю"],
      "rejected: other": ["пас"]
    }
  ),
  about(
    { answer: "Может быть." },
    {
      "accepted: exact": ["может быть", "Может быть!", "наш ответ — может быть"],
      "rejected: other": ["точно", "никогда"]
    }
  ),
  about(
    { answer: "Ответ." },
    {
      "accepted: exact": ["ответ", "Ответ.", "мой ответ — ответ"],
      "rejected: other": ["вопрос", "загадка"]
    }
  ),
  about(
    { answer: "?" },
    {
      "accepted: exact": ["?"],
      "rejected: empty": ["!"],
      "rejected: partial": ["вопрос"]
    }
  ),
  about(
    { answer: "Многоточие.", accepted: ["…"] },
    {
      "accepted: exact": ["многоточие", "…"],
      "rejected: other": ["точка", "запятая"],
      "rejected: empty": ["?"]
    }
  ),
  about(
    { answer: "Ёж." },
    {
      "accepted: exact": ["ёж", "еж"],
      "rejected: other": ["уж", "дикобраз", "крот"]
    },
    {
      "rejected: other, but right": ["Ежик"]
    }
  ),
  about(
    { answer: "Йод." },
    {
      "accepted: exact": ["йод", "Йод!"],
      "rejected: other": ["зелёнка", "бром", "код", "под"]
    }
  ),
  about(
    { answer: "Бойкот." },
    {
      "accepted: exact": ["бойкот"],
      "accepted: form": ["бойкота"],
      "accepted: typo": ["байкот", "бокйот"],
      "rejected: other": ["забастовка", "кот", "саботаж"]
    }
  ),
  about(
    { answer: "Русалочка." },
    {
      "accepted: exact": ["русалочка"],
      "accepted: form": ["Русалочку", "русалочк"],
      "accepted: typo": ["русалачка"],
      "rejected: other": ["Дюймовочка", "Золушка", "дельфин"]
    },
    {
      "disputed: near, but right": ["русалка"]
    }
  ),
  about(
    { answer: "Статуя Свободы." },
    {
      "accepted: exact": ["статуя свободы"],
      "accepted: form": ["Статую Свободы", "статуй свободы"],
      "accepted: typo": ["статуя свабоды"],
      "accepted: word order": ["Свободы статуя"],
      "rejected: other": ["Эмпайр-стейт-билдинг", "Эйфелева башня", "Родина-мать", "статуя Христа"]
    },
    {
      "rejected: partial": ["статуя"]
    }
  ),
  about(
    { answer: "Яблоко." },
    {
      "accepted: exact": ["яблоко", "ну это яблоко"],
      "accepted: form": ["Яблока", "Яблоком"],
      "accepted: typo": ["яблако", "яболко"],
      "rejected: other": ["груша", "апельсин", "банан", "Ньютон", "яблоня"]
    },
    {
      "disputed: extra words, but wrong": ["яблоко раздора"]
    }
  ),
  about(
    { answer: "Левша." },
    {
      "accepted: exact": ["левша"],
      "accepted: form": ["Левшу"],
      "accepted: typo": ["лефша"],
      "rejected: other": ["правша", "Данила", "кузнец", "блоха"]
    }
  ),
  about(
    { answer: "Календарь." },
    {
      "accepted: exact": ["календарь"],
      "accepted: form": ["Календари", "календар"],
      "accepted: typo": ["калиндарь", "каледнарь"],
      "rejected: other": ["часы", "дневник", "год", "расписание"]
    }
  ),
  about(
    { answer: "Ковёр-самолёт." },
    {
      "accepted: exact": ["ковер-самолет", "ковёр самолёт"],
      "accepted: spacing": ["коверсамолет"],
      "accepted: typo": ["кавёр-самалёт"],
      "accepted: form": ["На ковре-самолёте"],
      "rejected: other": ["сапоги-скороходы", "скатерть-самобранка"],
      "disputed: partial, but wrong": ["ковёр"],
      "rejected: partial": ["самолёт"]
    }
  ),
  about(
    { answer: "Стетоскоп.", accepted: ["Фонендоскоп"] },
    {
      "accepted: exact": ["стетоскоп", "фонендоскоп"],
      "accepted: typo": ["фанендоскоп", "стетаскоп"],
      "rejected: other": ["шприц", "градусник", "термометр", "молоточек"]
    }
  ),
  about(
    { answer: "Айсберг." },
    {
      "accepted: exact": ["айсберг"],
      "accepted: typo": ["айзберг", "айсбер", "айсбегр"],
      "accepted: form": ["Айсберги"],
      "rejected: other": ["льдина", "риф", "ледокол", "шторм"]
    }
  ),
  about(
    { answer: "Мёбиус." },
    {
      "accepted: exact": ["мебиус", "мёбиус!"],
      "accepted: form": ["Мёбиуса"],
      "accepted: typo": ["мебиюс"],
      "rejected: other": ["Клейн", "Эйлер", "Эшер"]
    },
    {
      "disputed: extra words, but right": ["лента Мёбиуса"]
    }
  ),
  about(
    { answer: "Пифагор." },
    {
      "accepted: exact": ["пифагор"],
      "accepted: form": ["Пифагора"],
      "accepted: typo": ["пефагор", "пифогор"],
      "rejected: other": ["Евклид", "Архимед", "Фалес"]
    },
    {
      "accepted: transliteration": ["Pythagor"],
      "disputed: extra words, but right": ["Пифагор Самосский"]
    }
  ),
  about(
    { answer: "Вулкан." },
    {
      "accepted: exact": ["вулкан"],
      "accepted: form": ["Вулканы"],
      "accepted: typo": ["вулакн", "вукан", "вулкн"],
      "rejected: other": ["гора", "гейзер", "лава", "Ватикан"]
    }
  ),
  about(
    { answer: "Спички." },
    {
      "accepted: exact": ["спички"],
      "accepted: form": ["спичка", "спичками"],
      "accepted: typo": ["спчики"],
      "rejected: other": ["зажигалка", "свеча", "сигареты", "скрепки"]
    }
  ),
  about(
    { answer: "Пирамида Хеопса." },
    {
      "accepted: exact": ["пирамида хеопса"],
      "accepted: form": ["Пирамиду Хеопса"],
      "accepted: typo": ["перамида хеопса", "пирамида хиопса"],
      "accepted: word order": ["Хеопса пирамида"],
      "rejected: other": ["пирамида Хефрена", "сфинкс", "мавзолей", "Великая Китайская стена"]
    },
    {
      "rejected: partial": ["пирамида"]
    }
  ),
  about(
    { answer: "Морская свинка." },
    {
      "accepted: exact": ["морская свинка"],
      "accepted: form": ["Морские свинки"],
      "accepted: typo": ["марская свинка"],
      "accepted: word order": ["свинка морская"],
      "rejected: other": ["хомяк", "кролик", "морской котик", "морской конёк"]
    },
    {
      "rejected: partial": ["свинка"]
    }
  ),
  about(
    { answer: "Крест." },
    {
      "accepted: exact": ["крест"],
      "accepted: form": ["Кресты", "крестом"],
      "disputed: near, but right": ["крст"],
      "rejected: other": ["меч", "полумесяц"]
    },
    {
      "disputed: near, but wrong": ["крестила"]
    }
  ),
  about(
    { answer: "Луна или Солнце." },
    {
      "accepted: exact": ["луна", "солнце"],
      "accepted: form": ["Солнца"],
      "rejected: other": ["Марс"]
    },
    {
      "disputed: near, but wrong": ["лунный"]
    }
  ),
  about(
    { answer: "Карта." },
    {
      "accepted: exact": ["карта"],
      "accepted: form": ["карты"],
      "rejected: other": ["глобус", "компас"]
    },
    {
      "rejected: other": ["карета"]
    }
  ),
  about(
    { answer: "Котята." },
    {
      "accepted: exact": ["котята"],
      "accepted: typo": ["катята"],
      "accepted: form": ["котят"],
      "rejected: other": ["щенки", "мышата"]
    },
    {
      "rejected: other": ["кот"]
    }
  ),
  about(
    { answer: "И." },
    {
      "accepted: exact": ["и", "И."],
      "rejected: other": ["а", "или"]
    }
  )
]
