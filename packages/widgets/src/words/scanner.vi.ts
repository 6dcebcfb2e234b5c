import { vi as shared } from './vi.js'

export const vi = {
  ...shared,
  scanner: {
    title: 'Quét mã QR',
    explain:
      'Trình duyệt sẽ hỏi quyền dùng máy ảnh. Hình ảnh chỉ được xem trên thiết bị này để đọc mã QR, không được lưu và không được gửi đi.',
    start: 'Bật máy ảnh',
    stop: 'Tắt máy ảnh',
    again: 'Thử lại máy ảnh',
    torchOn: 'Bật đèn',
    torchOff: 'Tắt đèn',
    asking: 'Vui lòng chọn “Cho phép” khi trình duyệt hỏi quyền dùng máy ảnh.',
    scanning: 'Đưa mã QR vào giữa khung hình.',
    video: 'Hình từ máy ảnh',
    scanned: 'Đã đọc được mã QR.',
    file: 'Chọn ảnh có mã QR',
    drop: 'Hoặc kéo ảnh vào đây.',
    reading: 'Đang đọc ảnh…',
    fileEmpty: 'Không tìm thấy mã QR trong ảnh. Vui lòng chọn ảnh rõ hơn, chụp thẳng và đủ sáng.',
  },
  camera: {
    denied:
      'Trình duyệt chưa được phép dùng máy ảnh. Hãy bật quyền máy ảnh cho trang này trong phần cài đặt của trình duyệt rồi thử lại; hoặc chọn ảnh, hoặc nhập bằng tay.',
    busy: 'Máy ảnh đang được chương trình khác sử dụng. Hãy đóng chương trình đó rồi thử lại; hoặc chọn ảnh, hoặc nhập bằng tay.',
    unplugged:
      'Máy ảnh đã bị ngắt kết nối. Hãy cắm lại rồi thử lại; hoặc chọn ảnh, hoặc nhập bằng tay.',
    insecure:
      'Trang này không mở qua kết nối an toàn (https) nên không dùng được máy ảnh. Vui lòng chọn ảnh hoặc nhập bằng tay.',
    absent: 'Thiết bị này không có máy ảnh. Vui lòng chọn ảnh hoặc nhập bằng tay.',
  },
}

export type ScannerWords = typeof vi
