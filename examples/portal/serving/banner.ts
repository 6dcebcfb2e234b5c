import type { Portal } from './start-portal.ts'

/** What the person who typed `start` needs to know, in both languages. */
export function toBanner({ url, officer, dataDir, wantedPort, port }: Portal): string {
  const taken =
    port === wantedPort
      ? []
      : [
          `  Cổng ${wantedPort} đang bận, dùng cổng ${port}.`,
          `  Port ${wantedPort} is taken, using ${port} instead.`,
          '',
        ]
  return [
    '',
    '  KBYT – Cổng khai báo y tế (bản trình diễn / demonstration)',
    '',
    ...taken,
    `  Người dân / Citizens       ${url}/kbyt`,
    `  Trang chủ / Home           ${url}/`,
    `  Cán bộ / Officers          ${url}/kiemtra`,
    `    Tên đăng nhập / Username ${officer.username}`,
    `    Mật khẩu / Password      ${officer.password}`,
    `  Mã SMS / SMS codes         ${url}/v1/dev/sms`,
    '                             và trong cửa sổ này / and in this window',
    `  Dữ liệu / Data             ${dataDir}`,
    '',
    '  Ctrl-C để dừng / to stop',
    '',
  ].join('\n')
}
