/** Pictures of finished games, drawn by one process for all communities; none where they are not wanted. */
import { layer as cardPainter } from "@znatoki/card-painter/painter"
import { Effect, Layer } from "effect"
import type { Environment } from "../config/environment.ts"

export const withCards = ({ cards }: Environment) => Effect.provide(cards ? cardPainter : Layer.empty)
