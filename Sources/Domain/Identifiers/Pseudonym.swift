import Crypto
import Foundation
import Tabular

/// Turns resident numbers into pseudonyms, so that the number itself reaches neither warehouse nor report.
public struct Pseudonym: Sendable {
  private let key: SymmetricKey

  /// - Parameter key: the secret, kept in a file of mode 0600 or in the environment; at least 16 bytes.
  public init(key: [UInt8]) { self.key = SymmetricKey(data: key) }

  /// Tells whether two keys are the same without telling the key.
  public var mark: String {
    let code = HMAC<SHA256>.authenticationCode(for: Data("talentflow".utf8), using: key)
    return Hexadecimal.text(code.prefix(8))
  }

  /// The first 63 bits of HMAC-SHA-256 of the 18-character number.
  public func number(of id: ResidentID) -> Int { number(of: id.number) }

  /// The first 63 bits of HMAC-SHA-256 of a text.
  func number(of text: String) -> Int {
    let code = HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: key)
    return Int(code.prefix(8).reduce(0 as UInt64) { $0 << 8 | UInt64($1) } >> 1)
  }
}
