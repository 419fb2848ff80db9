import Documents
import Domain

/// The exports in a ZIP file of the inbox, in the order of their names' bytes.
public struct ZipExports: Sendable {
  /// Tables in text form.
  let members: [ZipIndex.Member]
  /// What else is in it, as a message may show it; what systems add of their own is left out.
  public let others: [String]
  private let path: String

  public var count: Int { members.count }

  /// - Throws: `PipelineError` TF113 to TF116 where it is no archive that can be read, `FileFailure`.
  public init(of path: String) throws {
    self.path = path
    let index: ZipIndex
    do { index = try ZipIndex(of: path) } catch let failure as ZipIndex.Failure {
      throw ZipExports.refusal(failure, path)
    }
    let own = index.members.filter { !MemberName.isByTheWay($0.name) }
    members = own.filter { $0.isRegular && MemberName.isTable($0.name) }.sorted { left, right in
      left.name == right.name ? left.offset < right.offset : left.name.lexicographicallyPrecedes(right.name)
    }
    others = own.filter { !$0.isRegular || !MemberName.isTable($0.name) }.map { MemberName.shown($0.name) }
    guard !members.isEmpty else {
      throw PipelineError(.zipWithoutTable, .data, at: path, "压缩包里没有 CSV 文件", remedy: "把 CSV 直接压缩成 zip 放进来")
    }
  }

  /// The export of member `number`, from 1.
  public func export(_ number: Int, archiveDigest: String, limits: UnpackLimits = UnpackLimits()) -> Export {
    Export(path: path, member: (members[number - 1], number, archiveDigest), limits: limits)
  }

  /// Reads all members to their ends: one that is damaged has the whole archive refused before a row of it is taken.
  ///
  /// - Parameter check: called now and then; may throw to give up.
  /// - Throws: `PipelineError` TF110 and TF112, `FileFailure`.
  public func verify(limits: UnpackLimits = UnpackLimits(), check: () throws -> Void = {}) throws {
    try limits.check(
      packed: members.reduce(0) { $0 + $1.packedSize }, unpacked: members.reduce(0) { $0 + $1.size }, at: path)
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
    defer { block.deallocate() }
    for (index, member) in members.enumerated() {
      let place = ZipExports.place(path, index + 1, member)
      let reader = try ZipMemberReader(member, of: path, place: place, limits: limits)
      while try reader.read(into: block) > 0 { try check() }
    }
  }

  /// What the ledger knows a member by: the archive's own digest, and its number.
  static func digest(_ archive: String, _ number: Int) -> String { "\(archive)#\(number)" }

  /// What the ledger knows all members by.
  public func digests(archiveDigest: String) -> [String] {
    (1...count).map { ZipExports.digest(archiveDigest, $0) }
  }

  /// A member as messages name it.
  static func place(_ path: String, _ number: Int, _ member: ZipIndex.Member) -> String {
    "\(path)#\(number) (\(MemberName.shown(member.name)))"
  }

  static func refusal(_ failure: ZipIndex.Failure, _ path: String) -> PipelineError {
    let again = "重新传送或重新压缩后放进来"
    return switch failure {
    case .notAnArchive: PipelineError(.damagedZip, .data, at: path, "不是完好的 zip 文件, 或者没有传完", remedy: again)
    case .contradiction(let name):
      PipelineError(.damagedZip, .data, at: path, "zip 文件已损坏: 目录与 \(MemberName.shown(name)) 自身所说的不符", remedy: again)
    case .zip64:
      PipelineError(
        .zip64, .data, at: path, "zip64 或分卷的压缩包不收", remedy: "4 GB 以上的文件请用 gzip 压缩 (x.csv.gz), 或分成几个小的 zip")
    case .encrypted(let name):
      PipelineError(.encryptedZip, .data, at: path, "\(MemberName.shown(name)) 加了密码, 不收", remedy: "不设密码重新压缩")
    case .method(let name, let method):
      PipelineError(
        .zipMethod, .data, at: path, "\(MemberName.shown(name)) 的压缩方法 (\(method)) 不支持",
        remedy: "用普通的 zip (Deflate) 重新压缩")
    }
  }
}
