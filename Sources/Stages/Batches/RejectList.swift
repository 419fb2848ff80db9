import Glibc
import Tabular

/// The form of a list of rejected rows, as the writer gives it and whoever reads it again knows it.
enum RejectList {
  /// Columns added behind those of the export.
  static let addedColumns = ["退回_行号", "退回_规则", "退回_原因"]

  /// Sets what the header of a list says of its dialect: what ends lines, and what separates cells. Nothing of any other
  /// file.
  static func adjust(_ dialect: inout Dialect, to sample: [UInt8]) {
    func place(_ column: Int) -> Range<Int>? {
      TextEncoding.allCases.lazy.compactMap { find($0.encoded(addedColumns[column]), in: sample) }.first
    }
    guard let last = place(2), last.upperBound < sample.count, sample[last.upperBound] == .carriageReturn,
      let before = place(1)?.lowerBound, let delimiter = sample[..<before].last(where: { $0 != 0x20 })
    else { return }
    // Where CR ends lines, the first row may begin with an LF of its own; the end of the list tells.
    let endsWithCR = sample.count < DialectSniffer.sampleSize && sample.last == .carriageReturn
    let isCRLF =
      !endsWithCR && last.upperBound + 1 < sample.count && sample[last.upperBound + 1] == .lineFeed
    dialect.newline = isCRLF ? .lineFeed : .carriageReturn
    dialect.delimiter = delimiter
  }

  /// Of every export the whole sample is looked through: a search element by element took as long as reading the file.
  private static func find(_ text: [UInt8], in sample: [UInt8]) -> Range<Int>? {
    sample.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress, let first = text.first else { return nil }
      var start = 0
      while start + text.count <= bytes.count, let found = memchr(base + start, Int32(first), bytes.count - start) {
        start = UnsafeRawPointer(found) - base
        guard start + text.count <= bytes.count else { return nil }
        if memcmp(found, text, text.count) == 0 { return start..<start + text.count }
        start += 1
      }
      return nil
    }
  }
}
