import Crypto
import Foundation

/// A private key (Ed25519) that signs the checksums of a publication; its file holds the 32 bytes in Base64.
public struct SigningKey: Sendable {
  private let raw: Data

  /// A new key.
  public init() { raw = Curve25519.Signing.PrivateKey().rawRepresentation }

  /// Nil where `text` is no such key.
  public init?(_ text: String) {
    guard let raw = Data(base64Encoded: text.trimmingCharacters(in: .whitespacesAndNewlines)), raw.count == 32 else {
      return nil
    }
    self.raw = raw
  }

  /// As the file of the private key holds it.
  public var text: String { raw.base64EncodedString() }

  /// The file of a signature of `bytes`.
  ///
  /// - Throws: an error of the library, where the key is none.
  public func signature(of bytes: [UInt8]) throws -> [UInt8] {
    let signature = try Curve25519.Signing.PrivateKey(rawRepresentation: raw).signature(for: Data(bytes))
    return VerifyingKey.file(signature)
  }

  /// The public key that belongs to it.
  ///
  /// - Throws: an error of the library, where the key is none.
  public func verifyingKey() throws -> VerifyingKey {
    VerifyingKey(raw: try Curve25519.Signing.PrivateKey(rawRepresentation: raw).publicKey.rawRepresentation)
  }
}

/// The public key that tells whether a signature is genuine.
public struct VerifyingKey: Sendable {
  private let raw: Data

  init(raw: Data) { self.raw = raw }

  /// Nil where `text` is no such key.
  public init?(_ text: String) {
    guard let raw = Data(base64Encoded: text.trimmingCharacters(in: .whitespacesAndNewlines)), raw.count == 32,
      (try? Curve25519.Signing.PublicKey(rawRepresentation: raw)) != nil
    else { return nil }
    self.raw = raw
  }

  /// As the file of the public key holds it.
  public var text: String { raw.base64EncodedString() }

  static func file(_ signature: Data) -> [UInt8] { Array("\(signature.base64EncodedString())\n".utf8) }

  /// True where `file` is, to the byte, the file of a signature of `bytes` by this key.
  public func accepts(_ file: [UInt8], of bytes: [UInt8]) -> Bool {
    let text = String(decoding: file, as: UTF8.self).trimmingCharacters(in: .newlines)
    guard let signature = Data(base64Encoded: text), VerifyingKey.file(signature) == file,
      let key = try? Curve25519.Signing.PublicKey(rawRepresentation: raw)
    else { return false }
    return key.isValidSignature(signature, for: Data(bytes))
  }
}
