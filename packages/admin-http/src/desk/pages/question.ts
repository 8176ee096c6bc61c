/** `/desk/questions/<id>`: one question, to be changed and to be tried, with how it plays. */
import { JudgeReason, JudgeVerdict, QuestionId } from "@znatoki/engine"
import type { QuestionCount } from "@znatoki/ports/count-game"
import { pictureHashOf } from "@znatoki/ports/pictures"
import { Statistics } from "@znatoki/ports/statistics"
import { Effect, Schema } from "effect"
import { html } from "hono/html"
import { mayDo } from "../../auth/role.ts"
import type { Html } from "../../pages/value-tree.ts"
import { VotesJson } from "../../schemas/proposal-json.ts"
import { QuestionJson } from "../../schemas/question-json.ts"
import type { ApiRequest } from "../call-api.ts"
import { field, type Fields, fieldsOf, linesOf } from "../form.ts"
import type { Asked, Page, Shown } from "../page.ts"
import { choiceOf } from "../parts/choice.ts"
import { actionForm, areaField, textField } from "../parts/fields.ts"
import { stateChoices } from "../parts/states.ts"
import { table } from "../parts/table.ts"
import { themeMeant, themeShown } from "../parts/themes.ts"
import { isMoved, isOfForm, problemNote, sentNote } from "../problem-shown.ts"
import { readApi } from "../read-api.ts"
import { judgementInEnglish } from "../words/judgements.ts"
import { Problem } from "../../problem.ts"
import { answerPicturePart, picturePart, sentPicture } from "./question-picture.ts"

const path = "/desk/questions"
const api = "/api/v1/questions"

type Question = typeof QuestionJson.Type
type Votes = typeof VotesJson.Type

/** What a box that is ticked says. */
const yes = "yes"

/** As the fields of the form have it. */
const fieldsOfQuestion = (question: Question, { language }: Asked["words"]): Fields => ({
  text: question.text,
  handout: question.handout?.text ?? "",
  picture: question.handout?.imageUrl ?? "",
  answer: question.answer,
  accepted: question.accepted.join("\n"),
  rejected: question.rejected.join("\n"),
  moreAccepted: question.moreAccepted.join("\n"),
  moreRejected: question.moreRejected.join("\n"),
  fixed: question.fixed ? yes : "",
  comment: question.comment ?? "",
  source: question.source ?? "",
  author: question.author ?? "",
  themes: question.themes.map((theme) => themeShown(theme, language)).join("\n"),
  difficulty: String(question.difficulty),
  state: question.state,
  pack: question.pack ?? ""
})

const wordsOfAuthorIn = (fields: Fields) => ({
  text: field(fields, "text"),
  handout: {
    text: field(fields, "handout"),
    imageUrl: field(fields, "picture") === "" ? null : field(fields, "picture")
  },
  answer: field(fields, "answer"),
  accepted: linesOf(fields["accepted"] ?? ""),
  rejected: linesOf(fields["rejected"] ?? ""),
  comment: field(fields, "comment"),
  source: field(fields, "source"),
  author: field(fields, "author")
})

/** Where a licence forbids changes, the author's words are not sent at all. */
const draftIn = (fields: Fields) => ({
  ...(fields["fixed"] === yes ? {} : wordsOfAuthorIn(fields)),
  moreAccepted: linesOf(fields["moreAccepted"] ?? ""),
  moreRejected: linesOf(fields["moreRejected"] ?? ""),
  themes: linesOf(fields["themes"] ?? "").map(themeMeant),
  difficulty: Number(fields["difficulty"]),
  state: field(fields, "state")
})

const newIn = (fields: Fields) => {
  const pack = field(fields, "pack")
  return { ...draftIn(fields), pack: pack === "" ? null : pack }
}

const difficulties = ["1", "2", "3", "4", "5"].map((one) => [one, one] as const)

/** A file that was sent is seen below, and its name says nothing to anybody. */
const pictureField = (picture: string, { questions }: Asked["words"]): Html =>
  pictureHashOf(picture) === null
    ? textField({
        label: questions.pictureAddress,
        name: "picture",
        value: picture,
        hint: questions.pictureAddressHint
      })
    : html`<input type="hidden" name="picture" value="${picture}" />`

