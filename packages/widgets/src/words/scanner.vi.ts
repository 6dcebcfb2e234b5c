import type { LiveWords } from './scanner-live.vi.js'

/** What the scanner says before the camera is on. It loads alone, so it brings no other words. */
export const vi = {
  scanner: {
    title: 'Quét mã QR',
    explain:
      'Trình duyệt sẽ hỏi quyền dùng máy ảnh. Hình ảnh chỉ được xem trên thiết bị này để đọc mã QR, không được lưu và không được gửi đi.',
    start: 'Bật máy ảnh',
    asking: 'Vui lòng chọn “Cho phép” khi trình duyệt hỏi quyền dùng máy ảnh.',
    scanned: 'Đã đọc được mã QR.',
    loadFailed: 'Không tải được bộ đọc mã. Vui lòng kiểm tra kết nối mạng rồi thử lại.',
  },
  ways: {
    photo: 'Chụp ảnh mã QR',
    file: 'Chọn ảnh có mã QR',
    drop: 'Hoặc kéo ảnh vào đây, hoặc dán ảnh đã chép.',
    reading: 'Đang đọc ảnh…',
    typed: 'Số giấy tờ hoặc dãy số của mã QR',
    typedSend: 'Dùng số này',
    typedMissing: 'Vui lòng nhập số giấy tờ hoặc dãy số của mã QR.',
    errorLabel: 'Lỗi:',
    inAppHint:
      'Trang này đang mở trong {app}. Nếu máy ảnh không bật được, hãy mở trang bằng trình duyệt như Chrome hoặc Safari.',
    copyAddress: 'Chép địa chỉ trang',
    addressCopied: 'Đã chép địa chỉ. Hãy mở trình duyệt và dán vào ô địa chỉ.',
    copyFailed: 'Không chép được. Địa chỉ trang: {address}',
  },
}

export type ShellWords = typeof vi

/** Everything the scanner says. */
export type ScannerWords = ShellWords & LiveWords
