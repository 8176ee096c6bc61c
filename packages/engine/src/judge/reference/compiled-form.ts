/** One wording of the reference as plain text: the words are read out of it when an answer has to be compared. */
import { normalForm } from "../letters/normal-form.ts"

export interface FormTraits {
  /** Only this wording is right. */
  readonly strict: boolean
  /** A strict wording may still be declined. */
  readonly anyForm: boolean
  /** False when it may be only a piece of an answer. */
  readonly certain: boolean
  /** Its words belong in this order. */
  readonly ordered: boolean
  /** No other wording of the same is meant: «солнечный город» is wrong, and «город Солнца» right. */
  readonly literal?: true
}

export interface CompiledForm extends FormTraits {
  readonly shown: string
  readonly normal: string
  readonly reading: string
  /** The reading without the optional parts. */
  readonly bare: string
}

/** «2:0»: who has lost is not who has won. */
const score = /^\s*\d+\s?[:–—-]\s?\d+\s*\.?$/u

export const compileForm = (
  reading: string,
  shown: string,
  traits: FormTraits,
  bare: string = reading
): CompiledForm => ({
  shown,
  normal: normalForm(reading),
  reading,
  bare,
  strict: traits.strict,
  anyForm: traits.anyForm,
  certain: traits.certain,
  ordered: traits.ordered || score.test(reading),
  ...(traits.literal === true ? { literal: true } : {})
})
