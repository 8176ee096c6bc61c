/** The public types of `@znatoki/engine/judge`: a change here is a change for everybody who embeds it. */
import { Schema } from "effect"

// Without a doc comment: Lexicon

// judge/compile-answer
/** What of a question the judge reads. */
export interface ReferenceAnswer {
    readonly answer: string;
    /** Зачёт: what else is right, or how to tell what is. */
    readonly accepted: ReadonlyArray<string>;
    /** Незачёт. */
    readonly rejected: ReadonlyArray<string>;
    /** The question itself, so that an answer that only repeats it is seen. */
    readonly text?: string;
}
/** One of the things a numbered question asks. */
interface Subanswer {
    readonly forms: ReadonlyArray<CompiledForm>;
    /** «любой ответ»: whatever is said counts. */
    readonly anything: boolean;
}
/** A reference answer that was read once: plain data, to be kept and given to `judge` as it is. */
export interface CompiledAnswer {
    /** The texts as they are written: whoever repeats one letter for letter is right. */
    readonly written: ReadonlyArray<string>;
    readonly forms: ReadonlyArray<CompiledForm>;
    readonly subanswers: ReadonlyArray<Subanswer>;
    readonly ranges: ReadonlyArray<NumberRange>;
    readonly rejected: ReadonlyArray<CompiledForm>;
    readonly keywords: ReadonlyArray<CompiledKeyword>;
    /** What an answer has to mention for people to judge its meaning. */
    readonly mentions: ReadonlyArray<CompiledKeyword>;
    readonly rejectedKeywords: ReadonlyArray<CompiledKeyword>;
    readonly flags: Flags;
    /** The text of the question, to tell an answer that only repeats it. */
    readonly question: string;
    /** Given answers longer than this are not read, unless they repeat the reference letter for letter. */
    readonly longest: number;
}
/**
 * Reads a reference answer: `[optional]` words, alternatives divided by `;` or « или », «точный ответ», «по слову X»,
 * «в любом порядке», незачёт. Total: any text is read somehow, the first 10,000 characters of it, and of a list the first
 * 200 texts.
 */
export declare const compileAnswer: (question: ReferenceAnswer) => CompiledAnswer;

// judge/judge
/**
 * The verdict on one given answer, by the rules of the sport. Total: any text gets a verdict, whatever it holds.
 *
 * `accepted` and `rejected` are certain; `disputed` is for people to decide, as the text may be right. The reason says which
 * case it was, `matched` the form of the reference it was held against. With a `lexicon` two words are never taken for one.
 */
export declare const judge: (compiled: CompiledAnswer, given: string, lexicon?: Lexicon) => Judgement;

// judge/reference/compiled-form
interface FormTraits {
    /** Only this wording is right. */
    readonly strict: boolean;
    /** A strict wording may still be declined. */
    readonly anyForm: boolean;
    /** False when it may be only a piece of an answer. */
    readonly certain: boolean;
    /** Its words belong in this order. */
    readonly ordered: boolean;
    /** No other wording of the same is meant: «солнечный город» is wrong, and «город Солнца» right. */
    readonly literal?: true;
}
interface CompiledForm extends FormTraits {
    readonly shown: string;
    readonly normal: string;
    readonly reading: string;
    /** The reading without the optional parts. */
    readonly bare: string;
}

// judge/reference/compiled-keyword
interface CompiledKeyword {
    readonly shown: string;
    readonly normal: string;
}

// judge/reference/flags
interface Flags {
    /** «точный ответ»: the wording is the point. */
    readonly exact: boolean;
    /** «в любом числе и падеже»: an exact answer may still be declined. */
    readonly anyForm: boolean;
    readonly anyOrder: boolean;
    /** «именно в таком порядке» */
    readonly ordered: boolean;
    readonly surname: boolean;
    readonly noWrongExtras: boolean;
    /** «синонимичные ответы», «и т. п.»: only a person can tell. */
    readonly similar: boolean;
    readonly byMeaning: boolean;
    /** «по корню „сме“», «или однокоренным»: a word of the same root will do for the keyword. */
    readonly kindred: boolean;
}

