/** All of a bot but its ports, put together once for whoever runs one. */
import { Layer } from "effect"
import { Deadlines } from "../deadlines/deadlines.ts"
import * as Deliver from "../deliver/deliver.ts"
import { Pulse } from "../outage/pulse.ts"
import * as Worker from "../play/worker.ts"

export interface KernelOptions extends Worker.WorkerOptions, Deliver.DeliverOptions {}

export const kernel = (options: KernelOptions) =>
  Worker.layer(options).pipe(
    Layer.provideMerge(Deliver.layer(options)),
    Layer.provideMerge(Deadlines.layer),
    Layer.provideMerge(Pulse.layer)
  )
