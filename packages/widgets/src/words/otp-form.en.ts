import { en as shared } from './en.js'
import type { OtpFormWords } from './otp-form.vi.js'

export const en: OtpFormWords = {
  ...shared,
  otp: {
    phone: 'Mobile phone number',
    phoneHint: 'We will send a code to this number by SMS.',
    request: 'Send code',
    code: 'Enter the one-time code',
    codeHint: 'The code has {length} digits and is valid for {validity}.',
    sentTo: 'A code was sent to',
    changePhone: 'Change phone number',
    verify: 'Verify',
    verifying: 'Checking…',
    resend: 'Send the code again',
    resendIn: 'No code yet? You can have it sent again in {wait}.',
    notReceived: 'No code yet?',
    resent: 'A new code was sent. The old one no longer works.',
    codeLength: 'Enter all {length} digits of the code',
    phoneRequired: 'Enter your mobile phone number',
  },
}