// judge/verdict/judgement
/** `disputed`: it may be right, and people have to decide. */
export declare const JudgeVerdict: Schema.Literals<readonly ["accepted", "rejected", "disputed"]>;
export type JudgeVerdict = typeof JudgeVerdict.Type;
/** The cases of judging; the words for each belong to whoever talks to people. */
export declare const JudgeReason: Schema.Literals<readonly ["exact", "form", "word order", "spacing", "typo", "transliteration", "keyboard layout", "keyword", "extra words", "partial", "near", "abbreviation", "by meaning", "inexact", "list of guesses", "wrong number", "wrong name", "wrong order", "negation", "in rejected", "empty", "formal", "too long", "other"]>;
export type JudgeReason = typeof JudgeReason.Type;
declare const Judgement_base: Schema.Opaque<Judgement, Schema.Struct<{
    readonly verdict: Schema.Literals<readonly ["accepted", "rejected", "disputed"]>;
    readonly reason: Schema.Literals<readonly ["exact", "form", "word order", "spacing", "typo", "transliteration", "keyboard layout", "keyword", "extra words", "partial", "near", "abbreviation", "by meaning", "inexact", "list of guesses", "wrong number", "wrong name", "wrong order", "negation", "in rejected", "empty", "formal", "too long", "other"]>;
    /** The accepted or rejected form it was held against, if there was one. */
    readonly matched: Schema.NullOr<Schema.String>;
}>, {}> & Omit<Schema.Struct<{
    readonly verdict: Schema.Literals<readonly ["accepted", "rejected", "disputed"]>;
    readonly reason: Schema.Literals<readonly ["exact", "form", "word order", "spacing", "typo", "transliteration", "keyboard layout", "keyword", "extra words", "partial", "near", "abbreviation", "by meaning", "inexact", "list of guesses", "wrong number", "wrong name", "wrong order", "negation", "in rejected", "empty", "formal", "too long", "other"]>;
    /** The accepted or rejected form it was held against, if there was one. */
    readonly matched: Schema.NullOr<Schema.String>;
}>, keyof Schema.Top>;
/** What the judge says of an answer, and why. */
export declare class Judgement extends Judgement_base {
}

// judge/wording/number-range
interface NumberRange {
    readonly from: number;
    readonly to: number;
    readonly shown: string;
    /** Where the units stand that it is counted in, if any. */
    readonly units: string;
    /** False for an answer that is itself a range: then a number inside it may be too little. */
    readonly certain: boolean;
}

// judge/words/lexicon
/** A word of the dictionary that a written word may be a form of. */
export interface Lemma {
    /** The same for all forms of the word, another for every other word. */
    readonly id: string;
    /** The form that a dictionary lists. */
    readonly word: string;
    /** It was written in that form. */
    readonly base: boolean;
    readonly kind: "noun" | "adjective" | "verb" | "other";
    readonly name: "given" | "patronymic" | "surname" | null;
    readonly indeclinable: boolean;
    /** Of a person or an animal. */
    readonly animate: boolean;
}
/** Somebody known by a surname: small letters, «е» for «ё». */
export interface Person {
    /** Every word of the given name, and of its other spellings. */
    readonly given: ReadonlyArray<string>;
    readonly patronymic: string | null;
    /** Somebody else is meant by the surname alone. */
    readonly lesser?: boolean;
}
export interface Lexicon {
    /**
     * Every word that `word` may be a form of; none when the dictionary does not know it. `word` is in lower case, with «е» for «ё».
     * Pure and total: the same answer for the same word, whatever it holds.
     */
    readonly lemmas: (word: string) => ReadonlyArray<Lemma>;
    /** What a well-known thing of that name is: «озеро» for «байкал»; none when it is none. */
    readonly kinds: (name: string) => ReadonlyArray<string>;
    /** Well-known bearers of the surname; none when there are none, or when it is no surname. */
    readonly people: (surname: string) => ReadonlyArray<Person>;
    /** The surnames of those who made the well-known work of that title, as words without signs: «пушкин» for «капитанская дочка». */
    readonly authors?: (title: string) => ReadonlyArray<string>;
    /** Other words, as a dictionary lists them, that people write for that one: «призрак» for «тень». */
    readonly akin?: (word: string) => ReadonlyArray<string>;
    /**
     * What else the thing of that name is called, as right as the name: «вне игры» for «офсайд». `phrase` is a whole answer in small
     * letters, with «е» for «ё» and its words divided by single spaces; it may stand in any case. The names are written alike.
     */
    readonly otherNames?: (phrase: string) => ReadonlyArray<string>;
    /** What it is called by many, though it may be more, less or another: whether that will do is for people to decide. */
    readonly nearNames?: (phrase: string) => ReadonlyArray<string>;
}

export {}
