import createClient from 'openapi-fetch'
import type { Whole } from './names'
import { Refusal, Unreachable } from './refusal'
import type { paths } from './schema'

/** The server's interface, typed by its own description. */
export const api = createClient<paths>({
  baseUrl: '/',
  fetch: reach,
  querySerializer: { array: { style: 'form', explode: true } },
})

async function reach(request: Request): Promise<Response> {
  try {
    return await fetch(request)
  } catch (cause) {
    if (request.signal.aborted) throw cause
    throw new Unreachable()
  }
}

interface Answer<T> {
  data?: T
  error?: unknown
  response: Response
}

/** The answer to a call, with lists where the server wrote null; a Refusal when it said no. */
export async function ask<T>(call: Promise<Answer<T>>): Promise<Whole<T>> {
  const { data, error, response } = await call
  if (!response.ok) throw Refusal.of(response.status, error)
  return fill(data) as Whole<T>
}

/** In this interface what is missing is left out; a null is always an empty list. */
export function fill(value: unknown): unknown {
  if (value === null) return []
  if (typeof value !== 'object') return value
  const record = value as Record<string, unknown>
  for (const key in record) {
    const inner = record[key]
    if (inner === null || typeof inner === 'object') record[key] = fill(inner)
  }
  return value
}
