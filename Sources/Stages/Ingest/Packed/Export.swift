import Documents
import Domain
import Foundation
import Tabular

/// One export: a file of the inbox, as it is or gzipped, or a member of a ZIP file.
public struct Export: Sendable {
  /// The file in the inbox.
  public let path: String
  private let member: (entry: ZipIndex.Member, number: Int, archiveDigest: String)?
  private let limits: UnpackLimits

  public init(path: String, limits: UnpackLimits = UnpackLimits()) {
    self.init(path: path, member: nil, limits: limits)
  }

  init(path: String, member: (ZipIndex.Member, Int, String)?, limits: UnpackLimits) {
    self.path = path
    self.member = member
    self.limits = limits
  }

  /// As the ledger names it: `x.csv`, `x.csv.gz`, `x.zip#2`; numbers of persons are masked.
  public var name: String {
    let name = Redaction.masked((path as NSString).lastPathComponent)
    return member.map { "\(name)#\($0.number)" } ?? name
  }

  /// As messages name it.
  public var place: String { Redaction.masked(member.map { ZipExports.place(path, $0.number, $0.entry) } ?? path) }

  /// Bytes that it unpacks to; of a gzip file only what its end says, which holds the size below 4 GB of one stream.
  public var expectedBytes: Int {
    if let member { return member.entry.size }
    guard let file = try? RandomAccessFile(path) else { return 0 }
    guard Packing(path) == .gzip, let tail = try? file.bytes(at: file.count - 4, count: 4), tail.count == 4 else {
      return file.count
    }
    return max(tail.reversed().reduce(0) { $0 << 8 | Int($1) }, file.count)
  }

  /// True of a sheet of a workbook: its text is as `SheetRows` writes it, whatever the source file says of its CSV files.
  public var isWorkbook: Bool { member == nil && Packing(path) == .workbook }

  /// The bytes of the table, from their start.
  ///
  /// - Parameter sheet: of a workbook; nil: the first.
  /// - Throws: `PipelineError` of a workbook that cannot be read, `ReadError` and `FileFailure` where the file cannot be
  ///   opened.
  public func open(sheet: String? = nil) throws -> ExportStream {
    if isWorkbook {
      // The parts of an archive are not read in their order.
      let digest = try Fingerprint(of: path).sha256
      return ExportStream(
        path: path, digest: { digest }, read: try Workbook(path, limits: limits).open(sheet: sheet).read)
    }
    if let member {
      let reader = try ZipMemberReader(member.entry, of: path, place: place, limits: limits)
      let digest = ZipExports.digest(member.archiveDigest, member.number)
      return ExportStream(path: path, digest: { digest }, read: reader.read)
    }
    let stream = HashingStream(try FileStream(path: path))
    guard Packing(path) == .gzip else {
      return ExportStream(path: path, hashing: stream, read: stream.read)
    }
    return ExportStream(
      path: path, hashing: stream, read: try GzipReader(stream, path: path, limits: limits).read)
  }
}
