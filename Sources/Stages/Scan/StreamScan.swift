import Domain
import Tabular

/// Scans the bytes of one file or member as they are read; memory does not grow with them.
struct StreamScan {
  private static let size = 1 << 20

  /// Where a leak begins: a line of a text, a byte of anything else.
  enum Place: Sendable {
    case line(Int)
    case byte(Int)
  }

  private var scanner: PersonalDataScanner
  private let check: () throws -> Void

  init(_ scanner: PersonalDataScanner, check: @escaping () throws -> Void) {
    self.scanner = scanner
    self.check = check
  }

  /// - Parameter first: bytes that were read of the stream already.
  /// - Throws: `ReadError`, and what `check` throws.
  mutating func run(_ stream: any ByteStream, first: [UInt8] = [], _ found: (Place, PersonalDatum) -> Void) throws {
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: StreamScan.size, alignment: 16)
    defer { block.deallocate() }
    block.copyBytes(from: first)
    var (filled, isAtEnd) = (first.count, false)
    var kind: ScanText?
    var window = ScanWindow()
    while !isAtEnd {
      while !isAtEnd, filled < block.count {
        let got = try stream.read(into: UnsafeMutableRawBufferPointer(rebasing: block[filled...]))
        filled += got
        isAtEnd = got == 0
      }
      try check()
      let piece = UnsafeBufferPointer(rebasing: block.bindMemory(to: UInt8.self)[..<filled])
      let text = kind ?? ScanText(piece)
      if kind == nil { window.begin(text, piece, &scanner) }
      kind = text
      let used = isAtEnd ? filled : text.cut(piece)
      window.add(UnsafeBufferPointer(rebasing: piece[..<used]), as: text)
      window.scan(&scanner, isLast: isAtEnd, found)
      block.copyMemory(from: UnsafeRawBufferPointer(rebasing: block[used..<filled]))
      filled -= used
    }
  }
}

/// The part of a text that is scanned, with what is around it.
private struct ScanWindow {
  private var text: [UInt8] = []
  private var next = 0
  /// Up to here lines were counted.
  private var counted = 0
  private var lines = 1
  private var offset = 0
  private var isText = true

  mutating func begin(_ kind: ScanText, _ sample: UnsafeBufferPointer<UInt8>, _ scanner: inout PersonalDataScanner) {
    if case .binary = kind { isText = false }
    var head: [UInt8] = []
    let first = sample.prefix(1 << 14)
    kind.append(UnsafeBufferPointer(rebasing: first), to: &head)
    let line = head.prefix { $0 != 0x0A }
    // A header, not a page in one line.
    scanner.setLabelled(
      isText && line.count < 4096 && line.first != UInt8(ascii: "<") && line.first != UInt8(ascii: "{")
        && line.contains { ",\t;|".utf8.contains($0) } && line.withUnsafeBufferPointer(TelephoneLabels.occur))
  }

  mutating func add(_ piece: UnsafeBufferPointer<UInt8>, as kind: ScanText) { kind.append(piece, to: &text) }

  mutating func scan(
    _ scanner: inout PersonalDataScanner, isLast: Bool, _ found: (StreamScan.Place, PersonalDatum) -> Void
  ) {
    let stop = isLast ? text.count : max(text.count - PersonalDataScanner.margin, next)
    text.withUnsafeBufferPointer { bytes in
      next = max(
        stop,
        scanner.scan(bytes, min(next, stop)..<stop) { leak in
          let start = leak.range.lowerBound
          count(bytes, to: start)
          found(isText ? .line(lines) : .byte(offset + start), leak)
        })
      count(bytes, to: stop)
    }
    let dropped = max(min(next, stop) - PersonalDataScanner.margin, 0)
    text.removeFirst(dropped)
    (next, counted, offset) = (next - dropped, counted - dropped, offset + dropped)
  }

  private mutating func count(_ bytes: UnsafeBufferPointer<UInt8>, to place: Int) {
    guard isText, place > counted else { return }
    var ends = 0
    for byte in UnsafeBufferPointer(rebasing: bytes[counted..<place]) { ends &+= byte == 0x0A ? 1 : 0 }
    lines += ends
    counted = place
  }
}