type ValueOf = (name: string) => { readonly name: string; readonly value: string }

const wordsOfAuthor = (fields: Fields, value: ValueOf, words: Asked["words"]): Html => {
  const { questions } = words
  return html`${areaField({ label: questions.text, ...value("text"), required: true })}
  ${areaField({ label: questions.handout, hint: questions.handoutHint, ...value("handout") })}
  ${pictureField(fields["picture"] ?? "", words)}
  ${textField({ label: questions.answer, ...value("answer"), required: true })}
  ${areaField({ label: questions.accepted, hint: questions.acceptedHint, ...value("accepted") })}
  ${areaField({ label: questions.rejected, hint: questions.rejectedHint, ...value("rejected") })}
  ${areaField({ label: questions.comment, ...value("comment") })}
  ${textField({ label: questions.source, ...value("source") })}
  ${textField({ label: questions.author, ...value("author") })}`
}

/** Which pack a new question goes into. */
const packField = (value: ValueOf, { imports, questions }: Asked["words"]): Html =>
  textField({ label: imports.pack, hint: questions.packHint, ...value("pack") })

/** What was ruled right besides, and what editors add to the words of an author. */
const besides = (value: ValueOf, { questions }: Asked["words"]): Html =>
  html`${areaField({ label: questions.moreAccepted, hint: questions.moreHint, ...value("moreAccepted") })}
  ${areaField({ label: questions.moreRejected, hint: questions.rejectedHint, ...value("moreRejected") })}`

/** `version`: the one the fields are of; null: it is not written yet. */
const editor = (action: string, fields: Fields, version: number | null, words: Asked["words"]): Html => {
  const { questions } = words
  const value: ValueOf = (name) => ({ name, value: fields[name] ?? "" })
  return html`<form class="card" method="post" action="${action}">
    ${version === null ? "" : html`<input type="hidden" name="version" value="${version}" />`}
    ${
      fields["fixed"] === yes
        ? html`<input type="hidden" name="fixed" value="${yes}" />
            <p>${questions.fixed}</p>`
        : wordsOfAuthor(fields, value, words)
    }
    ${version === null ? packField(value, words) : besides(value, words)}
    ${areaField({ label: questions.themes, hint: questions.themesHint, ...value("themes") })}
    ${choiceOf(questions.difficulty, "difficulty", fields["difficulty"] ?? "3", difficulties)}
    ${choiceOf(words.questions.state, "state", fields["state"] ?? "draft", stateChoices(words))}
    <button>${questions.save}</button>
  </form>`
}

const namesOfAuthor = ["text", "handout", "answer", "accepted", "rejected", "comment", "source", "author"] as const
const allNames = [...namesOfAuthor, "moreAccepted", "moreRejected", "themes"] as const

const asRead = (
  fields: Fields,
  { questions }: Asked["words"],
  shownNames: ReadonlyArray<(typeof allNames)[number]> = allNames
): Html =>
  html`<dl class="card">
    ${shownNames
      .filter((name) => (fields[name] ?? "") !== "")
      .map(
        (name) =>
          html`<div>
            <dt>${questions[name]}</dt>
            <dd class="long">${fields[name]}</dd>
          </div>`
      )}
  </dl>`

const Verdicts = Schema.Struct({
  items: Schema.Array(
    Schema.Struct({ given: Schema.String, verdict: JudgeVerdict, reason: JudgeReason, explanation: Schema.String })
  )
})

interface Tried {
  readonly given: string
  readonly verdicts: (typeof Verdicts.Type)["items"]
}

/** Beside the form that was not answered with verdicts: why. */
const refused = "select:'.problem, a[target]' swap:innerHTML"

