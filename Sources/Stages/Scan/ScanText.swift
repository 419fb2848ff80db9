import Tabular

/// What kind of text a stream holds, as its first bytes say.
enum ScanText {
  /// UTF-8 or GB18030; told piece by piece, since logs hold both.
  case plain
  case utf16(isBigEndian: Bool)
  /// Read as it is.
  case binary

  init(_ sample: UnsafeBufferPointer<UInt8>) {
    let head = UnsafeBufferPointer(rebasing: sample.prefix(1 << 16))
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) {
      self = .utf16(isBigEndian: head[0] == 0xFE)
      return
    }
    var nuls = (even: 0, odd: 0)
    var controls = 0
    for (place, byte) in head.enumerated() where byte < 0x20 {
      if byte == 0, place % 2 == 0 { nuls.even += 1 }
      if byte == 0, place % 2 == 1 { nuls.odd += 1 }
      if byte < 0x09 || byte > 0x0D { controls += 1 }
    }
    let (most, least) = (max(nuls.even, nuls.odd), min(nuls.even, nuls.odd))
    // ASCII signs of UTF-16 have their NULs on one side; Chinese ones have none.
    if most >= 4, most * 20 >= head.count, least * 20 <= most, controls - nuls.even - nuls.odd <= head.count / 100 {
      self = .utf16(isBigEndian: nuls.even > nuls.odd)
    } else {
      self = controls * 100 > head.count ? .binary : .plain
    }
  }

  /// Bytes at the start of `piece` that end with a whole sign.
  func cut(_ piece: UnsafeBufferPointer<UInt8>) -> Int {
    switch self {
    case .binary: return piece.count
    case .utf16: return piece.count & ~1
    case .plain:
      // Signs below the digits are no part of another in UTF-8 and in GB18030.
      let place = piece.lastIndex { $0 < 0x30 }
      return place.map { $0 + 1 } ?? piece.count
    }
  }

  /// Appends `piece` as UTF-8, its line ends as they are; what cannot be decoded as it is.
  func append(_ piece: UnsafeBufferPointer<UInt8>, to text: inout [UInt8]) {
    switch self {
    case .binary: text.append(contentsOf: piece)
    case .utf16(let isBigEndian): ScanText.append(utf16: piece, isBigEndian, to: &text)
    case .plain:
      if TextEncoding.utf8.isValid(piece) { return text.append(contentsOf: piece) }
      if TextEncoding.gb18030.decode(piece, appendingTo: &text) { return }
      appendLines(piece, to: &text)
    }
  }

  private func appendLines(_ piece: UnsafeBufferPointer<UInt8>, to text: inout [UInt8]) {
    for line in piece.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let bytes = UnsafeBufferPointer(rebasing: line)
      if TextEncoding.utf8.isValid(bytes) || !TextEncoding.gb18030.decode(bytes, appendingTo: &text) {
        text.append(contentsOf: bytes)
      }
      text.append(0x0A)
    }
    text.removeLast()
  }

  private static func append(utf16 piece: UnsafeBufferPointer<UInt8>, _ isBigEndian: Bool, to text: inout [UInt8]) {
    var decoder = UTF16()
    var iterator = UTF16Units(bytes: piece, isBigEndian: isBigEndian)
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar):
        if scalar.value < 0x80 {
          text.append(UInt8(scalar.value))
        } else if let signs = UTF8.encode(scalar) {
          text.append(contentsOf: signs)
        }
      case .emptyInput: return
      case .error: text.append(UInt8(ascii: "?"))
      }
    }
  }
}

/// The code units of UTF-16 bytes.
private struct UTF16Units: IteratorProtocol {
  let bytes: UnsafeBufferPointer<UInt8>
  let isBigEndian: Bool
  private var place = 0

  init(bytes: UnsafeBufferPointer<UInt8>, isBigEndian: Bool) { (self.bytes, self.isBigEndian) = (bytes, isBigEndian) }

  mutating func next() -> UInt16? {
    guard place + 1 < bytes.count else { return nil }
    defer { place += 2 }
    let (first, second) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
    return isBigEndian ? first << 8 | second : second << 8 | first
  }
}
