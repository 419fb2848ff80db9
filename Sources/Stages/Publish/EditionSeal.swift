import Documents

/// What closes an edition: the checksums of its files, and the signature of the checksums where there is a key.
struct EditionSeal {
  static let sums = "SHA256SUMS"
  static let signature = "SHA256SUMS.sig"

  let key: SigningKey?

  /// The files of the seal, for all files of the edition so far.
  func files(for files: [(path: String, bytes: [UInt8])]) throws -> [(path: String, bytes: [UInt8])] {
    let sums = Array(SHA256Sums.text(of: files).utf8)
    guard let key else { return [(EditionSeal.sums, sums)] }
    return [(EditionSeal.sums, sums), (EditionSeal.signature, try key.signature(of: sums))]
  }

  /// True where `existing` is `files` already: a signature that this run does not make is kept.
  func isUnchanged(_ existing: [(path: String, bytes: [UInt8])], _ files: [(path: String, bytes: [UInt8])]) -> Bool {
    func own(_ files: [(path: String, bytes: [UInt8])]) -> [String: [UInt8]] {
      let kept = files.filter {
        key != nil || ($0.path != EditionSeal.signature && !EditionArchive.isName($0.path))
      }
      return Dictionary(kept.map { ($0.path, $0.bytes) }) { first, _ in first }
    }
    return own(existing) == own(files) && existing.contains { EditionArchive.isName($0.path) }
  }

  /// What is wrong with the signature among `files`, in Chinese; empty where no key is given.
  static func problems(_ files: [(path: String, bytes: [UInt8])], _ key: VerifyingKey?) -> [String] {
    guard let key else { return [] }
    func bytes(_ path: String) -> [UInt8]? { files.first { $0.path == path }?.bytes }
    guard let signature = bytes(EditionSeal.signature) else { return ["没有签名 (\(EditionSeal.signature))"] }
    guard let sums = bytes(sums), key.accepts(signature, of: sums) else {
      return ["\(EditionSeal.signature): 签名不符, 不是这个密钥签的, 或者 \(EditionSeal.sums) 被改动"]
    }
    return []
  }
}
