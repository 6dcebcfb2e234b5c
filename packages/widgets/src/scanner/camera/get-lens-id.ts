/** Which lens a picture comes from; undefined where the browser does not tell. */
export const getLensId = (stream: MediaStream): string | undefined =>
  stream.getVideoTracks()[0]?.getSettings().deviceId
