import Tabular

/// The texts that stand for "no value" in a source.
struct MissingTexts: Sendable {
  private let texts: [[UInt8]]
  private let longest: Int
  /// A bit for each byte that begins one of the texts: most cells are told apart by it.
  private let begins: (UInt64, UInt64, UInt64, UInt64)

  init(_ texts: [String], encoding: TextEncoding) {
    let bytes = texts.map { encoding.encoded($0) }
    self.texts = bytes
    longest = bytes.map(\.count).max() ?? 0
    func word(_ index: UInt8) -> UInt64 {
      bytes.compactMap(\.first).filter { $0 >> 6 == index }.reduce(0) { $0 | 1 << UInt64($1 & 63) }
    }
    begins = (word(0), word(1), word(2), word(3))
  }

  /// - Parameter bytes: a cell, in the encoding of the file.
  @inline(__always)
  func contains(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = bytes.first else { return true }
    let word = first < 0x80 ? (first < 0x40 ? begins.0 : begins.1) : (first < 0xC0 ? begins.2 : begins.3)
    guard bytes.count <= longest, word >> UInt64(first & 63) & 1 == 1 else { return false }
    return texts.contains { $0.elementsEqual(bytes) }
  }
}
