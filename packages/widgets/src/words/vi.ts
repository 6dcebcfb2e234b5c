import { errors } from './errors.vi.js'
import { issues } from './issues.vi.js'

/** Words that every element may need. Vietnamese is the source; English follows its type. */
export const vi = {
  errors,
  issues,
  common: {
    back: 'Quay lại',
    next: 'Tiếp tục',
    cancel: 'Hủy',
    retry: 'Thử lại',
    close: 'Đóng',
    change: 'Sửa',
    remove: 'Xóa',
    yes: 'Có',
    no: 'Không',
    choose: 'Chọn',
    optional: 'không bắt buộc',
    provenPhone: 'Số điện thoại',
    signOut: 'Thoát',
    loading: 'Đang tải…',
    sending: 'Đang gửi…',
    summaryTitle: 'Có thông tin cần sửa',
    errorLabel: 'Lỗi:',
    aWhile: 'ít phút',
    notConnected:
      'Chưa kết nối được dịch vụ. Trang cần cho biết địa chỉ của dịch vụ (thuộc tính api).',
  },
}

export type SharedWords = typeof vi
