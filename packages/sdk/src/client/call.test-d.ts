import { requestOtp } from '../otp/request-otp.js'
import { getConfigEndpoint } from '../schema/config.js'
import { inspectEndpoint } from '../schema/inspection.js'
import type { OtpChallenge } from '../schema/otp.js'
import { call } from './call.js'
import { createClient } from './create-client.js'

const client = createClient({ baseUrl: 'https://kbyt.example' })

const challenge: OtpChallenge = await requestOtp(client, { phone: '0905123456' })
const words: string = (await call(client, getConfigEndpoint, {})).portalName.vi

// @ts-expect-error a field is missing
await requestOtp(client, {})
// @ts-expect-error a purpose that does not exist
await requestOtp(client, { phone: '0905123456', purpose: 'play' })
// @ts-expect-error an officer asks one way at a time
await call(client, inspectEndpoint, { query: { by: 'phone', idNumber: '1' } })
// @ts-expect-error there is no such option
await requestOtp(client, { phone: '0905123456' }, { timeout: 5 })

export const used = [challenge, words]
