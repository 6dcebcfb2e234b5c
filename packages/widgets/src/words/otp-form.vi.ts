import { vi as shared } from './vi.js'

export const vi = {
  ...shared,
  otp: {
    phone: 'Số điện thoại di động',
    phoneHint: 'Mã xác thực sẽ được gửi bằng tin nhắn SMS đến số này.',
    request: 'Gửi mã',
    code: 'Nhập mã xác thực OTP',
    codeHint: 'Mã gồm {length} chữ số, có hiệu lực trong {validity}.',
    sentTo: 'Đã gửi mã xác thực đến số',
    changePhone: 'Đổi số điện thoại',
    verify: 'Xác thực',
    verifying: 'Đang kiểm tra…',
    resend: 'Gửi lại mã',
    resendIn: 'Chưa nhận được mã? Có thể gửi lại sau {wait}.',
    notReceived: 'Chưa nhận được mã?',
    resent: 'Đã gửi mã mới. Mã cũ không còn hiệu lực.',
    codeLength: 'Nhập đủ {length} chữ số của mã xác thực',
    phoneRequired: 'Nhập số điện thoại di động',
  },
}

export type OtpFormWords = typeof vi
