/// Reads to the end, `step` bytes at a time.
func all(step: Int = 4096, _ read: (UnsafeMutableRawBufferPointer) throws -> Int) throws -> [UInt8] {
  var bytes: [UInt8] = []
  var block = [UInt8](repeating: 0, count: step)
  while case let got = try block.withUnsafeMutableBytes(read), got > 0 { bytes += block[..<got] }
  return bytes
}
