/** What a field of the API is called by the form of the desk in which it is filled in. */
const labels: ReadonlyMap<string, string> = new Map(
  Object.entries({
    text: "Вопрос",
    "handout.text": "Раздаточный материал",
    "handout.imageUrl": "Адрес картинки",
    answer: "Ответ",
    accepted: "Зачёт",
    rejected: "Незачёт",
    moreAccepted: "Зачёт сверх авторского",
    moreRejected: "Незачёт сверх авторского",
    comment: "Комментарий",
    source: "Источник",
    author: "Автор",
    pack: "Ключ пакета",
    themes: "Темы",
    difficulty: "Сложность",
    state: "Состояние",
    title: "Название",
    licence: "Лицензия",
    credit: "Подпись под ответом",
    url: "Адрес",
    editors: "Редакторы",
    played: "Когда сыгран",
    info: "О пакете",
    owner: "Только для беседы",
    "settings.preset": "Формат",
    "settings.rounds": "Раундов",
    "settings.pointsToWin": "Очков до победы",
    "settings.playersMax": "Мест за столом",
    "settings.lobbySeconds": "Сбор, секунд",
    "settings.discussionSeconds": "Обсуждение, секунд",
    "settings.choiceSeconds": "Выбор отвечающего, секунд",
    "settings.answerSeconds": "Ответ, секунд",
    "settings.verdictSeconds": "Вердикт, секунд",
    "settings.questions.level": "Сложность вопросов",
    "settings.questions.themes": "Тема вопросов",
    "settings.questions.packs": "Пакет вопросов",
    time: "Время",
    name: "Имя",
    role: "Роль",
    password: "Пароль",
    current: "Нынешний пароль"
  })
)

/** «accepted.2» is the third line of its field; what no form has keeps its name. */
export const fieldInRussian = (path: string): string => labels.get(path.replace(/\.\d+$/, "")) ?? path
