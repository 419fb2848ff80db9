import Tabular

/// The texts that stand for "no value" in a source.
struct MissingTexts: Sendable {
  private let texts: [[UInt8]]
  private let longest: Int
  /// True for each byte that begins one of the texts: most cells are told apart by it.
  private let begins: [Bool]

  init(_ texts: [String], encoding: TextEncoding) {
    let bytes = texts.map { encoding.encoded($0) }
    self.texts = bytes
    longest = bytes.map(\.count).max() ?? 0
    begins = (0..<256).map { first in bytes.contains { $0.first == UInt8(first) } }
  }

  /// - Parameter bytes: a cell, in the encoding of the file.
  @inline(__always)
  func contains(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = bytes.first else { return true }
    guard bytes.count <= longest, begins[Int(first)] else { return false }
    return texts.contains { $0.elementsEqual(bytes) }
  }
}