const tryBox = ({ nonce, words }: Asked, action: string, tried: Tried | null): Html => {
  const { game, questions } = words
  return html`<h2>${questions.tryTitle}</h2>
    <form
      class="card"
      method="post"
      action="${action}#verdicts"
      hx-post="${action}"
      hx-select="#verdicts"
      hx-target="#verdicts"
      hx-swap="outerHTML"
      hx-status:4xx="${refused}"
      hx-status:5xx="${refused}"
      hx-nonce="${nonce}"
    >
      ${areaField({ label: questions.tryTitle, name: "given", hint: questions.tryHint, value: tried?.given ?? "", required: true })}
      <button>${questions.try}</button>
    </form>
    <p id="unanswered" class="problem" role="alert" hidden>${words.problems.unanswered}</p>
    <div id="verdicts" role="status">
      ${
        tried === null
          ? ""
          : table(
              questions.tryTitle,
              [
                { head: game.given, cell: ({ given }) => given },
                {
                  head: game.verdict,
                  cell: (judged) =>
                    html`<span class="${judged.verdict === "accepted" ? "right" : "wrong"}"
                      >${words.language === "ru" ? judged.explanation : judgementInEnglish(judged)}</span
                    >`
                }
              ],
              tried.verdicts
            )
      }
    </div>`
}

interface View {
  readonly id: string
  /** As it was sent and not taken; null: as it is kept. */
  readonly sent: Fields | null
  readonly problem: Problem | null
  readonly saved: boolean
  readonly tried: Tried | null
}

const howItPlays = (numbers: QuestionCount | undefined, { questions }: Asked["words"]): string => {
  const { appeals = 0, asked = 0, disputed = 0, right = 0 } = numbers ?? {}
  return questions.numbers(asked, right, disputed, appeals)
}

const votesPart = (votes: Votes, here: string, mayLook: boolean, { questions }: Asked["words"]): Html =>
  html`<p>${questions.votes(votes.good, votes.bad)}</p>
    ${mayLook && votes.unseenBad > 0 ? actionForm(`${here}/looked`, questions.looked) : ""}`

const packLink = ({ pack }: Question, { imports }: Asked["words"]): Html =>
  pack === null ? html`` : html`<p>${imports.pack}: <a href="/desk/packs/${encodeURIComponent(pack)}">${pack}</a></p>`

const view = Effect.fnUntraced(function* (asked: Asked, { id, problem, saved, sent, tried }: View) {
  const { who, words } = asked
  const { questions } = words
  const question = yield* readApi(asked, `${api}/${encodeURIComponent(id)}`, QuestionJson)
  const [numbers] = yield* (yield* Statistics).questions([QuestionId.make(id)])
  const votes = yield* readApi(asked, `${api}/${encodeURIComponent(id)}/votes`, VotesJson)
  const kept = fieldsOfQuestion(question, words)
  const fields = sent ?? kept
  const here = `${path}/${encodeURIComponent(id)}`
  const mayEdit = who !== null && mayDo(who.role, "editor")
  const shown: Shown = {
    title: questions.edit,
    status: problem === null ? 200 : isMoved(problem) ? 412 : 400,
    main: html`<h1>${questions.edit}</h1>
      ${saved ? html`<p class="good" role="status">${questions.saved}</p>` : ""} ${packLink(question, words)}
      ${sentNote(words, problem, asRead(kept, words))}
      ${mayEdit && question.fixed ? asRead(kept, words, namesOfAuthor) : ""}
      ${mayEdit ? editor(here, fields, question.version, words) : asRead(fields, words)}
      ${picturePart(question, here, mayEdit && !question.fixed, words)} ${answerPicturePart(question, words)}
      ${tryBox(asked, `${here}/try`, tried)}
      <h2>${questions.statistics}</h2>
      <p>${howItPlays(numbers, words)}</p>
      ${votesPart(votes, here, mayEdit, words)}`
  }
  return shown
})

const idIn = ({ context }: Asked): string => context.req.param("id") ?? ""
const nothing = { sent: null, problem: null, saved: false, tried: null }

/** Sent back with what is wrong with it, so that nobody writes it again. */
const saved = (asked: Asked, request: ApiRequest, refused: (problem: Problem) => ReturnType<typeof view>) =>
  asked.callApi(asked.context, request).pipe(
    Effect.map(({ json }) => {
      const { id } = Schema.decodeUnknownSync(Schema.Struct({ id: Schema.String }))(json)
      return asked.context.redirect(`${path}/${encodeURIComponent(id)}?saved=yes`, 303)
    }),
    Effect.catchTag("Problem", (problem) => (isOfForm(problem) ? refused(problem) : Effect.fail(problem)))
  )

