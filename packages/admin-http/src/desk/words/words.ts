/** What the desk has to say in each language. */
import type { ImportCounts, ImportState } from "@znatoki/ports/pack-imports"
import type { QuestionState } from "@znatoki/ports/question-catalog"
import type { Flaw, Problem } from "../../problem.ts"
import type { GameSummary } from "@znatoki/ports/game-archive"

export type Language = "ru" | "en"

type Named<Name extends string> = { readonly [N in Name]: string }

/** Numbers as the language wants them, from `Intl.PluralRules`. */
export type Counted = (count: number) => string

export interface Words {
  readonly language: Language
  readonly nav: Named<
    | "label"
    | "skip"
    | "dashboard"
    | "games"
    | "questions"
    | "packs"
    | "imports"
    | "variants"
    | "appeals"
    | "proposals"
    | "disliked"
    | "players"
    | "conversations"
    | "letters"
    | "parked"
    | "jobs"
    | "admins"
    | "audit"
    | "signOut"
  >
  readonly signIn: Named<
    "title" | "name" | "password" | "submit" | "byPasskey" | "byLink" | "byLinkHint" | "secret" | "useLink" | "notKept"
  >
  readonly dashboard: Named<
    | "title"
    | "today"
    | "live"
    | "nobody"
    | "days"
    | "daysHint"
    | "numbers"
    | "day"
    | "games"
    | "won"
    | "rounds"
    | "right"
    | "leaders"
  > & { readonly chart: (games: number, days: number) => string }
  readonly games: Named<
    | "title"
    | "empty"
    | "game"
    | "phase"
    | "round"
    | "score"
    | "changed"
    | "all"
    | "running"
    | "finished"
    | "filter"
    | "show"
  > & { readonly numbered: (conversation: string, game: number) => string }
  readonly phases: Named<GameSummary["phase"]>
  readonly game: Named<
    | "steps"
    | "logGone"
    | "earlier"
    | "later"
    | "inside"
    | "verdicts"
    | "question"
    | "answer"
    | "given"
    | "verdict"
    | "why"
    | "took"
    | "nothing"
    | "right"
    | "wrong"
    | "byJudge"
    | "byTable"
    | "byAdmin"
    | "noRounds"
    | "players"
    | "captain"
    | "refused"
    | "stop"
    | "stopNow"
    | "appealOpen"
    | "accept"
    | "reject"
    | "card"
  > & { readonly step: (position: number, of: number) => string; readonly seconds: Counted }
  readonly appeals: Named<"title" | "empty" | "emptyYet" | "hint"> & { readonly round: (round: number) => string }
  readonly proposals: Named<"title" | "empty" | "take" | "refuse" | "reason" | "published" | "refused">
  readonly disliked: Named<
    | "title"
    | "hint"
    | "empty"
    | "right"
    | "disputed"
    | "appeals"
    | "voices"
    | "rests"
    | "unseen"
    | "edit"
    | "keep"
    | "again"
    | "retire"
    | "note"
    | "inPlay"
    | "retired"
  > & { readonly resting: (count: number) => string }
  readonly questions: Named<
    | "title"
    | "search"
    | "find"
    | "empty"
    | "text"
    | "handout"
    | "handoutHint"
    | "picture"
    | "noPicture"
    | "answerPicture"
    | "answerPictureHint"
    | "answerPictureNamed"
    | "pictureAddress"
    | "pictureAddressHint"
    | "pictureFile"
    | "pictureHint"
    | "putPicture"
    | "removePicture"
    | "answer"
    | "accepted"
    | "acceptedHint"
    | "rejectedHint"
    | "rejected"
    | "moreAccepted"
    | "moreRejected"
    | "moreHint"
    | "fixed"
    | "comment"
    | "source"
    | "author"
    | "difficulty"
    | "theme"
    | "themes"
    | "themesHint"
    | "packHint"
    | "any"
    | "state"
    | "write"
    | "edit"
    | "save"
    | "saved"
    | "tryTitle"
    | "tryHint"
    | "try"
    | "all"
    | "asked"
    | "statistics"
    | "looked"
  > & {
    readonly numbers: (asked: number, right: number, disputed: number, appeals: number) => string
    readonly votes: (good: number, bad: number) => string
  }
  readonly states: Named<QuestionState>
  readonly packs: Named<
    | "title"
    | "empty"
    | "name"
    | "licence"
    | "noLicence"
    | "commercial"
    | "credit"
    | "creditHint"
    | "url"
    | "editors"
    | "played"
    | "info"
    | "fixed"
    | "owner"
    | "ownerHint"
    | "changed"
    | "save"
    | "resting"
    | "file"
    | "fileHint"
    | "losses"
    | "noLosses"
    | "lostField"
    | "wholePack"
    | "bring"
  > & {
    readonly commercialIs: Named<"yes" | "no" | "unknown">
    readonly formats: Named<"4s" | "db" | "json" | "csv" | "zip">
    readonly lost: Counted
    /** What a file has and no form of the desk. */
    readonly lostFields: Named<"number" | "tour" | "options" | "shown" | "whole">
    readonly move: (count: number, state: string) => string
  }
  readonly imports: Named<
    | "title"
    | "file"
    | "fileHint"
    | "pack"
    | "packHint"
    | "format"
    | "anyFormat"
    | "licenceHint"
    | "draft"
    | "send"
    | "sent"
    | "empty"
    | "line"
    | "what"
    | "understood"
    | "comes"
    | "left"
    | "warnings"
    | "pictures"
    | "waits"
    | "twins"
    | "byEditor"
    | "sample"
    | "progress"
    | "toPack"
    | "bring"
    | "forget"
  > & {
    readonly states: Named<ImportState>
    readonly questions: Counted
    readonly kilobytes: (count: number) => string
    readonly counts: (counts: ImportCounts) => string
    readonly of: (file: string, pack: string) => string
  }
  readonly variants: Named<"title" | "hint" | "empty" | "given" | "take" | "refuse">
  readonly players: Named<
    | "title"
    | "empty"
    | "place"
    | "name"
    | "right"
    | "games"
    | "won"
    | "best"
    | "conversations"
    | "streak"
    | "allTime"
    | "season"
    | "period"
  >
  readonly letters: Named<"title" | "empty" | "conversation" | "reason" | "message" | "when">
  readonly parked: Named<"title" | "empty" | "error" | "since" | "waiting" | "retry" | "skip" | "released" | "actions">
  readonly admins: Named<
    | "title"
    | "name"
    | "role"
    | "state"
    | "tokens"
    | "noTokens"
    | "expires"
    | "used"
    | "make"
    | "makeToken"
    | "password"
    | "enabled"
    | "disabled"
    | "disable"
    | "enable"
    | "once"
    | "revoke"
    | "actions"
    | "link"
    | "passwordHint"
  >
  readonly me: Named<
    | "title"
    | "saved"
    | "passkeys"
    | "passkeysHint"
    | "noPasskeys"
    | "passkeyName"
    | "addPasskey"
    | "removePasskey"
    | "refused"
    | "password"
    | "passwordHint"
    | "currentPassword"
    | "newPassword"
    | "setPassword"
    | "sessions"
    | "agent"
    | "address"
    | "since"
    | "thisOne"
    | "signOutEverywhere"
  >
  readonly roles: Named<"owner" | "editor" | "viewer">
  readonly audit: Named<"title" | "empty" | "when" | "who" | "did" | "to" | "outcome" | "nobody">
  readonly paging: Named<"label" | "next" | "first">
  /** `meanwhile`: before what it is now, with what was typed behind it; `asItIs`: before the page as it is now, and nothing was typed. */
  readonly problems: Named<
    "title" | "back" | "again" | "kept" | "signInBeside" | "unanswered" | "stale" | "reload" | "meanwhile" | "asItIs"
  > & {
    /** What the API says, which tells programs. */
    readonly told: (problem: Pick<Problem, "detail" | "errors" | "kind">) => Pick<Problem, "detail"> & {
      readonly errors: ReadonlyArray<Flaw>
    }
    /** What a file of questions is warned of. */
    readonly note: (text: string) => string
  }
  readonly yes: string
  readonly no: string
}
