import type { Endpoint, ObjectSchema } from '@kbyt/sdk/schema'
import { fullPath } from '@kbyt/sdk/schema'
import type { Context, Hono } from 'hono'
import type * as z from 'zod/mini'
import type {
  Call,
  CitizenCall,
  OfficerCall,
  ProvenCall,
  SourceCall,
  SubscriberCall,
} from '../call.js'
import { createOverloadGuard, type OverloadGuard } from '../overload/create-overload-guard.js'
import type { Vault } from '../vault.js'
import { accept } from './accept.js'
import { answerDownload } from './answer-download.js'
import { createByteBudget } from './create-byte-budget.js'
import { Download } from './download.js'
import type { Gate } from './gate.js'
import type { HttpEnv } from './http-env.js'

type Handler<Input extends ObjectSchema, Output extends z.ZodMiniType, Caller> = (
  input: z.infer<Input>,
  call: Caller,
) => Promise<z.infer<Output> | Download>

/**
 * Ties an endpoint of the contract to the service that answers it, by who may call. What is no JSON is
 * answered as a {@link Download} of one of the types the endpoint produces.
 */
export interface Router {
  anybody<I extends ObjectSchema, O extends z.ZodMiniType>(
    endpoint: Endpoint<I, O>,
    handler: Handler<I, O, Call>,
  ): void
  citizen<I extends ObjectSchema, O extends z.ZodMiniType>(
    endpoint: Endpoint<I, O>,
    handler: Handler<I, O, CitizenCall>,
  ): void
  officer<I extends ObjectSchema, O extends z.ZodMiniType>(
    endpoint: Endpoint<I, O>,
    handler: Handler<I, O, OfficerCall>,
  ): void
  /** Any of those the endpoint takes. */
  proven<I extends ObjectSchema, O extends z.ZodMiniType>(
    endpoint: Endpoint<I, O>,
    handler: Handler<I, O, ProvenCall>,
  ): void
  subscriber<I extends ObjectSchema, O extends z.ZodMiniType>(
    endpoint: Endpoint<I, O>,
    handler: Handler<I, O, SubscriberCall>,
  ): void
  source<I extends ObjectSchema, O extends z.ZodMiniType>(
    endpoint: Endpoint<I, O>,
    handler: Handler<I, O, SourceCall>,
  ): void
}

export interface RouterOptions {
  readonly gate: Gate
  readonly overload: OverloadGuard
  readonly isStrict: boolean
  readonly digest: Vault['digest']
}

/** From here on a body is bulky: photos, imports. Each is in memory several times over while it is worked on. */
const bulkyBytes = 1_048_576
const mostBulky = 8
/** What bulky bodies may hold of the memory while they come in, all of them together. */
const mostBulkyBytes = mostBulky * 16 * bulkyBytes

export function createRouter(hono: Hono<HttpEnv>, options: RouterOptions): Router {
  const { gate, overload, isStrict, digest } = options
  // what watches the process is answered above all when there is too much to do
  const guarded = <Result>({ path }: Endpoint, work: () => Promise<Result>) =>
    path.startsWith('//') ? work() : overload.run(work)
  // who finds all places taken is told so before the body is read
  const bulky = createOverloadGuard({ running: mostBulky, waiting: 0 })
  const openShare = createByteBudget(mostBulkyBytes)

  /** A place is taken once the body is there: slow senders of a few bytes keep nobody else's. */
  async function sized<Body, Result>(
    { maxBytes }: Endpoint,
    read: (take?: (bytes: number) => void) => Promise<Body>,
    work: (body: Body) => Promise<Result>,
  ): Promise<Result> {
    if (maxBytes <= bulkyBytes) return work(await read())
    await bulky.run(async () => {})
    const share = openShare()
    try {
      const body = await read(share.add)
      return await bulky.run(() => work(body))
    } finally {
      share.release()
    }
  }

  function add<I extends ObjectSchema, O extends z.ZodMiniType, Caller extends Call>(
    endpoint: Endpoint<I, O>,
    enter: (endpoint: Endpoint, context: Context<HttpEnv>) => Promise<Caller>,
    handler: Handler<I, O, Caller>,
  ): void {
    const path = fullPath(endpoint.path).replace(/\{(\w+)\}/g, ':$1')
    hono.on(endpoint.method, path, async (context) => {
      context.set('endpoint', endpoint)
      const call = await guarded(endpoint, () => enter(endpoint, context))
      const output = await sized(
        endpoint,
        // outside the guard of all: a slow sender keeps nobody's turn
        (take) => accept(endpoint, context.req, { take, digest }),
        ({ input, requestHash }) => {
          const idempotency = call.idempotency && { key: call.idempotency.key, requestHash }
          return guarded(endpoint, () => handler(input, { ...call, idempotency }))
        },
      )
      if (isStrict) checkOutput(endpoint, output)
      for (const [name, value] of call.answerHeaders) context.header(name, value)
      if (output instanceof Download) return answerDownload(output, endpoint, context)
      return endpoint.status === 204
        ? context.body(null, 204)
        : context.json(toJson(output), endpoint.status)
    })
  }

  return {
    anybody: (endpoint, handler) => add(endpoint, gate.enter, handler),
    citizen: (endpoint, handler) => add(endpoint, gate.enterCitizen, handler),
    officer: (endpoint, handler) => add(endpoint, gate.enterOfficer, handler),
    proven: (endpoint, handler) => add(endpoint, gate.enterProven, handler),
    subscriber: (endpoint, handler) => add(endpoint, gate.enterSubscriber, handler),
    source: (endpoint, handler) => add(endpoint, gate.enterSource, handler),
  }
}

const toJson = (output: unknown): object => (typeof output === 'object' && output ? output : {})

function checkOutput(endpoint: Endpoint, output: unknown): void {
  const isInside =
    output instanceof Download
      ? endpoint.produces.includes(output.type)
      : endpoint.output.safeParse(output).success
  if (!isInside) throw new TypeError(`${endpoint.id} answered outside its schema`)
}
