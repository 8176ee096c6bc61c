/** What programs are told in English, for people who read Russian: why the API refuses, and what a file of questions is warned of. */
import { eachOnce, type Problem, type ProblemKind } from "../../problem.ts"
import { fieldInRussian } from "./fields-in-russian.ts"

/** Whatever else is known of it, a person has to know this. */
const ofKind: { readonly [Kind in ProblemKind]: string } = {
  "malformed-request": "Запрос не прочитать.",
  "malformed-body": "Присланное не прочитать.",
  "invalid-body": "Заполнено не так, как нужно.",
  "invalid-query": "В адресе страницы что-то не так.",
  "invalid-id": "Такого адреса не бывает.",
  "invalid-header": "Заголовок запроса не подходит.",
  unauthorized: "Нужно войти.",
  "wrong-password": "Войти не удалось: что-то введено неверно или устарело.",
  forbidden: "Ваша роль этого не позволяет.",
  "foreign-site": "Запрос пришёл не с нашей страницы.",
  "not-found": "Здесь ничего нет.",
  "method-not-allowed": "Этого здесь делать нельзя.",
  conflict: "Сейчас этого сделать нельзя.",
  "under-way": "Это уже делается.",
  "done-already": "Это уже сделано.",
  "request-timeout": "Запрос шёл слишком долго.",
  moved: "Тем временем это изменил кто-то ещё. Откройте страницу заново и посмотрите, как стало.",
  "body-too-large": "Прислано слишком много.",
  "unsupported-media-type": "Прислано не в том виде.",
  "key-reused": "Этим ключом уже прислали другое.",
  "unknown-host": "Сервер не знает себя под этим именем.",
  "version-needed": "Не сказано, какую версию менять.",
  "too-many-attempts": "Слишком много неудачных попыток. Подождите немного.",
  "too-many-requests": "Слишком часто. Подождите немного.",
  "headers-too-large": "Заголовки запроса слишком длинные.",
  "internal-error": "Что-то сломалось у нас. Подробности — в журнале сервера.",
  unavailable: "База данных сейчас не отвечает. Попробуйте ещё раз."
}

type Said = ReadonlyArray<readonly [said: RegExp, russian: string]>

/** Why a file is no picture that can be shown. */
const ofPictures: Said = [
  [/it has more than (\d+) MB/, "в ней больше $1 МБ"],
  [/it is neither JPEG nor PNG, GIF or WebP/, "это не JPEG, не PNG, не GIF и не WebP"],
  [/(\d+) × (\d+) is too large/, "$1 × $2 — слишком большая"],
  [/(\d+) × (\d+) is too long/, "$1 × $2 — слишком вытянутая"],
  [/it is broken/, "файл испорчен"],
  [/it (?:could not|cannot) be read/, "её не прочитать"],
  [/it was not read in time/, "её не удалось прочитать вовремя"]
]

