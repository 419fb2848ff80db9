/// The arrays of a batch as pointers, for the loop over its rows; valid within `ConformedBatch.withView`.
struct BatchView {
  let lines: UnsafePointer<Int>
  let integers: UnsafePointer<Int>
  let width: Int
  let text: UnsafePointer<UInt8>?
  let textEnds: UnsafePointer<Int>?
  let textWidth: Int
  let keys: UnsafePointer<UInt64>
  let keyChecks: UnsafePointer<UInt64>
  let contents: UnsafePointer<UInt64>

  /// The contract's own integers of a row.
  @inline(__always)
  func own(_ row: Int) -> UnsafePointer<Int> { integers + row * width }

  /// The UTF-8 of a text; empty where there is none.
  @inline(__always)
  func text(_ row: Int, _ slot: Int) -> UnsafeBufferPointer<UInt8> {
    guard let textEnds, let text else { return UnsafeBufferPointer(start: nil, count: 0) }
    let index = row * textWidth + slot
    let start = index == 0 ? 0 : textEnds[index - 1]
    return UnsafeBufferPointer(start: text + start, count: textEnds[index] - start)
  }
}

extension ConformedBatch {
  /// Calls `body` with the batch as pointers; not at all where it has no rows.
  func withView(_ body: (BatchView) throws -> Void) rethrows {
    guard rows > 0 else { return }
    try lines.withUnsafeBufferPointer { lines in
      try integers.withUnsafeBufferPointer { integers in
        try text.withUnsafeBufferPointer { text in
          try textEnds.withUnsafeBufferPointer { ends in
            try keys.withUnsafeBufferPointer { keys in
              try keyChecks.withUnsafeBufferPointer { checks in
                try contents.withUnsafeBufferPointer { contents in
                  guard let line = lines.baseAddress, let integer = integers.baseAddress, let key = keys.baseAddress,
                    let check = checks.baseAddress, let content = contents.baseAddress
                  else { return }
                  try body(
                    BatchView(
                      lines: line, integers: integer, width: integers.count / rows, text: text.baseAddress,
                      textEnds: ends.baseAddress, textWidth: ends.count / rows, keys: key, keyChecks: check,
                      contents: content))
                }
              }
            }
          }
        }
      }
    }
  }
}
