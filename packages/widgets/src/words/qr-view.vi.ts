import { vi as shared } from './vi.js'

export const vi = {
  ...shared,
  qrView: {
    picture: 'Mã QR',
    pictureOf: 'Mã QR khai báo y tế của {name}',
    validUntil: 'Có hiệu lực đến {when}',
    expired: 'Mã QR đã hết hiệu lực từ {when}. Vui lòng khai báo lại để nhận mã mới.',
    withdrawn: 'Tờ khai đã được rút. Mã QR này không còn giá trị tại các chốt kiểm tra.',
    unreadable: 'Chưa vẽ được mã QR. Vui lòng tra cứu lại tờ khai.',
    enlarge: 'Phóng to',
    enlargeOf: 'Phóng to mã QR của {name}',
    print: 'In mã QR',
    printOf: 'In mã QR của {name}',
    save: 'Lưu ảnh',
    saveOf: 'Lưu ảnh mã QR của {name}',
    show: 'Đưa mã này cho cán bộ kiểm tra. Màn hình được giữ sáng.',
    saved: 'Đã lưu ảnh mã QR.',
    saveFailed: 'Chưa lưu được ảnh. Vui lòng in hoặc chụp màn hình.',
    // forms.json, strings.keepQr, word for word
    keepQr:
      'Ghi chú: Xin vui lòng giữ mã QR được cấp trên điện thoại của quý vị hoặc in ra giấy (nếu không có điện thoại) để xuất trình khi qua các chốt kiểm tra y tế của tỉnh Thừa Thiên Huế cũng như khi về tại địa phương đã đăng ký lưu trú.',
  },
}

export type QrViewWords = typeof vi