const details: Said = [
  [/^There is no question with this id\./, "Такого вопроса нет."],
  [/^There is no game with this id\./, "Такой игры нет."],
  [/^There is no pack with this key\./, "Такого пакета нет."],
  [/^There is a pack with this key\./, "Пакет с таким ключом уже есть."],
  [/^There is no import with this id\./, "Такой загрузки нет."],
  [/^It is not read, or is brought in already\./, "Файл ещё не прочитан или уже внесён."],
  [/^There is no proposed question/, "Такого предложенного вопроса нет."],
  [/^There is no answer of this id/, "Такой ответ решения не ждёт."],
  [
    /^This version of the program cannot read the state of this game/,
    "Эта версия программы не может прочитать состояние этой игры, поэтому её не показать и не остановить. Её беседа встаёт, как только в ней что-нибудь случится (страница «Остановленные»): запустите версию, которая его записала, или более новую и отпустите беседу, попробовав ещё раз."
  ],
  [/^This game is over\./, "Эта игра уже окончена."],
  [/^There is no open appeal/, "Открытой апелляции на этот раунд нет, или уже началась следующая игра."],
  [/^Somebody has just ruled/, "Эту апелляцию только что рассмотрел кто-то ещё: бот сделает это через мгновение."],
  [/^There is no admin with this id\./, "Такого человека нет."],
  [/^There is an admin of this name\./, "Человек с таким именем уже есть."],
  [/^This is the last owner/, "Это последний владелец: сначала назначьте другого."],
  [/^There is no token with this id\./, "Такого токена нет."],
  [/^This passkey is here already\./, "Этот ключ доступа уже добавлен."],
  [/^You have no passkey/, "Такого ключа доступа у вас нет."],
  [
    /^This passkey is not known/,
    "Этот ключ доступа здесь не знают, или прошло слишком много времени. Попробуйте ещё раз."
  ],
  [/^There are (\d+) already: remove one first\./, "Их уже $1: сначала удалите один."],
  [/^A token has no sessions/, "У токена нет ни сеансов, ни пароля: войдите сами."],
  [/^The name or the password/, "Имя или пароль не подходит."],
  [/^This link was used/, "По этой ссылке уже вошли, или ей больше часа. Попросите новую."],
  [/^This conversation is not parked\./, "Эта беседа не остановлена."],
  [/^There is no such dead letter\./, "Такого недоставленного сообщения нет."],
  [
    /^Nobody has played in this conversation/,
    "В этой беседе ещё не играли, и ни настроек, ни своих пакетов у неё нет."
  ],
  [
    /^The licence of its pack forbids changes/,
    "Лицензия пакета не разрешает менять текст автора; свои зачёты пишите сверх авторских."
  ],
  [/^There is no file in the form\./, "Файл не выбран."],
  [/^The file is empty\./, "Файл пуст."],
  [/^There is no picture of this hash\./, "Такой картинки нет."],
  [/^The picture could not be read now\./, "Картинку сейчас не прочитать. Попробуйте ещё раз."],
  ...ofPictures.map(([said, russian]): Said[number] => [
    new RegExp(`^This is no picture that can be shown: ${said.source}`),
    `Такую картинку не показать: ${russian}.`
  ]),
  [/^The body may be (\d+) KiB/, "Прислано слишком много: можно не больше $1 КБ."],
  [/^The file may be (\d+) MiB/, "Файл может быть не больше $1 МБ."],
  [/^That is too often\. Try again in (\d+) s\./, "Слишком часто. Попробуйте через $1 с."],
  [
    /^Something went wrong here\. It is in the log as request (\S+)\.$/,
    "Что-то сломалось у нас. В журнале сервера это запрос $1."
  ]
]

const flaws: Said = [
  [/^This is required/, "нужно заполнить"],
  [/^There is no such field/, "такого поля нет"],
  [/^There is no pack with this key/, "такого пакета нет"],
  [/^Given more than once/, "указано больше одного раза"],
  [/^Stays as the author wrote it/, "остаётся как у автора"],
  [/^Is not the password of now/, "это не нынешний пароль"],
  [/^Contains the name/, "в пароле есть имя"],
  [/^Is a walk over the keys/, "клавиши подряд подбирают первыми"],
  [/^Contains a control character/, "есть перевод строки или управляющий знак"],
  [/^Contains nothing to read/, "нечего прочитать"],
  [/^Expected more than one or two full stops/, "одной или двух точек мало"],
  [/^Contains half of a surrogate pair/, "есть обломок знака"],
  [/^Expected a whole number from (\d+) to (\d+)/, "нужно целое число от $1 до $2"],
  [/^Expected a whole number/, "нужно целое число"],
  [/^Expected 1 to (\d+) letters, digits/, "нужно от 1 до $1 букв, цифр и знаков . _ -"],
  [/^Expected (\d+) different characters at least/, "нужно хотя бы $1 разных знаков"],
  [/^Expected (\d+) characters at least/, "слишком коротко, нужно от $1 знаков"],
  [/^Expected (\d+) characters at most/, "слишком длинно, можно до $1 знаков"],
  [/^There are no questions in a pack (.+)$/, "в пакете «$1» нет вопросов"],
  [/^There are no questions with the theme (.+)$/, "вопросов на тему «$1» нет"],
  [/^Expected (?:a finite )?number$/, "нужно число"],
  [/^Expected an integer/, "нужно целое число"],
  [/^Expected ".*" \| ".*"$/, "нужно выбрать из списка"],
  [/RegExp \^\(\?:\[01\]\\d\|2\[0-3\]\):/, "нужно время, например 19:00"],
  [/^Expected picture:/, "нужен адрес, который начинается с http:// или https://"],
  [/between (\d+) and (\d+)/, "нужно от $1 до $2"],
  [/length of at least 1\b/, "нужно заполнить"],
  [/length of at least (\d+)/, "слишком коротко, нужно от $1"],
  [/length of at most (\d+)/, "слишком длинно, можно до $1"]
]

