/** Which of the three errors a VK error code is. */
import { interrupted, policyOf, tooManyPerSecond } from "./policy-of-code.ts"
import { sayCode, VkForbidden, VkRefused, VkUnavailable, type VkError } from "./vk-error.ts"

export interface VkErrorBody {
  readonly code: number
  readonly message: string
}

export const isTooManyPerSecond = (error: VkError): boolean => error.code === tooManyPerSecond

export const errorOfCode = (method: string, { code, message }: VkErrorBody): VkError => {
  const policy = policyOf(code)
  if (policy?.fate === "again") {
    const { afterMs = 1_000 } = policy
    return new VkUnavailable({ method, code, reason: sayCode(code, message), afterMs, timedOut: code === interrupted })
  }
  if (policy?.fate === "stop") return new VkForbidden({ method, code, message, advice: policy.advice })
  return new VkRefused({ method, code, message, ...(policy?.isTold === true ? { advice: policy.advice } : {}) })
}
