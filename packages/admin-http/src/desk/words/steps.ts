/** What happened in a step of a game, and why it was refused, in the languages of the desk. */
import type { GameEvent, Refusal } from "@znatoki/engine"
import type { Language } from "./words.ts"

interface StepWords {
  readonly events: { readonly [Tag in GameEvent["_tag"]]: string }
  readonly refusals: { readonly [Reason in Refusal]: string }
}

const russian: StepWords = {
  events: {
    StartRequested: "Просят начать игру",
    SettingsChanged: "Меняют настройки",
    JoinRequested: "Садятся за стол",
    LeaveRequested: "Встают из-за стола",
    PlayerGone: "Игрок вышел из беседы",
    GoRequested: "«Поехали»",
    QuestionDrawn: "Выбран вопрос",
    QuestionsExhausted: "Вопросов больше нет",
    EarlyAnswerRequested: "Просят досрочный ответ",
    ExtraMinuteRequested: "Просят дополнительную минуту",
    ClubHelpRequested: "Просят помощь клуба",
    AnswererNamed: "Назван отвечающий",
    TextSaid: "Реплика",
    VoteCast: "Голос о спорном ответе",
    AppealRequested: "Подана апелляция",
    RulingMade: "Решение по апелляции",
    NextRequested: "Просят дальше",
    PauseRequested: "Просят паузу",
    ResumeRequested: "Просят продолжить",
    StopRequested: "Просят остановить игру",
    StopAnswered: "Ответ, останавливать ли",
    StopOrdered: "Игру останавливает админ",
    InfoRequested: "Спрашивают о ходе игры",
    TimerFired: "Время вышло",
    OutageEnded: "Возвращено время, когда играть было нельзя",
    HostGone: "Бот не может писать в беседу",
    HostReturned: "Бот снова может писать в беседу"
  },
  refusals: {
    "session running": "игра уже идёт",
    "no session": "игры нет",
    "already seated": "уже за столом",
    "not seated": "не за столом",
    "table full": "мест нет",
    "join between rounds": "садиться можно между раундами",
    "captain only": "это решает капитан",
    "answerer not seated": "отвечающий не за столом",
    "moment passed": "момент прошёл",
    "not now": "сейчас нельзя",
    "soloist only": "отвечает только играющий суперблиц",
    "no extra minute": "дополнительных минут нет",
    "club help off": "помощи клуба в этой игре нет",
    "club help used": "помощь клуба уже была",
    paused: "пауза",
    "not paused": "паузы нет",
    "already voted": "уже голосовали",
    "own answer": "это свой ответ",
    "appeals off": "апелляций в этой игре нет",
    "appeal used": "апелляция уже была",
    "nothing to appeal": "оспаривать нечего",
    "table decided": "так решил стол",
    "settings fixed": "настройки уже не изменить",
    "too many seated": "за столом слишком много людей",
    "stop not asked": "об остановке не спрашивали"
  }
}

const english: StepWords = {
  events: {
    StartRequested: "Somebody wants a game",
    SettingsChanged: "Settings are changed",
    JoinRequested: "Somebody sits down",
    LeaveRequested: "Somebody gets up",
    PlayerGone: "A player left the conversation",
    GoRequested: "“Go”",
    QuestionDrawn: "A question is drawn",
    QuestionsExhausted: "There are no more questions",
    EarlyAnswerRequested: "Somebody wants an early answer",
    ExtraMinuteRequested: "Somebody wants an extra minute",
    ClubHelpRequested: "Somebody wants the club's help",
    AnswererNamed: "The one to answer is named",
    TextSaid: "Somebody writes",
    VoteCast: "A vote on a disputed answer",
    AppealRequested: "An appeal",
    RulingMade: "A ruling on the appeal",
    NextRequested: "Somebody wants to go on",
    PauseRequested: "Somebody wants a pause",
    ResumeRequested: "Somebody wants to resume",
    StopRequested: "Somebody wants to stop the game",
    StopAnswered: "A word on whether to stop",
    StopOrdered: "An admin stops the game",
    InfoRequested: "Somebody asks how the game goes",
    TimerFired: "Time is up",
    OutageEnded: "Time in which nobody could play is given back",
    HostGone: "The bot cannot write to the conversation",
    HostReturned: "The bot can write to the conversation again"
  },
  refusals: {
    "session running": "a game is running",
    "no session": "there is no game",
    "already seated": "is seated already",
    "not seated": "is not seated",
    "table full": "the table is full",
    "join between rounds": "one sits down between rounds",
    "captain only": "the captain decides that",
    "answerer not seated": "the one to answer is not seated",
    "moment passed": "the moment has passed",
    "not now": "not now",
    "soloist only": "only the soloist answers",
    "no extra minute": "no extra minute is left",
    "club help off": "there is no club help in this game",
    "club help used": "the club has helped already",
    paused: "paused",
    "not paused": "not paused",
    "already voted": "has voted already",
    "own answer": "the answer is their own",
    "appeals off": "there are no appeals in this game",
    "appeal used": "the appeal is used",
    "nothing to appeal": "there is nothing to appeal",
    "table decided": "the table decided",
    "settings fixed": "the settings cannot be changed any more",
    "too many seated": "too many are seated",
    "stop not asked": "nobody asked to stop"
  }
}

export const stepWords: { readonly [L in Language]: StepWords } = { ru: russian, en: english }
