/** A request to the control API that cannot be done; its text says why. */
export class ControlError extends Error {
  readonly status: 400 | 404 | 415

  constructor(message: string, status: 400 | 404 | 415 = 400) {
    super(message)
    this.name = "ControlError"
    this.status = status
  }
}
