/** VK on your own machine, started from a program or a test of yours. */
export { type BotState, type Control, type Created, type MessagesView } from "./control/control.ts"
export { ControlError } from "./control/control-error.ts"
export { type FaultPlan } from "./faults/fault-plan.ts"
export { type Sandbox, type SandboxOptions, startSandbox } from "./sandbox.ts"
export { AgainstSchema } from "./schema/inspector.ts"
export { StateFileUnusable } from "./state/load-state.ts"
