import Documents
import Tabular

/// What is packed in a file, for those who read it and take nothing in.
public enum Unpacking {
  /// A member of a ZIP file; its name describes it and is never made part of a path.
  public struct Member {
    /// In full, on one line; it may hold personal data.
    public let name: String
    /// False for folders and links.
    public let isRegular: Bool
    /// Opens its content.
    public let open: () throws -> ExportStream
  }

  /// The content of gzipped bytes.
  ///
  /// - Parameter place: named in errors.
  public static func gunzipped(_ stream: any ByteStream, place: String) throws -> ExportStream {
    let reader = try GzipReader(stream, path: place, limits: UnpackLimits())
    return ExportStream(path: place, digest: { "" }, read: reader.read)
  }

  /// The members of the ZIP file at `path`, in its own order.
  ///
  /// - Throws: `PipelineError` TF113 to TF115 where it is no archive that can be read, `FileFailure`.
  public static func members(of path: String) throws -> [Member] {
    let index: ZipIndex
    do { index = try ZipIndex(of: path) } catch let failure as ZipIndex.Failure {
      throw ZipExports.refusal(failure, path)
    }
    let limits = UnpackLimits()
    // Members may not unpack to more together than one file may.
    try limits.check(
      packed: index.members.reduce(0) { $0 + $1.packedSize }, unpacked: index.members.reduce(0) { $0 + $1.size },
      at: path)
    return index.members.map { member in
      Member(name: MemberName.text(member.name), isRegular: member.isRegular) {
        let reader = try ZipMemberReader(member, of: path, place: path, limits: limits)
        return ExportStream(path: path, digest: { "" }, read: reader.read)
      }
    }
  }
}
