import { vi as shared } from './qr-view.vi.js'

export const vi = {
  ...shared,
  lookup: {
    submit: 'Tra cứu',
    title: 'Mã QR của bạn',
    titleMany: 'Mã QR của {count} người',
    declaredAt: 'Khai lúc {when}',
    loading: 'Đang tìm tờ khai…',
    none: 'Chưa có tờ khai nào từ số điện thoại {phone}.',
    found: 'Đã tìm thấy {count} mã QR.',
    update: 'Cập nhật tờ khai',
    printAll: 'In tất cả',
    withdraw: 'Rút tờ khai',
    withdrawTitle: 'Rút tờ khai này?',
    withdrawWarning:
      'Các mã QR của tờ khai sẽ không còn giá trị, kể cả bản đã in. Không thể hoàn tác; nếu cần, bạn có thể khai báo lại.',
    // Not "Hủy": beside it that could mean the declaration.
    withdrawNo: 'Giữ tờ khai',
    withdrawYes: 'Rút tờ khai',
    withdrawing: 'Đang rút…',
    withdrawn: 'Tờ khai đã được rút.',
    sessionOver: 'Phiên làm việc đã hết hạn. Vui lòng tra cứu lại.',
  },
}

export type LookupWords = typeof vi
