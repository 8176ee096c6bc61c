/** All of a bot but its ports to the world, put together once for whoever runs one. */
import { Layer } from "effect"
import { Deadlines } from "../deadlines/deadlines.ts"
import * as AnswerPresses from "../deliver/answer-presses.ts"
import * as Deliver from "../deliver/deliver.ts"
import * as DirectAnswers from "../in-process/direct-answers.ts"
import * as DirectBell from "../in-process/direct-bell.ts"
import * as DirectLine from "../in-process/direct-line.ts"
import { Pulse } from "../outage/pulse.ts"
import * as Worker from "../play/worker.ts"

/** Whoever owns conversations; talks with those who hear and say through ports. */
export const owner = (options: Worker.WorkerOptions) =>
  Worker.layer(options).pipe(Layer.provideMerge(Deadlines.layer), Layer.provideMerge(Pulse.layer))

/** Whoever has the messenger of a community; talks with the owners of its conversations through ports. */
export const connector = (options: Deliver.DeliverOptions) => Layer.merge(Deliver.layer(options), AnswerPresses.layer)

export interface KernelOptions extends Worker.WorkerOptions, Deliver.DeliverOptions {}

/** Both in one process, with nothing between them. */
export const kernel = (options: KernelOptions) =>
  Layer.merge(owner(options), connector(options)).pipe(
    Layer.provideMerge(Layer.mergeAll(DirectLine.layer, DirectBell.layer, DirectAnswers.layer))
  )
