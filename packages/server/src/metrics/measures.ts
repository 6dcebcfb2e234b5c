/** What the backend counts and times, by the names Prometheus knows; others explain themselves. */
export const measures = {
  kbyt_http_requests_total: 'Requests by endpoint and code',
  kbyt_http_request_duration_seconds: 'How long an answer took, by endpoint and code',
  kbyt_http_requests_running: 'Requests at work',
  kbyt_http_requests_waiting: 'Requests that wait for their turn',
  kbyt_rate_limit_hits_total: 'Requests that a limit refused, by endpoint and code',
  kbyt_sms_deliveries_total: 'What became of SMS, by gateway, template and outcome',
  kbyt_sms_gateway_seconds: 'How long the SMS gateway took to answer, by outcome',
  kbyt_sms_delivery_seconds: 'How long an SMS took from its request to the gateway’s yes',
  kbyt_sms_waiting: 'Messages that wait for the gateway, on all nodes',
  kbyt_event_loop_lag_seconds: 'How late the process is with its work; newcomers are refused by it',
  kbyt_database_up: 'Whether the database answered just now',
} as const
