// ATTACKS.md §10 in Chromium: the very files that Node runs, so that both give one code for each case.
import './attacks.test.js'
import './key-set.test.js'
import './recognize-qr.test.js'
import './revocation.test.js'
import './verify-my-qr.test.js'
import './verify-venue-qr.test.js'
import '../trust/attacks.test.js'
import '../trust/claims-attacks.test.js'