/** What stands before it has a part of its own. */
const shifted = (russian: string): string => russian.replaceAll(/\$(\d)/g, (_, at: string) => `$${Number(at) + 1}`)

const unread = /, not read: «/
const unreadInRussian = ", не прочитано: «"

const notes: Said = [
  [/^no question could be read$/, "ни одного вопроса не прочитать"],
  [/^the database did not answer; try again$/, "база данных не ответила; попробуйте ещё раз"],
  [/one cell, two are needed: «/, "одна ячейка, а нужны две: «"],
  [/more than (\S+) files in the archive: refused/, "в архиве больше файлов, чем можно ($1): не принят"],
  [/more than (\S+) MB come out of the archive: refused/, "из архива выходит больше $1 МБ: не принят"],
  [/^a document of an old Word: save it as \.docx$/, "это документ старого Word: сохраните его как .docx"],
  [/^a document in RTF: save it as \.docx$/, "это документ RTF: сохраните его как .docx"],
  [
    /^a PDF: send the document or the text that it was made of$/,
    "это PDF: пришлите документ или текст, из которого он сделан"
  ],
  [/the archive is broken/, "архив испорчен"],
  [
    /more than (\S+) MB of (\S+): split the file, or send it as JSON/,
    "больше $1 МБ в виде $2: разделите файл или пришлите его как JSON"
  ],
  [/the picture (.+) is (\S+) × (\S+), too large: left out/, "картинка $1 слишком велика ($2 × $3): не взята"],
  [/an archive within an archive: not opened/, "архив внутри архива: не открыт"],
  [/a picture that is not in the archive: /, "картинки нет в архиве: "],
  [/no file of questions in the archive/, "в архиве нет файла с вопросами"],
  [/a note before the headings, kept as the licence: «/, "запись перед заголовками, взята как лицензия: «"],
  [/an unknown column/, "неизвестный столбец"],
  [
    /no headings: the first row has to name the columns, «вопрос» and «ответ» among them/,
    "нет заголовков: первая строка должна назвать столбцы, среди них «вопрос» и «ответ»"
  ],
  [
    /(\S+) cells under (\S+) headings, not read: quote the «(.*?)» in the text/,
    "ячеек — $1, заголовков — $2, не прочитано: возьмите «$3» в тексте в кавычки"
  ],
  [/«(.*?)» outside of a question/, "«$1» вне вопроса"],
  [/«(.*?)» before any question/, "«$1» раньше первого вопроса"],
  [/a picture in «Зачет»: shown with the answer/, "картинка в «Зачёте»: её покажут вместе с ответом"],
  [/no blank line before «/, "нет пустой строки перед «"],
  [/no blank line before a section/, "нет пустой строки перед разделом"],
  [/no blank line between two questions/, "нет пустой строки между вопросами"],
  [/a line without a header/, "строка без заголовка"],
  [/a line without a mark/, "строка без знака"],
  [/blank line inside a field/, "пустая строка внутри поля"],
  [/blank line inside a question/, "пустая строка внутри вопроса"],
  [
    /a theme of «Своя игра» whose questions and answers do not go together: read as one question/,
    "тема «Своей игры», в которой вопросы и ответы не сходятся: прочитана как один вопрос"
  ],
  [/a theme of «Своя игра»: (\S+) questions were made of it/, "тема «Своей игры», вопросов из неё — $1"],
  [
    /lines that begin with a minus may be a list: taken for numbers/,
    "строки с минусом впереди могут быть списком: приняты за числа"
  ],
  [/no space after «/, "нет пробела после «"],
  [/no answers in braces/, "нет ответов в фигурных скобках"],
  [/no right answer in words/, "нет верного ответа словами"],
  [
    /a choice of (\S+): asked without the options it may have no answer/,
    "выбор из вариантов, неверных — $1: без них ответа может не быть"
  ],
  [/item (\S+) is no question: not read/, "запись $1 — не вопрос: не прочитана"],
  [/no JSON: it breaks off$/, "это не JSON до конца: обрывается"],
  [/no JSON: (".+") is not expected there$/, "это не JSON: здесь не должно быть $1"],
  [/no JSON: /, "это не JSON: "],
  [/no number before a question: counted from the one before/, "перед вопросом нет номера: сосчитан от предыдущего"],
  [/one picture more than a question can show: /, "картинок больше, чем вопрос может показать: "],
  [/an answer without its question/, "ответ без вопроса"],
  [/a question without an answer/, "вопрос без ответа"],
  [/a question without a text/, "вопрос без текста"],
  [/(\S+) cannot be asked here, not imported/, "$1 здесь не сыграть, не внесено"],
  [/neither a question nor an answer/, "ни вопрос, ни ответ"],
  [/^the text has (\d+) characters, (\d+) at most are kept$/, "знаков в вопросе — $1, а можно $2"],
  [/^the answer has (\d+) characters, (\d+) at most are kept$/, "знаков в ответе — $1, а можно $2"],
  [/^the comment has (\d+) characters, (\d+) at most are kept$/, "знаков в комментарии — $1, а можно $2"],
  [/^the source has (\d+) characters, (\d+) at most are kept$/, "знаков в источнике — $1, а можно $2"],
  [/^the author has (\d+) characters, (\d+) at most are kept$/, "знаков в имени автора — $1, а можно $2"],
  [/^the handout has (\d+) characters, (\d+) at most are kept$/, "знаков в раздаточном материале — $1, а можно $2"],
  [/^the picture has (\d+) characters, (\d+) at most are kept$/, "знаков в адресе картинки — $1, а можно $2"],
  [/^the title has (\d+) characters, (\d+) at most are kept: cut$/, "знаков в названии пакета — $1, взято начало, $2"],
  [/^the licence has (\d+) characters, (\d+) at most are kept: cut$/, "знаков в лицензии — $1, взято начало, $2"],
  [/^the url has (\d+) characters, (\d+) at most are kept: cut$/, "знаков в адресе пакета — $1, взято начало, $2"],
  [
    /^the editors has (\d+) characters, (\d+) at most are kept: cut$/,
    "знаков в именах редакторов — $1, взято начало, $2"
  ],
  [/^the played has (\d+) characters, (\d+) at most are kept: cut$/, "знаков в дате пакета — $1, взято начало, $2"],
  [/^the info has (\d+) characters, (\d+) at most are kept: cut$/, "знаков в описании пакета — $1, взято начало, $2"],
  [/^of accepted there are (\d+), (\d+) at most are kept$/, "вариантов в зачёте — $1, а можно $2"],
  [/^of rejected there are (\d+), (\d+) at most are kept$/, "вариантов в незачёте — $1, а можно $2"],
  [/^of themes there are (\d+), (\d+) at most are kept$/, "тем — $1, а можно $2"],
  [/^a theme has over (\d+) characters$/, "в одной из тем больше $1 знаков"],
  [/^an answer more has over (\d+) characters$/, "в одном из вариантов зачёта больше $1 знаков"],
  [/a picture that no question shows: /, "картинку не показывает ни один вопрос: "],
  [/a file that is not read here: /, "такой файл здесь не читается: "],
  ...ofPictures.flatMap(([said, russian]): Said => [
    [new RegExp(`^the picture (.*): ${said.source}$`), `нужна другая картинка вместо $1: ${shifted(russian)}`],
    [
      new RegExp(`^a picture of the answer is not kept: (.*): ${said.source}$`),
      `картинка к ответу не сохранена: $1: ${shifted(russian)}`
    ]
  ]),
  [/^the picture /, "нужна картинка "]
]

/** The whole of it, whatever else it says; undefined: nobody has said how. */
const whole = (said: Said, text: string): string | undefined => {
  for (const [pattern, russian] of said) {
    const found = pattern.exec(text)
    if (found !== null) return russian.replaceAll(/\$(\d)/g, (_, at: string) => found[Number(at)] ?? "")
  }
  return undefined
}

/** A sentence that nobody has translated is told by its kind: the English one says nothing to whoever reads Russian. */
export const problemInRussian = ({ detail, errors = [], kind }: Pick<Problem, "detail" | "errors" | "kind">) => ({
  detail: whole(details, detail) ?? ofKind[kind],
  errors: eachOnce(
    errors.map(({ message, path, ...rest }) => ({
      ...rest,
      path: fieldInRussian(path),
      message: whole(flaws, message) ?? "не подходит"
    }))
  )
})

/** What it says of the file stays as it is, and so does what is in no words of ours. */
export const noteInRussian = (note: string): string => {
  const [pattern, russian] = notes.find(([said]) => said.test(note)) ?? [unread, unreadInRussian]
  return note.replace(pattern, russian).replace(unread, unreadInRussian)
}
