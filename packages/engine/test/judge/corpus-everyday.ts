/** Answers of everyday play: one word or two, with the slips, forms and guesses people send. */
import { about, type CorpusGroup } from "./corpus-group.ts"

export const everyday: ReadonlyArray<CorpusGroup> = [
  about(
    { answer: "[Александр Сергеевич] Пушкин." },
    {
      "accepted: exact": ["Пушкин", "пушкин!", "Александр Пушкин", "александр сергеевич пушкин", "я думаю, это Пушкин"],
      "accepted: form": ["А. С. Пушкин", "Пушкина"],
      "accepted: typo": ["Пушкн", "Пушкниа"],
      "accepted: keyboard layout": ["Geirby"],
      "rejected: other": ["Лермонтов", "Гоголь", "Дантес", "не знаю", "пас", "пушка"],
      "rejected: list of guesses": ["Пушкин или Лермонтов", "Пушкин, Лермонтов", "Пушкин/Гоголь"],
      "rejected: negation": ["не Пушкин"]
    },
    {
      "disputed: extra words, but wrong": ["Пушкин Иван"]
    }
  ),
  about(
    { answer: "Байкал." },
    {
      "accepted: exact": ["байкал", "Наверное, Байкал?", "БАЙКАЛ", "мой ответ: Байкал"],
      "accepted: typo": ["Байкалл", "Бойкал"],
      "accepted: form": ["на байкале"],
      "rejected: other": ["Ладога", "Онежское озеро", "Каспийское море", "Балхаш"],
      "rejected: list of guesses": ["Байкал или Ладога"]
    },
    {
      "disputed: extra words, but right": ["Озеро Байкал"],
      "disputed: extra words, but wrong": ["река Байкал"]
    }
  ),
  about(
    { answer: "Микроскоп." },
    {
      "accepted: exact": ["микроскоп", "это микроскоп, наверное", "«Микроскоп»."],
      "accepted: form": ["Микроскопы"],
      "accepted: typo": ["микраскоп", "микросокп", "микроскп"],
      "rejected: other": ["телескоп", "лупа", "очки"],
      "rejected: list of guesses": ["телескоп, микроскоп"]
    }
  ),
  about(
    { answer: "Компас." },
    {
      "accepted: exact": ["компас", "Ответ — компас", "ну, компас"],
      "accepted: form": ["компаса"],
      "accepted: typo": ["комапс", "кампас"],
      "rejected: other": ["карта", "якорь", "секстант", "циркуль"]
    }
  ),
  about(
    { answer: "Самовар." },
    {
      "accepted: exact": ["самовар", "самовар, конечно"],
      "accepted: form": ["Самовары"],
      "accepted: typo": ["самавар", "самовр"],
      "rejected: other": ["чайник", "самолёт", "утюг", "самокат"]
    }
  ),
  about(
    { answer: "Шахматы." },
    {
      "accepted: exact": ["шахматы", "Шахматы."],
      "accepted: form": ["в шахматы"],
      "accepted: typo": ["шахмоты", "шахмтаы"],
      "rejected: other": ["шашки", "нарды", "шахта", "домино"]
    }
  ),
  about(
    { answer: "Подсолнух." },
    {
      "accepted: exact": ["подсолнух", "Подсолнух 🌻"],
      "accepted: form": ["подсолнухи"],
      "accepted: typo": ["потсолнух", "подсонлух"],
      "rejected: other": ["одуванчик", "ромашка", "солнце"]
    }
  ),
  about(
    { answer: "Велосипед." },
    {
      "accepted: exact": ["велосипед"],
      "accepted: typo": ["виласипед", "Велосепед", "велоспиед"],
      "accepted: form": ["на велосипеде"],
      "rejected: other": ["самокат", "мотоцикл", "велюр"]
    }
  ),
  about(
    { answer: "Австралия." },
    {
      "accepted: exact": ["австралия"],
      "accepted: form": ["Австралию", "в Австралии", "Авcтралия"],
      "accepted: typo": ["австрлаия"],
      "rejected: other": ["Австрия", "Новая Зеландия", "Антарктида"],
      "rejected: list of guesses": ["Австралия и Новая Зеландия или Антарктида"]
    }
  ),
  about(
    { answer: "Иран." },
    {
      "accepted: exact": ["иран"],
      "accepted: form": ["в Иране", "Ирана"],
      "rejected: other": ["Ирак", "Турция", "Персидский залив"]
    }
  ),
  about(
    { answer: "Клод Моне." },
    {
      "accepted: exact": ["Клод Моне", "наверно клод моне"],
      "accepted: typo": ["клод монэ"],
      "accepted: word order": ["Моне Клод"],
      "rejected: other": ["Эдуард Мане", "Ренуар", "Дега"]
    },
    {
      "rejected: other": ["Мане"],
      "disputed: partial, but right": ["Моне"],
      "accepted: form": ["К. Моне"]
    }
  ),
  about(
    { answer: "[Клод] Моне." },
    {
      "accepted: exact": ["Моне", "моне, кажется", "клод моне"],
      "rejected: other": ["Мане", "Сезанн"]
    }
  ),
  about(
    { answer: "Швейцария." },
    {
      "accepted: exact": ["швейцария"],
      "accepted: form": ["в швейцарии"],
      "accepted: typo": ["Швецария", "швейцаря"],
      "rejected: other": ["Швеция", "Австрия", "Женева"]
    }
  ),
  about(
    { answer: "Индия." },
    {
      "accepted: exact": ["индия"],
      "accepted: form": ["В Индии", "Индию"],
      "rejected: other": ["Китай", "Индонезия", "Пакистан"]
    },
    {
      "disputed: near, but wrong": ["Инд", "индий"]
    }
  ),
  about(
    { answer: "Лестница." },
    {
      "accepted: exact": ["лестница"],
      "accepted: typo": ["лесница", "лестинца"],
      "accepted: form": ["Лестницу", "по лестнице"],
      "rejected: other": ["эскалатор", "лифт"]
    }
  ),
  about(
    { answer: "Колокол." },
    {
      "accepted: exact": ["колокол"],
      "accepted: form": ["Колокола"],
      "accepted: typo": ["калокол", "колокл"],
      "rejected: other": ["колокольня", "звонок", "барабан"]
    }
  ),
  about(
    { answer: "Снежинка." },
    {
      "accepted: exact": ["снежинка", "Мы думаем, это снежинка"],
      "accepted: form": ["снежинки"],
      "accepted: typo": ["снижинка", "сенжинка"],
      "rejected: other": ["сосулька", "снег", "льдинка"]
    }
  ),
  about(
    { answer: "Жираф." },
    {
      "accepted: exact": ["жираф"],
      "accepted: form": ["жирафа"],
      "accepted: typo": ["жырафа", "жирфа"],
      "rejected: other, but right": ["Жырав"],
      "rejected: other": ["зебра", "слон", "окапи"]
    }
  ),
  about(
    { answer: "Хлеб." },
    {
      "accepted: exact": ["хлеб", "ответ хлеб"],
      "accepted: form": ["Хлеба", "хлебом"],
      "rejected: other": ["соль", "вода", "хлев"]
    },
    {
      "rejected: list of guesses": ["хлеб и соль"]
    }
  ),
  about(
    { answer: "Зонт[ик]." },
    {
      "accepted: exact": ["зонт", "зонтик"],
      "accepted: form": ["Зонтики", "зонты"],
      "rejected: other": ["плащ", "сапоги"],
      "disputed: near, but wrong": ["зонд"]
    }
  ),
  about(
    { answer: "Столб[ик] пыли." },
    {
      "accepted: exact": ["столб пыли", "столбик пыли"],
      "accepted: word order": ["пыли столб"],
      "accepted: form": ["столбики пыли"],
      "rejected: other": ["столб дыма", "пыль в глаза"]
    },
    {
      "accepted: form": ["столб из пыли"]
    }
  ),
  about(
    { answer: "[Дуглас] Адамс." },
    {
      "accepted: exact": ["Адамс", "Дуглас Адамс", "дуглас адамс"],
      "accepted: typo": ["адмас"],
      "rejected: other": ["Азимов", "Брэдбери"]
    },
    {
      "disputed: extra words, but wrong": ["Джон Адамс"],
      "rejected: partial": ["Дуглас"]
    }
  ),
  about(
    { answer: "[Доктор] [Джон] Ватсон." },
    {
      "accepted: exact": ["ватсон", "доктор ватсон", "Джон Ватсон", "доктор Джон Ватсон"],
      "accepted: typo": ["ватсан"],
      "accepted: form": ["Уотсон"],
      "rejected: other": ["Холмс", "Мориарти"]
    },
    {
      "rejected: partial": ["Джон"]
    }
  ),
  about(
    { answer: "Николай II." },
    {
      "accepted: exact": ["Николай II"],
      "accepted: form": ["николай 2", "Николай Второй", "николай второй", "Николай ІІ"],
      "rejected: other": ["Александр II", "Ленин"],
      "rejected: wrong number": ["Николай I", "Николай Первый", "николай 3"]
    },
    {
      "disputed: partial, but wrong": ["Николай"]
    }
  ),
  about(
    { answer: "XX век." },
    {
      "accepted: exact": ["XX век"],
      "accepted: form": ["20 век", "двадцатый век", "в ХХ веке", "XX", "20-й век"],
      "rejected: wrong number": ["XIX век", "19 век", "двадцать первый век", "21 век"]
    }
  ),
  about(
    { answer: "42." },
    {
      "accepted: exact": ["42", "Ответ: 42", "42!"],
      "accepted: form": ["сорок два"],
      "rejected: wrong number": ["43", "24", "сорок", "420", "двадцать четыре"]
    },
    {
      "rejected: list of guesses": ["42 или 43"],
      "accepted: form": ["сорок-два"]
    }
  ),
  about(
    { answer: "1812 год." },
    {
      "accepted: form": ["1812", "в 1812 году", "тысяча восемьсот двенадцатый", "1812-й"],
      "accepted: exact": ["1812 год"],
      "rejected: wrong number": ["1813", "1912 год", "1805", "в 1941 году"]
    }
  ),
  about(
    { answer: "Двадцать один." },
    {
      "accepted: form": ["21", "двадцать одно"],
      "accepted: exact": ["двадцать один"],
      "rejected: wrong number": ["20", "двадцать два", "двадцать", "12"]
    },
    {
      "disputed: extra words, but right": ["Очко двадцать один"]
    }
  ),
  about(
    { answer: "9 мая." },
    {
      "accepted: exact": ["9 мая", "9 Мая."],
      "accepted: form": ["девятое мая", "Девятого мая"],
      "rejected: wrong number": ["8 мая", "1 мая"],
      "rejected: other": ["9 июня"],
      "rejected: partial": ["май"]
    },
    {
      "rejected: partial": ["мая"]
    }
  ),
  about(
    { answer: "Три мушкетёра." },
    {
      "accepted: exact": ["три мушкетера", "«Три мушкетёра»"],
      "accepted: form": ["3 мушкетёра"],
      "accepted: typo": ["Три мушкитера"],
      "accepted: word order": ["мушкетёра три"],
      "rejected: wrong number": ["четыре мушкетёра", "4 мушкетера"],
      "rejected: other": ["двадцать лет спустя", "три богатыря"]
    },
    {
      "rejected: partial": ["мушкетёры"]
    }
  ),
  about(
    { answer: "Один, два, три." },
    {
      "accepted: exact": ["один два три"],
      "accepted: form": ["1 2 3", "1, 2, 3"],
      "rejected: partial": ["1 2"],
      "rejected: wrong number": ["раз два три четыре"]
    },
    {
      "disputed: extra words, but right": ["раз один, два, три"],
      "accepted: word order": ["три два один"],
      "rejected: wrong number": ["один, два, четыре"]
    }
  ),
  about(
    { answer: "Сосны." },
    {
      "accepted: exact": ["сосны"],
      "accepted: form": ["сосна", "сосен", "Сосну"],
      "rejected: other": ["ели", "берёзы"]
    },
    {
      "rejected: wrong number": ["3 сосны", "три сосны"],
      "disputed: extra words, but wrong": ["корабельные сосны"]
    }
  ),
  about(
    { answer: "Линкольн." },
    {
      "accepted: exact": ["линкольн"],
      "accepted: form": ["Линкольна", "линколнь"],
      "accepted: typo": ["Линколн"],
      "rejected: other": ["Вашингтон", "Кеннеди", "Джефферсон"]
    },
    {
      "disputed: near, but wrong": ["линкль"],
      "disputed: extra words, but right": ["Авраам Линкольн"]
    }
  ),
  about(
    { answer: "Engrish." },
    {
      "accepted: exact": ["Engrish", "engrish!"],
      "rejected: other": ["рунглиш"]
    },
    {
      "disputed: near, but wrong": ["Engish", "English", "инглиш"]
    }
  ),
  about(
    { answer: "ALIEN$." },
    {
      "accepted: exact": ["ALIEN$", "alien$"],
      "rejected: other": ["чужие"]
    },
    {
      "rejected: other": ["alia$", "aliens", "$"]
    }
  ),
  about(
    { answer: "Pac-Man." },
    {
      "accepted: exact": ["pac-man", "pac man"],
      "accepted: spacing": ["Pacman"],
      "accepted: transliteration": ["пакман"],
      "rejected: other": ["тетрис", "Марио", "Space Invaders"]
    },
    {
      "accepted: transliteration": ["Пэкмен"]
    }
  ),
  about(
    { answer: "Чарли Чаплин." },
    {
      "accepted: exact": ["Чарли Чаплин"],
      "accepted: word order": ["чаплин чарли"],
      "accepted: typo": ["Чарли Чаплен"],
      "rejected: other": ["Бастер Китон", "Макс Линдер", "Чарли Шин"],
      "rejected: partial": ["Чарли"]
    },
    {
      "accepted: transliteration": ["Charlie Chaplin"],
      "disputed: partial, but right": ["Чаплин"]
    }
  ),
  about(
    { answer: "«Война и мир»." },
    {
      "accepted: exact": ["война и мир", '"Война и мир"'],
      "accepted: form": ["войну и мир"],
      "accepted: typo": ["вайна и мир"],
      "rejected: other": ["Анна Каренина", "преступление и наказание"],
      "rejected: partial": ["война", "мир"]
    },
    {
      "disputed: extra words, but right": ["Война и мир Толстого"],
      "accepted: form": ["роман «Война и мир»"],
      "disputed: near, but wrong": ["Война миров"],
      "disputed: near, but right": ["мир и война"]
    }
  ),
  about(
    { answer: "«Мастер и Маргарита»." },
    {
      "accepted: exact": ["мастер и маргарита", "«мастер и маргарита»"],
      "accepted: typo": ["Мастер и Моргарита", "мастира и маргариту", "Мастер и Маргорита"],
      "rejected: partial": ["Маргарита", "Мастер"],
      "rejected: other": ["Белая гвардия", "Собачье сердце"]
    }
  ),
  about(
    { answer: "Красная площадь." },
    {
      "accepted: exact": ["красная площадь"],
      "accepted: form": ["на Красной площади"],
      "accepted: word order": ["площадь красная"],
      "accepted: typo": ["крассная площадь", "Красная площать"],
      "rejected: other": ["Дворцовая площадь", "Сенатская площадь", "Кремль"],
      "rejected: partial": ["площадь"],
      "disputed: partial, but right": ["Красная"]
    }
  ),
  about(
    { answer: "Северный полюс." },
    {
      "accepted: exact": ["северный полюс"],
      "accepted: form": ["на северном полюсе"],
      "accepted: typo": ["Севирный полюс"],
      "disputed: near, but right": ["северный полис"],
      "rejected: other": ["Южный полюс", "экватор", "Гринвич"],
      "disputed: partial, but right": ["Северный"]
    },
    {
      "rejected: partial": ["полюс"]
    }
  ),
  about(
    { answer: "Эйфелева башня." },
    {
      "accepted: exact": ["эйфелева башня"],
      "accepted: form": ["Эйфелевая башня", "Эйфелеву башню"],
      "accepted: typo": ["эфелева башня"],
      "rejected: other": ["Пизанская башня", "Останкинская башня", "Лувр", "Биг-Бен"]
    },
    {
      "disputed: near, but right": ["башня Эйфеля"],
      "rejected: partial": ["башня"]
    }
  ),
  about(
    { answer: "Дед Мороз." },
    {
      "accepted: exact": ["дед мороз"],
      "accepted: form": ["Деду Морозу", "Дедушка Мороз"],
      "accepted: spacing": ["дедмороз"],
      "accepted: typo": ["Дед мароз", "дет мороз"],
      "rejected: other": ["Санта-Клаус", "Снегурочка", "Снеговик"],
      "disputed: partial, but wrong": ["мороз"]
    }
  ),
  about(
    { answer: "Автомобиль." },
    {
      "accepted: exact": ["автомобиль"],
      "accepted: spacing": ["авто мобиль"],
      "accepted: typo": ["Автомобили", "афтомобиль", "автомобль"],
      "accepted: form": ["машина"],
      "rejected: other": ["мотоцикл", "поезд", "грузовик", "автобус"]
    }
  ),
  about(
    { answer: "Фотография." },
    {
      "accepted: exact": ["фотография"],
      "accepted: spacing": ["фото графия"],
      "accepted: form": ["Фотографии", "фото"],
      "accepted: typo": ["фатография", "фотогрфия"],
      "rejected: other": ["картина", "портрет", "кино"]
    }
  ),
  about(
    { answer: "Футбольный мяч." },
    {
      "accepted: exact": ["футбольный мяч"],
      "accepted: word order": ["мяч футбольный"],
      "accepted: form": ["Футбольные мячи"],
      "accepted: typo": ["футболный мяч"],
      "rejected: other": ["баскетбольный мяч", "теннисный мячик", "футбол", "ворота"]
    },
    {
      "rejected: partial": ["мяч"]
    }
  ),
  about(
    { answer: "Тень." },
    {
      "accepted: exact": ["тень"],
      "accepted: form": ["тени", "Своя тень"],
      "rejected: other": ["свет", "зеркало", "пень", "отражение"]
    },
    {
      "disputed: extra words, but right": ["ваша тень, наверное"]
    }
  ),
  about(
    { answer: "Нил." },
    {
      "accepted: exact": ["Нил", "нил"],
      "rejected: other": ["Амазонка", "Конго", "Инд", "Ни"]
    },
    {
      "disputed: extra words, but right": ["река Нил"]
    }
  ),
  about(
    { answer: "Ом." },
    {
      "accepted: exact": ["ом", "Ом."],
      "rejected: other": ["вольт", "ампер", "Ам"]
    }
  ),
  about(
    { answer: "Рим." },
    {
      "accepted: exact": ["рим", "это Рим"],
      "accepted: form": ["В Рим"],
      "rejected: other": ["Мир", "Афины", "Ром"]
    },
    {
      "disputed: near, but right": ["в Риме"]
    }
  ),
  about(
    { answer: "Ватрушка." },
    {
      "accepted: exact": ["ватрушка"],
      "accepted: form": ["ватрушки", "Ватрушку"],
      "accepted: typo": ["ватружка"],
      "rejected: other": ["пирожок", "булка", "плюшка"]
    }
  )
]
