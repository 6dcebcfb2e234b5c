// The package brings no types: what we use of it.
declare module 'smpp' {
  const library: import('./smpp-library.js').SmppLibrary
  export default library
}