const newShown = ({ words }: Asked, fields: Fields, problem: Problem | null): Shown => ({
  title: words.questions.write,
  status: problem === null ? 200 : 400,
  main: html`<h1>${words.questions.write}</h1>
    ${problemNote(words, problem)} ${editor(`${path}/new`, fields, null, words)}`
})

export const questionPages: ReadonlyArray<Page> = [
  {
    method: "GET",
    path: `${path}/new`,
    role: "editor",
    show: (asked) =>
      Effect.succeed(newShown(asked, { difficulty: "3", pack: asked.context.req.query("pack") ?? "" }, null))
  },
  {
    method: "POST",
    path: `${path}/new`,
    role: "editor",
    show: Effect.fnUntraced(function* (asked) {
      const fields = yield* fieldsOf(asked.context)
      return yield* saved(asked, { method: "POST", path: api, body: newIn(fields) }, (problem) =>
        Effect.succeed(newShown(asked, fields, problem))
      )
    })
  },
  {
    method: "GET",
    path: `${path}/:id`,
    role: "viewer",
    show: (asked) => view(asked, { ...nothing, id: idIn(asked), saved: asked.context.req.query("saved") === "yes" })
  },
  {
    method: "POST",
    path: `${path}/:id`,
    role: "editor",
    show: Effect.fnUntraced(function* (asked) {
      const fields = yield* fieldsOf(asked.context)
      const id = idIn(asked)
      const request = {
        method: "PATCH",
        path: `${api}/${encodeURIComponent(id)}`,
        headers: { "If-Match": `"${field(fields, "version")}"` },
        body: draftIn(fields)
      } as const
      return yield* saved(asked, request, (problem) => view(asked, { ...nothing, id, sent: fields, problem }))
    })
  },
  {
    method: "POST",
    path: `${path}/:id/picture`,
    role: "editor",
    show: Effect.fnUntraced(function* (asked) {
      const id = idIn(asked)
      const its = `${api}/${encodeURIComponent(id)}`
      const refused = (problem: Problem) => view(asked, { ...nothing, id, problem })
      const sent = yield* Effect.catchTag(sentPicture(asked), "Problem", Effect.succeed)
      if (sent instanceof Problem) return yield* refused(sent)
      const { handout } = yield* readApi(asked, its, QuestionJson)
      const request = {
        method: "PATCH",
        path: its,
        headers: { "If-Match": `"${sent.version}"` },
        body: { handout: { text: handout?.text ?? null, imageUrl: sent.address } }
      } as const
      return yield* saved(asked, request, refused)
    })
  },
  {
    method: "POST",
    path: `${path}/:id/looked`,
    role: "editor",
    show: Effect.fnUntraced(function* (asked) {
      const id = encodeURIComponent(idIn(asked))
      yield* asked.callApi(asked.context, { method: "POST", path: `${api}/${id}/looked` })
      return asked.context.redirect(`${path}/${id}`, 303)
    })
  },
  {
    method: "POST",
    path: `${path}/:id/try`,
    role: "viewer",
    show: Effect.fnUntraced(function* (asked) {
      const id = idIn(asked)
      const given = field(yield* fieldsOf(asked.context), "given")
      const question = yield* readApi(asked, `${api}/${encodeURIComponent(id)}`, QuestionJson)
      const { answer, text } = question
      // As a game asks it.
      const accepted = [...question.accepted, ...question.moreAccepted]
      const rejected = [...question.rejected, ...question.moreRejected]
      const body = { answer, accepted, rejected, text, given: linesOf(given).slice(0, 50) }
      const said = yield* asked.callApi(asked.context, { method: "POST", path: "/api/v1/judge", body })
      const { items } = yield* Effect.orDie(Schema.decodeUnknownEffect(Verdicts)(said.json))
      return yield* view(asked, { ...nothing, id, tried: { given, verdicts: items } })
    })
  }
]
