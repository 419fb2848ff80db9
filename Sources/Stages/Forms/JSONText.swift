import Foundation

/// JSON files that people may read too: the same text for the same content, keys sorted, no clock.
enum JSONText {
  /// - Throws: for what JSON cannot hold: a number that is none.
  static func bytes(of content: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(content)) + [0x0A]
  }
}
