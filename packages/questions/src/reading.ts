/** What a file of questions was understood as: the questions, what is known of the pack, and what is to be looked at. */

/** Something to look at, by the line of the file where it begins. */
export interface PackNote {
  readonly line: number
  readonly message: string
}

/** A piece of the file that is in none of the questions, with its words: nothing is lost silently. */
export interface UnreadPiece {
  readonly line: number
  readonly text: string
}

export interface ReadQuestion {
  /** Where it begins in the file. */
  readonly line: number
  readonly number: string | null
  readonly tour: string | null
  /** As the author wrote it, notes for the host in it. */
  readonly text: string
  /** What players see: without notes for the host and without marks of the format. */
  readonly shown: string
  readonly answer: string
  /** What else is right, in as many parts as the format keeps apart. */
  readonly accepted: ReadonlyArray<string>
  readonly rejected: ReadonlyArray<string>
  readonly comment: string | null
  readonly sources: ReadonlyArray<string>
  readonly author: string | null
  readonly handout: string | null
  /** Name or address of a picture that is shown with the question. */
  readonly handoutImage: string | null
  /** Name or address of a picture that is shown with the answer. */
  readonly answerImage: string | null
  /** Of a question that gives answers to choose from, the right one among them. */
  readonly options: ReadonlyArray<string>
  readonly themes: ReadonlyArray<string>
  /** 1 easy, 5 hard. */
  readonly difficulty: number | null
  /** Where the question itself stands in the web. */
  readonly url: string | null
}

export interface PackFacts {
  readonly title: string | null
  readonly editors: string | null
  readonly date: string | null
  readonly licence: string | null
  readonly info: string | null
  readonly url: string | null
}

/** The bytes of pictures that came with a file, by the names its questions have for them. */
export type PictureFiles = ReadonlyMap<string, Uint8Array>

export interface Reading {
  readonly pack: PackFacts
  readonly questions: ReadonlyArray<ReadQuestion>
  readonly warnings: ReadonlyArray<PackNote>
  readonly unread: ReadonlyArray<UnreadPiece>
  readonly pictures: PictureFiles
}
