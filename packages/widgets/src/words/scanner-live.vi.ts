/** What the scanner says once the camera or a picture was asked for; loaded only then. */
export const vi = {
  live: {
    stop: 'Tắt máy ảnh',
    again: 'Thử lại máy ảnh',
    pause: 'Tạm dừng',
    resume: 'Quét tiếp',
    hidden: 'Máy ảnh tạm tắt khi trang bị ẩn và sẽ tự bật lại.',
    scanning: 'Đưa mã QR vào giữa khung hình.',
    paused: 'Đang tạm dừng, hình không được đọc.',
    video: 'Hình từ máy ảnh',
    fileEmpty: 'Không tìm thấy mã QR trong ảnh. Vui lòng chọn ảnh rõ hơn, chụp thẳng và đủ sáng.',
    filePdf: 'Chưa đọc được tệp PDF. Vui lòng mở tệp, chụp màn hình phần có mã QR rồi chọn ảnh đó.',
    fileUnreadable:
      'Trình duyệt không mở được tệp này. Vui lòng chọn ảnh JPEG hoặc PNG, hoặc chụp màn hình ảnh đó.',
    openAlone: 'Mở trang này trong thẻ riêng',
  },
  controls: {
    torchOn: 'Bật đèn',
    torchOff: 'Tắt đèn',
    zoom: 'Phóng to',
    zoomValue: '{value} lần',
    lens: 'Máy ảnh',
    lensNumber: 'Máy ảnh {number}',
    backLens: 'Máy ảnh sau {number}',
    frontLens: 'Máy ảnh trước {number}',
    options: 'Tùy chọn',
    sound: 'Kêu bíp khi đọc được mã',
    vibration: 'Rung khi đọc được mã',
  },
  choice: {
    heading: 'Có {count} mã QR. Vui lòng chọn một mã:',
    none: 'Không chọn mã nào',
    pass: 'Mã khai báo y tế',
    'my-qr': 'Mã QR của tôi',
    venue: 'Mã địa điểm',
    cccd: 'Thẻ căn cước công dân',
    bhyt: 'Thẻ bảo hiểm y tế',
    national: 'Mã QR cá nhân quốc gia',
    'health-certificate': 'Chứng nhận y tế',
    url: 'Địa chỉ trang web',
    unknown: 'Mã khác',
  },
  camera: {
    denied:
      'Trình duyệt chưa được phép dùng máy ảnh. Hãy bật quyền máy ảnh cho trang này trong phần cài đặt của trình duyệt rồi thử lại; hoặc chọn ảnh, hoặc nhập bằng tay.',
    busy: 'Máy ảnh đang được chương trình khác sử dụng. Hãy đóng chương trình đó rồi thử lại; hoặc chọn ảnh, hoặc nhập bằng tay.',
    unplugged:
      'Máy ảnh đã bị ngắt kết nối. Hãy cắm lại rồi thử lại; hoặc chọn ảnh, hoặc nhập bằng tay.',
    insecure:
      'Trang này không mở qua kết nối an toàn (https) nên không dùng được máy ảnh. Vui lòng chọn ảnh hoặc nhập bằng tay.',
    absent: 'Không tìm thấy máy ảnh trên thiết bị này. Vui lòng chọn ảnh hoặc nhập bằng tay.',
    'in-app':
      'Ứng dụng {app} không cho trang dùng máy ảnh. Hãy mở trang bằng trình duyệt: bấm nút menu (⋯) rồi chọn “Mở bằng trình duyệt”, hoặc chép địa chỉ. Cũng có thể chọn ảnh hoặc nhập bằng tay.',
    barred:
      'Trang này nằm trong một trang khác, và trang đó không cho dùng máy ảnh. Hãy mở trang trong thẻ riêng; hoặc chọn ảnh, hoặc nhập bằng tay.',
  },
}

export type LiveWords = typeof vi
