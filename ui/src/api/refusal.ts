import { m } from '../paraglide/messages'

interface Problem {
  status?: number
  detail?: string
  fields?: Record<string, string>
  current?: unknown
}

/** What the server will not do, in a sentence for the person who asked. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    detail: string,
    /** What is wrong, by the field of the form. */
    readonly fields: Record<string, string> = {},
    /** The present state, when a change came too late. */
    readonly current?: unknown,
  ) {
    super(detail)
  }

  static of(status: number, body: unknown): Refusal {
    const problem = (typeof body === 'object' && body !== null ? body : {}) as Problem
    return new Refusal(status, problem.detail || unexplained(status), problem.fields, problem.current)
  }
}

/** The server could not be reached; the same may work later. */
export class Unreachable extends Error {
  constructor() {
    super(m.api_unreachable())
  }
}

/** A file could not be read when it was to be sent: it is gone from its place, or was changed after it was chosen. */
export class FileGone extends Error {
  constructor() {
    super(m.api_fileGone())
  }
}

/** Whether nobody there could answer, so that the same may work later. */
export const isAway = (error: unknown): boolean =>
  error instanceof Unreachable || (error instanceof Refusal && error.status >= 502 && error.status <= 504)

/** The server has understood, and will not do it. */
export const isRefused = (error: unknown): error is Refusal =>
  error instanceof Refusal && error.status >= 400 && error.status < 500 && error.status !== 401

export const isGone = (error: unknown): error is Refusal => error instanceof Refusal && error.status === 404

export const isSignedOut = (error: unknown): boolean => error instanceof Refusal && error.status === 401

/** A sentence for any error. */
export function sentenceOf(error: unknown): string {
  if (error instanceof Refusal || error instanceof Unreachable || error instanceof FileGone) return error.message
  return m.api_wrong()
}

function unexplained(status: number): string {
  if (status === 413) return m.api_tooLarge()
  if (status >= 502 && status <= 504) return m.api_notReady()
  return m.api_unexplained({ status: String(status) })
}
