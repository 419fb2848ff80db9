import Foundation

/// JSON arrays of texts, as list fields are shown.
enum JSONTexts {
  /// The array of the texts.
  static func array(_ texts: [String]) -> String {
    // Texts can always be encoded.
    String(decoding: (try? JSONEncoder().encode(texts)) ?? Data("[]".utf8), as: UTF8.self)
  }

  /// Whether the array holds the text; nil where it is no array of texts.
  static func contains(_ wanted: UnsafeBufferPointer<UInt8>, in json: UnsafeBufferPointer<UInt8>) -> Bool? {
    // What the program writes has no escapes: the texts are compared where they are.
    guard json.contains(UInt8(ascii: "\\")) else { return scan(wanted, json) }
    guard let texts = try? JSONDecoder().decode([String].self, from: Data(json)) else { return nil }
    return texts.contains { Array($0.utf8).elementsEqual(wanted) }
  }

  private static func scan(_ wanted: UnsafeBufferPointer<UInt8>, _ json: UnsafeBufferPointer<UInt8>) -> Bool? {
    var at = 0
    func skipBlanks() { while at < json.count, json[at] <= 0x20 { at += 1 } }
    func take(_ byte: UInt8) -> Bool {
      skipBlanks()
      guard at < json.count, json[at] == byte else { return false }
      at += 1
      return true
    }
    guard take(UInt8(ascii: "[")) else { return nil }
    var found = false
    if !take(UInt8(ascii: "]")) {
      repeat {
        guard take(UInt8(ascii: "\"")) else { return nil }
        let start = at
        while at < json.count, json[at] != UInt8(ascii: "\"") { at += 1 }
        guard at < json.count else { return nil }
        found = found || json[start..<at].elementsEqual(wanted)
        at += 1
      } while take(UInt8(ascii: ","))
      guard take(UInt8(ascii: "]")) else { return nil }
    }
    skipBlanks()
    return at == json.count ? found : nil
  }
}
