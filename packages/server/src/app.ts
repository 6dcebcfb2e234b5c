import { KbytError } from '@kbyt/sdk'
import { Hono } from 'hono'
import { addAccountRoutes } from './account/account.routes.js'
import type { App, CreateAppOptions } from './app-options.js'
import { addArrivalRoutes } from './arrivals/arrivals.routes.js'
import { addAuditRoutes } from './audit/audit.routes.js'
import { addCheckInRoutes } from './check-in/check-in.routes.js'
import { addDeclarationRoutes } from './declaration/declaration.routes.js'
import { addEkycRoutes } from './ekyc/ekyc.routes.js'
import { addFeedRoutes } from './feed/feed.routes.js'
import { addHamletRoutes } from './hamlets/hamlets.routes.js'
import { addHealthRoutes } from './health/health.routes.js'
import { answerProblem } from './http/answer-problem.js'
import { cors } from './http/cors.js'
import { findMethods } from './http/find-methods.js'
import { createGate } from './http/gate.js'
import type { HttpEnv } from './http/http-env.js'
import { observe } from './http/observe.js'
import { createOriginPolicy } from './http/origin-policy.js'
import { refuseDoubleHeaders } from './http/refuse-double-headers.js'
import { rememberAddress } from './http/remember-address.js'
import { createRouter } from './http/router.js'
import { addImportRoutes } from './imports/import.routes.js'
import { addInformationRoutes } from './information/information.routes.js'
import { addInspectionRoutes } from './inspection/inspection.routes.js'
import { addInsuranceRoutes } from './insurance/insurance.routes.js'
import { readGauges } from './metrics/read-gauges.js'
import { addOfficerAccountRoutes } from './officer/account.routes.js'
import { addCheckedOfficer } from './officer/add-checked-officer.js'
import { addOfficerRoutes } from './officer/officer.routes.js'
import { addOidcRoutes } from './officer/oidc.routes.js'
import { addOpenApiRoute } from './openapi/openapi.routes.js'
import { addOtpRoutes } from './otp/otp.routes.js'
import { createOverloadGuard } from './overload/create-overload-guard.js'
import { addPaperRoutes } from './papers/paper.routes.js'
import { addPointRoutes } from './point/point.routes.js'
import { addPolicyRoutes } from './policy/policy.routes.js'
import { addPrivacyRoutes } from './privacy/privacy.routes.js'
import { addScreeningRoutes } from './screenings/screenings.routes.js'
import { createServices } from './services/create-services.js'
import { addSessionRoutes } from './session/session.routes.js'
import { addTrustRoutes } from './trust/trust.routes.js'
import { addVenueRoutes } from './venue/venue.routes.js'

/**
 * Makes the backend: one fetch handler over the store, keys and gateways that are passed in.
 *
 * @example
 * const app = createApp({ store, vault, signer, root, config, places, sms, passwords, origins })
 * const answer = await app.request('/healthz')
 */
export function createApp(options: CreateAppOptions): App {
  const { origins, isStrict = false, clientAddress = () => '' } = options
  const services = createServices(options)
  const { outside } = services
  const findOrigins = typeof origins === 'function' ? origins : () => origins
  const policy = createOriginPolicy(findOrigins, services.partners.find)
  const gate = createGate({
    ...services,
    vault: outside.vault,
    origins: policy,
    isOperator: options.isOperator ?? (() => false),
  })
  const overload = createOverloadGuard(options.overload)

  const hono = new Hono<HttpEnv>()
  hono.use(rememberAddress(clientAddress))
  hono.use(observe(outside))
  hono.use(refuseDoubleHeaders(options.readRawHeaders))
  hono.use(cors(policy, findMethods))
  hono.onError((error, context) => answerProblem(error, context, outside.log, isStrict))
  hono.notFound((context) => {
    const methods = findMethods(context.req.path)
    if (methods.length === 0) throw new KbytError('not_found')
    context.header('Allow', [...methods, 'OPTIONS'].join(', '))
    throw new KbytError('method_not_allowed')
  })

  const router = createRouter(hono, { gate, overload, isStrict, digest: outside.vault.digest })
  addInformationRoutes(router, services)
  addHamletRoutes(router, services.hamlets)
  addInsuranceRoutes(router, services.insurance)
  addPrivacyRoutes(router, services.privacy, services.personErasures)
  addPolicyRoutes(router, services)
  addHealthRoutes(router, services.readiness, options.readMetrics)
  addTrustRoutes(router, services.trust)
  addOtpRoutes(router, services.otp)
  addSessionRoutes(router, services.sessions)
  addDeclarationRoutes(router, services.declarations, services.channels)
  addEkycRoutes(router, services.ekyc, services.cardPhotos)
  addAccountRoutes(router, services.accounts, services.grants)
  addPaperRoutes(router, services.papers)
  addOfficerRoutes(router, services.officers)
  addOfficerAccountRoutes(router, services)
  addOidcRoutes(hono, services.oidc, { origins: policy, vault: outside.vault })
  addAuditRoutes(router, services.auditReader)
  addInspectionRoutes(router, services)
  addArrivalRoutes(router, services.arrivals, services.arrivalExports)
  addScreeningRoutes(router, services.screenings)
  addVenueRoutes(router, services)
  addCheckInRoutes(router, services)
  addPointRoutes(router, services.points)
  addFeedRoutes(router, services.feed, services.subscribers)
  addImportRoutes(router, services.imports)
  addOpenApiRoute(hono)

  return {
    fetch: async (request, env) => hono.fetch(request, env ?? {}),
    request: async (input, init) => hono.request(input, init),
    deliverMessages: () => services.outbox.deliver(),
    deliverFeed: () => services.feedDelivery.deliver(),
    refreshPartners: () => services.partners.refresh(),
    readGauges: () => readGauges(outside, overload),
    purge: () => outside.store.purge(outside.clock.now()),
    addOfficer: (officer) =>
      addCheckedOfficer({ ...outside, places: options.places }, options.passwords, officer),
    close: async () => {
      await Promise.all([services.outbox.close(), services.feedDelivery.close()])
    },
  }
}
