import {
  closePointEndpoint,
  createPointEndpoint,
  findPointsEndpoint,
  getPointEndpoint,
} from '@kbyt/sdk/schema'
import type { Router } from '../http/router.js'
import type { PointService } from './point.service.js'

export function addPointRoutes(router: Router, points: PointService): void {
  router.officer(createPointEndpoint, points.create)
  router.officer(findPointsEndpoint, points.find)
  router.anybody(getPointEndpoint, ({ pointCode }) => points.get(pointCode))
  router.officer(closePointEndpoint, async ({ pointCode }, call) => {
    await points.close(pointCode, call)
    return {}
  })
}
