import { expect, it } from 'vitest'
import { findInAppBrowser } from './find-in-app-browser.js'

const android =
  'Mozilla/5.0 (Linux; Android 13; SM-A536E Build/TP1A.220624.014; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/120.0.6099.144 Mobile Safari/537.36'
const iphone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_2 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148'

it.each([
  ['Zalo', `${android} Zalo android/12110600 ZaloTheme/light ZaloLanguage/vn`],
  ['Zalo', `${iphone} Zalo iOS/543 ZaloTheme/light ZaloLanguage/vi`],
  ['Facebook', `${android} [FB_IAB/FB4A;FBAV/443.0.0.23.229;]`],
  [
    'Facebook',
    `${iphone} [FBAN/FBIOS;FBAV/444.0.0.31.110;FBBV/542037404;FBDV/iPhone14,5;FBLC/vi_VN]`,
  ],
  ['Messenger', `${android} [FB_IAB/Orca-Android;FBAV/440.0.0.26.106;]`],
  ['Messenger', `${iphone} [FBAN/MessengerForiOS;FBAV/440.0.0.35.108;FBDV/iPhone14,5]`],
  ['Instagram', `${iphone} Instagram 312.0.1.19.124 (iPhone14,5; iOS 17_2; vi_VN; vi; scale=3.00)`],
  [
    'TikTok',
    `${iphone} musical_ly_32.6.0 JsSdk/2.0 NetType/WIFI Channel/App Store BytedanceWebview/d8a21c6`,
  ],
  ['TikTok', `${android} trill_320602 JsSdk/1.0 NetType/WIFI AppName/trill`],
  ['LINE', `${iphone} Safari Line/13.20.0`],
  ['WeChat', `${android} MicroMessenger/8.0.44`],
])('finds %s', (app, userAgent) => {
  expect(findInAppBrowser(userAgent)).toBe(app)
})

it.each([
  ['Safari', `${iphone.replace('Mobile', 'Version/17.2 Mobile')} Safari/604.1`],
  ['Chrome', android.replace('; wv', '').replace('Version/4.0 ', '')],
  ['Firefox', 'Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0'],
  [
    'Cốc Cốc',
    'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 coc_coc_browser/117.0 Chrome/117.0',
  ],
])('leaves %s a browser', (_name, userAgent) => {
  expect(findInAppBrowser(userAgent)).toBeUndefined()
})
