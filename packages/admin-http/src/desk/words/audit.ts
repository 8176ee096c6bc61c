/** What the audit log says, in both languages: what was done by the operation of the API, what was set, how it ended. */
import { problemKinds } from "../../problem.ts"
import { problemInRussian } from "./said-in-russian.ts"
import type { Language } from "./words.ts"

interface AuditWords {
  /** By the operation; one of another version has its name. */
  readonly did: Readonly<Record<string, string>>
  /** What was set; what is not named here has its own name. */
  readonly fields: Readonly<Record<string, string>>
  readonly outcome: (outcome: string) => string
}

const did = {
  createQuestion: ["добавлен вопрос", "a question was written"],
  changeQuestion: ["изменён вопрос", "a question was changed"],
  removeQuestion: ["удалён вопрос", "a question was removed"],
  putPicture: ["прислана картинка", "a picture was sent"],
  judgeAnswers: ["проверены ответы", "answers were tried"],
  createPack: ["создан пакет", "a pack was made"],
  changePack: ["изменён пакет", "a pack was changed"],
  moveQuestionsOfPack: ["вопросы пакета переведены в другое состояние", "questions of a pack were moved"],
  sendImport: ["прислан файл вопросов", "a file of questions was sent"],
  commitImport: ["файл вопросов внесён", "a file of questions was brought in"],
  removeImport: ["файл вопросов забыт", "a file of questions was forgotten"],
  decideProposal: ["решено о предложенном вопросе", "a proposed question was decided on"],
  decideComplaint: ["решено о жалобе на вопрос", "a complaint of a question was decided on"],
  lookAtVotes: ["вопрос осмотрен", "a question was looked at"],
  decideVariant: ["решено о варианте ответа", "an answer was decided on"],
  stopGame: ["остановлена игра", "a game was stopped"],
  ruleOnAppeal: ["рассмотрена апелляция", "an appeal was ruled on"],
  settleConversation: ["изменены настройки беседы", "a conversation was settled"],
  setDailyQuestion: ["назначен вопрос дня", "a question of the day was set"],
  stopDailyQuestion: ["вопрос дня выключен", "the question of the day was stopped"],
  releaseParked: ["отпущена остановленная беседа", "a stopped conversation was released"],
  retryDeadLetter: ["недоставленное отправлено снова", "an undelivered message was sent again"],
  forgetDeadLetter: ["недоставленное забыто", "an undelivered message was let go"],
  startJob: ["задание запущено", "a job was run"],
  retryJobRun: ["задание повторено", "a job was run once more"],
  signIn: ["вход по паролю", "signed in by password"],
  signInByLink: ["вход по ссылке", "signed in by link"],
  signInByPasskey: ["вход по ключу доступа", "signed in by passkey"],
  signOut: ["выход", "signed out"],
  signOutEverywhere: ["выход везде", "signed out everywhere"],
  changeMyPassword: ["сменён свой пароль", "changed the own password"],
  beginMyPasskey: ["начат новый ключ доступа", "began a passkey"],
  addMyPasskey: ["добавлен ключ доступа", "kept a passkey"],
  removeMyPasskey: ["удалён ключ доступа", "removed a passkey"],
  listAdmins: ["открыт список людей", "looked at the admins"],
  showAdmin: ["открыты права человека", "looked at an admin"],
  createAdmin: ["добавлен человек", "an admin was made"],
  changeAdmin: ["изменены права человека", "the rights of an admin were changed"],
  makeLink: ["создана ссылка для входа", "a link to sign in was made"],
  listTokens: ["открыт список токенов", "looked at the tokens"],
  createToken: ["создан токен", "a token was made"],
  revokeToken: ["отозван токен", "a token was revoked"],
  listAudit: ["открыт журнал действий", "looked at the audit log"]
} as const

const fields = {
  text: ["вопрос", "text"],
  answer: ["ответ", "answer"],
  handout: ["раздаточный материал", "handout"],
  accepted: ["зачёт", "accepted"],
  rejected: ["незачёт", "rejected"],
  moreAccepted: ["ещё зачёт", "accepted besides"],
  moreRejected: ["ещё незачёт", "rejected besides"],
  comment: ["комментарий", "comment"],
  source: ["источник", "source"],
  author: ["автор", "author"],
  difficulty: ["сложность", "difficulty"],
  themes: ["темы", "themes"],
  published: ["в игре", "published"],
  state: ["состояние", "state"],
  rests: ["отдыхает", "rests"],
  pack: ["пакет", "pack"],
  note: ["примечание", "note"],
  given: ["что отвечали", "given"],
  key: ["ключ", "key"],
  title: ["название", "title"],
  licence: ["лицензия", "licence"],
  credit: ["подпись под ответом", "credit"],
  url: ["адрес", "address"],
  editors: ["редакторы", "editors"],
  played: ["когда сыгран", "when played"],
  info: ["о пакете", "about it"],
  commercial: ["за деньги", "for money"],
  fixed: ["менять нельзя", "fixed"],
  owner: ["только для беседы", "for one conversation"],
  from: ["из", "from"],
  to: ["в", "to"],
  outcome: ["решение", "decision"],
  reason: ["почему", "reason"],
  round: ["раунд", "round"],
  muted: ["молчание бота", "silence"],
  settings: ["настройки", "settings"],
  with: ["как отпустить", "how it goes on"],
  name: ["имя", "name"],
  role: ["роль", "role"],
  password: ["пароль", "password"],
  current: ["прежний пароль", "current password"],
  disabled: ["вход закрыт", "shut out"],
  days: ["дни", "days"],
  time: ["время", "time"],
  id: ["ключ", "key"],
  clientDataJSON: ["данные ключа", "data of the key"],
  attestationObject: ["подпись ключа", "signature of the key"]
} as const

const wordsOf = (all: Readonly<Record<string, readonly [string, string]>>, place: 0 | 1) =>
  Object.fromEntries(Object.entries(all).map(([name, words]) => [name, words[place]]))

const lower = (sentence: string): string =>
  `${sentence.slice(0, 1).toLowerCase()}${sentence.slice(1).replace(/\.$/, "")}`

/** Of several sentences the first: what to do about it was told to whoever did it. */
const refusedInRussian = (outcome: string): string => {
  const kind = problemKinds.find((each) => each === outcome)
  if (kind === undefined) return outcome
  const [first = ""] = problemInRussian({ kind, detail: "" }).detail.split(/(?<=\.) /)
  return `отказано: ${lower(first)}`
}

const done = { ru: "сделано", en: "done" }
/** Somebody has changed the entry. */
const unreadable = { ru: "запись испорчена", en: "the entry is broken" }

export const auditWords: { readonly [L in Language]: AuditWords } = {
  ru: {
    did: wordsOf(did, 0),
    fields: wordsOf(fields, 0),
    outcome: (outcome) =>
      outcome === "ordered" ? done.ru : outcome === "unreadable" ? unreadable.ru : refusedInRussian(outcome)
  },
  en: {
    did: wordsOf(did, 1),
    fields: wordsOf(fields, 1),
    outcome: (outcome) =>
      outcome === "ordered" ? done.en : outcome === "unreadable" ? unreadable.en : `refused: ${outcome}`
  }
}
