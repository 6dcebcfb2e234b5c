import { findInAppBrowser } from './find-in-app-browser.js'

/** What is used of `navigator.mediaDevices`; without the rest a page scans, and offers no lenses. */
export type CameraDevices = Pick<MediaDevices, 'getUserMedia'> &
  Partial<Pick<MediaDevices, 'enumerateDevices'>>

/** What the scanner needs of a browser; passed in by tests and by hosts with their own camera. */
export interface CameraSource {
  readonly isSecure: boolean
  readonly mediaDevices: CameraDevices | undefined
  /** The app whose own browser shows the page, such as `Zalo`; many of them have no camera. */
  readonly inAppBrowser?: string | undefined
  /** Whether the page around this one keeps the camera from it: an iframe without `allow="camera"`. */
  readonly isBarred?: boolean | undefined
  /** Whether a page of another origin is around this one, and the browser does not tell what it allows. */
  readonly isMaybeBarred?: boolean | undefined
}

/** The camera of the page. Read when asked for, so that importing does nothing. */
export const pageCamera: CameraSource = {
  get isSecure() {
    return globalThis.isSecureContext === true
  },
  get mediaDevices() {
    return globalThis.navigator?.mediaDevices
  },
  get inAppBrowser() {
    return findInAppBrowser(globalThis.navigator?.userAgent ?? '')
  },
  get isBarred() {
    return getPolicy()?.allowsFeature('camera') === false
  },
  get isMaybeBarred() {
    return !getPolicy() && isInForeignFrame()
  },
}

// TypeScript's DOM library knows neither name; Chromium has the older one, Firefox and Safari have none.
interface FeaturePolicy {
  allowsFeature(name: string): boolean
}

function getPolicy(): FeaturePolicy | undefined {
  const page: Document & { permissionsPolicy?: FeaturePolicy; featurePolicy?: FeaturePolicy } =
    document
  return page.permissionsPolicy ?? page.featurePolicy
}

function isInForeignFrame(): boolean {
  try {
    return globalThis.top?.location.origin !== globalThis.location.origin
  } catch {
    return true // its address may not be read: another origin
  }
}
